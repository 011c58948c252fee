package umbra.dicom.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;

/// Makes File Meta Information (PS3.10 7.1) for a Data Set that Umbra made or de-identified.
public final class FileMeta {
  /// Implementation Class UID of Umbra: a UUID-derived one (PS3.5 B.2), fixed for good.
  public static final String IMPLEMENTATION_CLASS_UID = "2.25.219763084317506298801463127050926114305";
  private static final String IMPLEMENTATION_VERSION_NAME = "UMBRA";

  private FileMeta() {}

  /// Only what PS3.10 Table 7.1-1 requires, and the implementation; the group length comes right when it is written.
  public static DataSet of(DataSet dataSet, TransferSyntax syntax) {
    return DataSet.of(
        DataElement.ofBytes(Tags.FILE_META_INFORMATION_GROUP_LENGTH, VR.UL, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).array()),
        DataElement.ofBytes(Tag.of(0x0002, 0x0001), VR.OB, new byte[] {0, 1}),
        DataElement.ofAscii(Tags.MEDIA_STORAGE_SOP_CLASS_UID, VR.UI, dataSet.text(Tags.SOP_CLASS_UID).orElse("")),
        DataElement.ofAscii(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID, VR.UI, dataSet.text(Tags.SOP_INSTANCE_UID).orElse("")),
        DataElement.ofAscii(Tags.TRANSFER_SYNTAX_UID, VR.UI, syntax.uid()),
        DataElement.ofAscii(Tag.of(0x0002, 0x0012), VR.UI, IMPLEMENTATION_CLASS_UID),
        DataElement.ofAscii(Tag.of(0x0002, 0x0013), VR.SH, IMPLEMENTATION_VERSION_NAME));
  }
}
