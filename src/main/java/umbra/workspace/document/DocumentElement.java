package umbra.workspace.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.object.document.EncapsulatedDocument;

/// The element that holds a document, with what must fit it.
public final class DocumentElement {
  private DocumentElement() {}

  /// The bytes as document, with the right length beside; nothing where the profile removed it.
  public static DataSet put(DataSet result, byte[] bytes) {
    if (!result.contains(EncapsulatedDocument.DOCUMENT)) return result;
    return result.with(DataElement.ofBytes(EncapsulatedDocument.DOCUMENT, VR.OB, bytes)).with(length(bytes.length));
  }

  private static DataElement length(int bytes) {
    return DataElement.ofBytes(EncapsulatedDocument.LENGTH, VR.UL, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes).array());
  }
}
