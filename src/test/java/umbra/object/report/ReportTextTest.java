package umbra.object.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

class ReportTextTest {
  private static DataElement text(int group, int element, VR vr, String value) {
    return DataElement.ofAscii(Tag.of(group, element), vr, value);
  }

  private static DataElement code(Tag sequence, String value, String scheme, String meaning) {
    return DataElement.ofItems(sequence, List.of(DataSet.of(text(0x0008, 0x0100, VR.SH, value), text(0x0008, 0x0102, VR.SH, scheme), text(0x0008, 0x0104, VR.LO, meaning))));
  }

  private static DataSet item(String relationship, String type, DataElement... more) {
    var d = DataSet.of(more).with(text(0x0040, 0xA040, VR.CS, type));
    return relationship.isEmpty() ? d : d.with(text(0x0040, 0xA010, VR.CS, relationship));
  }

  private static DataSet report() {
    var number = DataSet.of(text(0x0040, 0xA30A, VR.DS, "12.5"), code(ContentValues.UNITS, "mm", "UCUM", "millimeter"));
    var reference = DataSet.of(text(0x0040, 0xA010, VR.CS, "INFERRED FROM"), DataElement.ofBytes(Tag.of(0x0040, 0xDB73), VR.UL, new byte[] {1, 0, 0, 0, 1, 0, 0, 0}));
    return item("", "CONTAINER", code(ContentTree.CONCEPT_NAME, "121111", "DCM", "Summary"), DataElement.ofItems(ContentTree.CONTENT_SEQUENCE, List.of(
        item("CONTAINS", "TEXT", code(ContentTree.CONCEPT_NAME, "1", "99WEBER", "Dr Weber protocol"), text(0x0040, 0xA160, VR.UT, "Mass seen by Anna Weber")),
        item("CONTAINS", "NUM", code(ContentTree.CONCEPT_NAME, "103339001", "SCT", "Long Axis"), DataElement.ofItems(ContentValues.MEASURED_VALUE, List.of(number)),
            DataElement.ofItems(ContentTree.CONTENT_SEQUENCE, List.of(reference))))));
  }

  @Test
  void numbersHaveUnitsAndReferencesTheirPosition() {
    var items = ContentTree.of(report()).all().toList();

    assertEquals(List.of("1", "1.1", "1.2", "1.2.1"), items.stream().map(ContentItem::position).toList());
    assertEquals("12.5 mm", items.get(2).value());
    assertEquals("see item 1.1", items.get(3).value());
  }

  @Test
  void everyTextHasThePlaceOfItsElement() {
    var file = new DicomFile(ByteSource.of(new byte[0]), ByteSlice.EMPTY, DataSet.EMPTY, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, report(), ByteSlice.EMPTY,
        ByteSlice.EMPTY, List.of());

    var texts = new ReportText().texts(file).stream().map(t -> t.where() + " " + t.kind() + ": " + t.text()).toList();

    assertTrue(texts.contains("(0040,A730)[0].(0040,A160) Dr Weber protocol: Mass seen by Anna Weber"), texts::toString);
    assertTrue(texts.contains("(0040,A730)[0].(0040,A043)[0].(0008,0104) Concept Name: Dr Weber protocol"), "meanings of local codes are free text");
    assertTrue(texts.contains("(0040,A730)[1].(0040,A300)[0].(0040,A30A) Long Axis: 12.5 mm"), texts::toString);
  }

  @Test
  void aMeasurementWithoutValueGivesItsQualifier() {
    var d = item("CONTAINS", "NUM", DataElement.ofItems(ContentValues.MEASURED_VALUE, List.of()), code(ContentValues.QUALIFIER, "114006", "DCM", "Measurement failure"));

    assertEquals("Measurement failure", ContentTree.of(d).value());
  }
}
