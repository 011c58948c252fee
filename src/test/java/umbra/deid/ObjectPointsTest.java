package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.deid.Fixture.ct;
import static umbra.deid.Fixture.element;
import static umbra.deid.Fixture.planner;
import static umbra.deid.Fixture.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.rule.Code;
import umbra.deid.substitute.DummyItem;
import umbra.deid.table.ConfidentialityTable;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;

/// Sequences and documents that need care of their own (docs/hard-points.md, part H).
class ObjectPointsTest {
  private static final String REPORT = "1.2.840.10008.5.1.4.1.1.88.33";

  private static DataElement items(int packed, DataSet... items) {
    return DataElement.ofItems(new Tag(packed), List.of(items));
  }

  private static DataSet of(String sopClass, DataElement... elements) {
    return ct(elements).with(element(0x0008_0016, VR.UI, sopClass));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void signaturesOldValuesAndEncryptedOnesGoAtEveryDepth(String profile) throws Exception {
    var signature = DataSet.of(element(0x0400_0115, VR.OB, "Qzcertificate"));
    var old = DataSet.of(element(0x0400_0563, VR.LO, "Qzsystem"), items(0x0400_0550, DataSet.of(element(0x0010_0020, VR.LO, "Qzold"))));
    var sequences = new DataElement[] {items(0xFFFA_FFFA, signature), items(0x4FFE_0001, DataSet.of(element(0x0400_0015, VR.CS, "SHA256"))), items(0x0400_0561, old),
        items(0x0400_0500, DataSet.of(element(0x0400_0520, VR.OB, "Qzcipher"))), items(0x0400_0402, DataSet.of(element(0x0400_0404, VR.OB, "Qzmac")))};
    var left = planner(profile).plan(ct(sequences).with(items(0x0008_1140, DataSet.of(sequences))), Facts.NONE).result();
    assertFalse(text(left).contains("Qz"));
    for (var gone : List.of(0xFFFA_FFFA, 0x4FFE_0001, 0x0400_0561, 0x0400_0500)) {
      assertFalse(left.contains(new Tag(gone)), new Tag(gone).toString());
      for (var item : left.items(Tag.of(0x0008, 0x1140))) assertFalse(item.contains(new Tag(gone)), new Tag(gone).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void noIconStays(String profile) throws Exception {
    var icon = items(0x0088_0200, DataSet.of(element(0x7FE0_0010, VR.OW, "Qzpixels")));
    var left = planner(profile).plan(ct(icon, items(0x0008_1140, DataSet.of(icon))), Facts.NONE).result();
    assertFalse(text(left).contains("Qzpixels"));
  }

  private static DataSet content(String type, DataSet name, DataElement value) {
    return DataSet.of(element(0x0040_A010, VR.CS, "CONTAINS"), element(0x0040_A040, VR.CS, type), DataElement.ofItems(Tag.of(0x0040, 0xA043), List.of(name)), value);
  }

  private static DataSet report() {
    var finding = DummyItem.code("121071", "DCM", "Finding");
    var observer = DummyItem.code("121008", "DCM", "Person Observer Name");
    var root = DummyItem.code("126000", "DCM", "Imaging Measurement Report");
    var inner = content("CONTAINER", finding, items(0x0040_A730, content("TEXT", finding, element(0x0040_A160, VR.UT, "Qztext seen")), content("PNAME", observer, element(0x0040_A123, VR.PN, "Qzname^A")),
        content("DATE", finding, element(0x0040_A121, VR.DA, "20190102")), content("DATETIME", finding, element(0x0040_A120, VR.DT, "20190102101112")),
        content("UIDREF", finding, element(0x0040_A124, VR.UI, "1.3.6.1.4.1.9.77.5")), content("CODE", finding, items(0x0040_A168, DummyItem.code("X1", "99HERE", "Qzlocal"))),
        content("NUM", finding, items(0x0040_A300, DataSet.of(element(0x0040_A30A, VR.DS, "12.5")))),
        content("IMAGE", finding, items(0x0008_1199, DataSet.of(element(0x0008_1150, VR.UI, Fixture.CT), element(0x0008_1155, VR.UI, "1.3.6.1.4.1.9.77.5"))))));
    return of(REPORT, element(0x0040_A040, VR.CS, "CONTAINER"), items(0x0040_A043, root), items(0x0040_A730, inner));
  }

  @Test
  void aReportKeepsItsShapeAndLosesWhatNamesSomebody() throws Exception {
    var left = planner("midi-research").plan(report(), Facts.NONE).result();
    assertFalse(text(left).contains("Qz"));
    assertFalse(text(left).contains("20190102"));
    assertEquals(shape(report()), shape(left), "by-reference pointers count items");
    var nums = left.items(Tag.of(0x0040, 0xA730)).getFirst().items(Tag.of(0x0040, 0xA730));
    assertEquals(Optional.of("12.5"), nums.get(6).items(Tag.of(0x0040, 0xA300)).getFirst().text(Tag.of(0x0040, 0xA30A)));
    assertEquals(left.text(Tag.of(0x0008, 0x0018)), nums.get(7).items(Tag.of(0x0008, 0x1199)).getFirst().text(Tag.of(0x0008, 0x1155)));
    assertEquals(left.text(Tag.of(0x0008, 0x0018)), nums.get(4).text(Tag.of(0x0040, 0xA124)));
    assertEquals(Optional.of("Imaging Measurement Report"), left.items(Tag.of(0x0040, 0xA043)).getFirst().text(Tag.of(0x0008, 0x0104)), "the title of the root");
  }

  private static String shape(DataSet item) {
    var text = new StringBuilder(item.text(Tag.of(0x0040, 0xA040)).orElse("?"));
    for (var inner : item.items(Tag.of(0x0040, 0xA730))) text.append("(").append(shape(inner)).append(")");
    return text.toString();
  }

  @Test
  void withoutTheOptionTheWholeTreeIsADummy() throws Exception {
    var left = planner("ps315-basic").plan(report(), Facts.NONE).result();
    assertEquals(1, left.items(Tag.of(0x0040, 0xA730)).size());
    assertFalse(text(left).contains("Qz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void contentItemsOutsideOfReportsAreCleanedToo(String profile) throws Exception {
    var concept = DummyItem.code("121071", "DCM", "Finding");
    var text = content("TEXT", concept, element(0x0040_A160, VR.UT, "Qztext"));
    var local = content("CODE", DummyItem.code("A1", "99HERE", "Qzconcept"), items(0x0040_A168, DummyItem.code("X1", "99HERE", "Qzlocal")));
    var step = items(0x0040_0612, text, local);
    var source = of("1.2.840.10008.5.1.4.1.1.77.1.6", items(0x0040_0555, text, local), items(0x0040_0560, DataSet.of(element(0x0040_0551, VR.LO, "Qzspecimen"), items(0x0040_0610, DataSet.of(step)))),
        items(0x0040_B020, DataSet.of(element(0x0070_0006, VR.ST, "Qzannotation"), items(0x0040_A043, DummyItem.code("A1", "99HERE", "Qzconcept")))));
    assertFalse(text(planner(profile).plan(source, Facts.NONE).result()).contains("Qz"));
  }

  @Test
  void aMeaningThatIsSomebodysOwnTextIsReported() throws Exception {
    for (var scheme : List.of("99HERE", "SCT")) {
      var plan = planner("midi-research").plan(ct(items(0x0008_1032, DummyItem.code("1", scheme, "Dr Smith protocol"))), Facts.NONE);
      assertFalse(text(plan.result()).contains("Smith"), scheme);
      assertTrue(plan.remarks().stream().anyMatch(r -> r.kind() == Remark.Kind.UNDECIDED_TEXT), scheme);
    }
    var known = planner("midi-research").plan(ct(items(0x0008_2218, DummyItem.code("69536005", "SCT", "Head"))), Facts.NONE).result();
    assertEquals(Optional.of("Head"), known.items(Tag.of(0x0008, 0x2218)).getFirst().text(Tag.of(0x0008, 0x0104)));
    for (var profile : List.of("ps315-basic", "strict")) {
      assertFalse(text(planner(profile).plan(ct(items(0x0008_2218, DummyItem.code("1", "99HERE", "Dr Smith protocol"))), Facts.NONE).result()).contains("Smith"), profile);
    }
  }

  @Test
  void anEncapsulatedDocumentIsReplacedWhole() throws Exception {
    var left = planner("midi-research").plan(of("1.2.840.10008.5.1.4.1.1.104.1", element(0x0042_0011, VR.OB, "%PDF Qzname"), element(0x0042_0010, VR.ST, "Qztitle"),
        items(0x0040_A043, DummyItem.code("1", "99HERE", "Qzconcept"))), Facts.NONE).result();
    assertFalse(text(left).contains("Qz"));
    assertTrue(text(left).contains("%PDF-1.4"));
  }

  /// Labels, names and texts of plans, structures, segmentations, presentation states, hanging protocols, waveforms.
  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void labelsOfObjectsBesideImagesAreGoneUntilSomebodyDecides(String profile) throws Exception {
    var tags = new int[] {0x3006_0002, 0x3006_0004, 0x3006_0006, 0x3006_0026, 0x3006_0028, 0x3006_0085, 0x3006_0088, 0x300A_0002, 0x300A_0003, 0x300A_0004, 0x300A_000E, 0x300A_0016, 0x300A_00B2, 0x300E_0008,
        0x3002_0003, 0x0070_0080, 0x0070_0081, 0x0070_0084, 0x0062_0006, 0x0062_0020, 0x0072_0066, 0x0072_0068, 0x0072_006A, 0x0072_006C, 0x0072_006E, 0x0072_006F, 0x0072_0070, 0x0072_0008, 0x003A_0203,
        0x003A_020C, 0x0040_B03B, 0x0040_B03F, 0x0066_0004, 0x0070_0006};
    var planted = new ArrayList<DataElement>();
    for (var packed : tags) planted.add(element(packed, Dictionary.standard().implicitVr(packed), "Dr Qzname^X"));
    var array = planted.toArray(DataElement[]::new);
    for (var sopClass : List.of(Fixture.CT, "1.2.840.10008.5.1.4.1.1.481.3", "1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.38.1")) {
      var left = planner(profile).plan(of(sopClass, array).with(items(0x3006_0020, DataSet.of(array))), Facts.NONE).result();
      var found = new ArrayList<String>();
      for (var tag : tags) if (left.text(new Tag(tag)).filter(t -> t.contains("Qz")).isPresent()) found.add(new Tag(tag).toString());
      assertEquals(List.of(), found, sopClass);
      assertFalse(text(left).contains("Qz"), sopClass);
    }
  }

  /// New in the table since 2024b: names to use, pronouns, gender, sex parameters, ethnic groups, diagnoses, montages, secondary capture devices.
  @Test
  void theNewestAttributesAreInTheTable() throws Exception {
    var tags = List.of(0x0010_0011, 0x0010_0012, 0x0010_0014, 0x0010_0015, 0x0010_0016, 0x0010_0041, 0x0010_0042, 0x0010_0043, 0x0010_0046, 0x0010_2161, 0x0010_2162, 0x0040_B03B, 0x0040_B03F, 0x0040_E012, 0x003A_020C);
    for (var packed : tags) {
      var tag = new Tag(packed);
      var row = ConfidentialityTable.standard().find(packed);
      assertTrue(row.isPresent(), tag.toString());
      assertNotEquals(Code.K, row.get().basic(), tag.toString());
      var vr = Dictionary.standard().implicitVr(packed);
      var source = vr == VR.SQ ? items(packed, DataSet.of(element(0x0008_0104, VR.LO, "Qzcode"), element(0x0010_4000, VR.LT, "Qz"))) : element(packed, vr, "Qzname");
      assertFalse(text(planner("ps315-basic").plan(ct(source), Facts.NONE).result()).contains("Qz"), tag.toString());
    }
  }
}
