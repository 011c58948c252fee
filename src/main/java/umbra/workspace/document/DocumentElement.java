package umbra.workspace.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import umbra.deid.substitute.DummyDocument;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.object.document.EncapsulatedDocument;

/// The element that holds a document, with what must fit it.
public final class DocumentElement {
  private static final int EMPTY_STL_BYTES = 84;

  private DocumentElement() {}

  /// The bytes as document, with the right length beside; nothing where the profile removed it.
  public static DataSet put(DataSet result, byte[] bytes) {
    if (!result.contains(EncapsulatedDocument.DOCUMENT)) return result;
    var length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array();
    return result.with(DataElement.ofBytes(EncapsulatedDocument.DOCUMENT, VR.OB, bytes)).with(DataElement.ofBytes(EncapsulatedDocument.LENGTH, VR.UL, length));
  }

  /// A dummy of the kind that the MIME type promises, where the dummy of the profile is a page.
  public static DataSet fitting(DataSet result) {
    var document = EncapsulatedDocument.of(result.without(EncapsulatedDocument.LENGTH));
    if (document.isEmpty() || !starts(document.get().bytes(), DummyDocument.bytes())) return result;
    return put(result, dummy(document.get().mimeType()));
  }

  private static boolean starts(byte[] bytes, byte[] dummy) {
    return bytes.length <= dummy.length + 1 && Arrays.equals(bytes, 0, Math.min(bytes.length, dummy.length), dummy, 0, Math.min(bytes.length, dummy.length));
  }

  private static byte[] dummy(String mimeType) {
    if (mimeType.endsWith("xml")) return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>REMOVED</title></ClinicalDocument>".getBytes(StandardCharsets.US_ASCII);
    if (mimeType.equals("model/stl")) return new byte[EMPTY_STL_BYTES];
    if (mimeType.startsWith("model/")) return "# REMOVED\n".getBytes(StandardCharsets.US_ASCII);
    return DummyDocument.bytes();
  }
}
