package umbra.workspace.header;

import java.util.List;
import java.util.stream.IntStream;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

/// Headers made for tests.
public final class Samples {
  public static final Tag OTHER_IDS = Tag.of(0x0010, 0x1002);
  public static final Tag STUDY_DATE = Tag.of(0x0008, 0x0020);

  private Samples() {}

  public static DataElement text(int group, int element, VR vr, String value) {
    return DataElement.ofAscii(Tag.of(group, element), vr, value);
  }

  public static Header header(DataSet dataSet) {
    var meta = DataSet.of(DataElement.ofAscii(Tags.TRANSFER_SYNTAX_UID, VR.UI, "1.2.840.10008.1.2.1"));
    return new Header(new DicomFile(ByteSource.of(new byte[0]), ByteSlice.EMPTY, meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, dataSet, ByteSlice.EMPTY,
        ByteSlice.EMPTY, List.of()));
  }

  /// A name, a date, a private block, and two Items with other IDs.
  public static DataSet patient() {
    return DataSet.of(
        text(0x0008, 0x0020, VR.DA, "20260103"),
        text(0x0009, 0x0010, VR.LO, "GEMS_IDEN_01"),
        text(0x0009, 0x1002, VR.SH, "Weber suite"),
        text(0x0010, 0x0010, VR.PN, "Weber^Anna"),
        DataElement.ofItems(OTHER_IDS, List.of(
            DataSet.of(text(0x0010, 0x0020, VR.LO, "A-17")),
            DataSet.of(text(0x0010, 0x0020, VR.LO, "B-18"), text(0x0010, 0x0021, VR.LO, "Weber Hospital")))));
  }

  public static DataSet manyItems(int items) {
    return DataSet.of(DataElement.ofItems(OTHER_IDS, IntStream.range(0, items).mapToObj(i -> DataSet.of(text(0x0010, 0x0020, VR.LO, "ID" + i))).toList()));
  }
}
