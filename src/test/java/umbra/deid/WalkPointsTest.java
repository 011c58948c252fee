package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.deid.Fixture.ct;
import static umbra.deid.Fixture.element;
import static umbra.deid.Fixture.planner;
import static umbra.deid.Fixture.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.rule.Code;
import umbra.deid.rule.ProfileOption;
import umbra.deid.table.ConfidentialityTable;
import umbra.deid.table.UidRoles;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.io.ByteSource;

/// How a Data Set is gone through (docs/hard-points.md, part A).
class WalkPointsTest {
  private static final Tag REQUEST = Tag.of(0x0040, 0x0275);

  private static byte[] written(DataSet dataSet, TransferSyntax syntax) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new DicomWriter().write(DicomWriter.newFile(dataSet, syntax), Channels.newChannel(bytes));
    return bytes.toByteArray();
  }

  /// The elements at the end of two Sequences within each other.
  private static DataSet deep(DataElement... leaves) {
    return DataSet.of(DataElement.ofItems(Tag.of(0x0008, 0x1140), List.of(DataSet.of(DataElement.ofItems(REQUEST, List.of(DataSet.of(leaves)))))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void aNameThreeLevelsDownIsGoneInEverySequence(String profile) throws Exception {
    var name = element(0x0010_0010, VR.PN, "Qzthree^Levels");
    var source = ct(DataElement.ofItems(REQUEST, List.of(deep(name))), DataElement.ofItems(Tag.of(0x0008, 0x2112), List.of(deep(name))), DataElement.ofItems(Tag.of(0x0018, 0xA001), List.of(deep(name))),
        element(0x2001_0010, VR.LO, "Philips Imaging DD 001"), DataElement.ofItems(Tag.of(0x2001, 0x105F), List.of(deep(name))));

    assertFalse(text(planner(profile).plan(source, Facts.NONE).result()).contains("Qzthree"));
  }

  @Test
  void theSameFileInEachFormGivesTheSameResult() throws Exception {
    var items = DataElement.ofItems(REQUEST, List.of(DataSet.of(element(0x0040_0007, VR.LO, "for Qzthree"), element(0x0010_0010, VR.PN, "Qzthree^X"), element(0x0040_1001, VR.SH, "77431"))));
    var source = ct(element(0x0008_0020, VR.DA, "20190102"), items, DataElement.ofItems(Tag.of(0x0008, 0x1140), List.of(DataSet.of(element(0x0008_1155, VR.UI, "1.3.6.1.4.1.9.77.9")))));
    var plain = planned(written(source, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));

    for (var syntax : List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
      assertEquals(plain, planned(written(source, syntax)), syntax.uid());
    }
    var asUnknown = new DataElement(REQUEST, VR.UN, DataElement.ofBytes(REQUEST, VR.UN, implicit(items)).value());
    assertEquals(plain, planned(written(source.with(asUnknown), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)), "a Sequence written as UN with a length");
  }

  /// The Items of a Sequence in implicit VR, without the header of the Sequence.
  private static byte[] implicit(DataElement sequence) throws IOException {
    var whole = written(DataSet.of(sequence), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    try (var file = new DicomReader(ReadOptions.LENIENT).read(ByteSource.of(whole))) {
      var bytes = file.dataSet().find(REQUEST).orElseThrow().encoded().whole().toArray();
      var header = 8;
      boolean undefined = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(4) == -1;
      return java.util.Arrays.copyOfRange(bytes, header, undefined ? bytes.length - 8 : bytes.length);
    }
  }

  private static String planned(byte[] file) throws Exception {
    try (var read = new DicomReader(ReadOptions.LENIENT).read(ByteSource.of(file))) {
      return text(planner("midi-research").plan(read.dataSet(), Facts.NONE).result()).replace("\0", "");
    }
  }

  /// Dates follow the rule for dates, names are gone, UIDs of instances are swapped, those of classes are not.
  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void everyDateNameAndUidOfTheDictionaryFollowsItsRule(String profile) throws Exception {
    var loaded = Fixture.profile(profile);
    var faults = new ArrayList<String>();
    int seen = 0;
    for (var entry : Dictionary.standard().entries().toList()) {
      var tag = new Tag(Integer.parseUnsignedInt(entry.pattern().replace('x', '0'), 16));
      if (tag.group() < 8 || tag.group() >= 0x5000 && tag.group() < 0x6100 && tag.group() != 0x5200 || tag.group() >= 0xFFFA) continue;
      var vr = Dictionary.standard().implicitVr(tag.packed());
      var before = switch (vr) {
        case DA -> "20190102";
        case DT -> "20190102101112";
        case PN -> "Qzname^Some";
        case UI -> "1.3.6.1.4.1.9.88.12";
        default -> "";
      };
      if (before.isEmpty()) continue;
      seen++;
      var after = planner(loaded).plan(ct(DataElement.ofAscii(tag, vr, before)), Facts.NONE).result().text(tag);
      boolean stays = after.filter(before::equals).isPresent();
      boolean byOption = ConfidentialityTable.standard().find(tag.packed()).filter(r -> r.options().entrySet().stream().anyMatch(o -> o.getValue() == Code.K && loaded.has(o.getKey()))).isPresent();
      if (byOption && vr == VR.UI) continue; // the UID of a device, where devices are retained
      boolean mayStay = vr == VR.UI && UidRoles.standard().of(tag.packed()) == UidRoles.Role.CLASS;
      if (stays != mayStay && (stays || !profile.equals("ps315-basic") || after.isPresent())) faults.add(tag + " " + vr);
    }
    assertTrue(seen > 250, "elements " + seen);
    assertEquals(List.of(), faults);
  }

  @Test
  void aNumberOrCodeThatIsANameIsSeen() throws Exception {
    var plan = planner("midi-research").plan(ct(element(0x0018_0050, VR.DS, "DOE^JOHN"), element(0x0018_0022, VR.CS, "DOE^JOHN"), element(0x0020_0013, VR.IS, "JOHN")), Facts.NONE);
    assertFalse(text(plan.result()).contains("JOHN"));
    assertEquals(3, plan.remarks().stream().filter(r -> r.kind() == Remark.Kind.BAD_VALUE).count());
  }

  @Test
  void aTextNobodyListedIsKeptOnlyIfItLooksLikeNobody() throws Exception {
    var harmless = element(0x0018_1250, VR.SH, "HEAD 32");
    assertTrue(planner("midi-research").plan(ct(harmless), Facts.NONE).result().contains(Tag.of(0x0018, 0x1250)));
    for (var text : List.of("Dr Smith coil", "QX-77431", "of Zwetsloot", "20190102", "1.3.6.1.4.1.9.77.5", "555-123-4567")) {
      var plan = planner("midi-research").plan(ct(element(0x0018_1250, VR.SH, text)), Facts.NONE);
      assertFalse(text(plan.result()).contains(text), text);
      assertEquals(1, plan.remarks().size(), text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void elementsOfNoDictionaryAndOfGroupsThatMayNotBeAreGone(String profile) throws Exception {
    var tags = List.of(0x0009_0001, 0x0029_0150, 0x0007_1010, 0x0018_FFF1, 0x0001_0010, 0x0003_1001, 0xFFFF_0010, 0x0004_1500, 0x0000_0010);
    var source = ct(tags.stream().map(t -> element(t, VR.LO, "Qzodd")).toArray(DataElement[]::new));
    var plan = planner(profile).plan(source, Facts.NONE);
    for (var tag : tags) assertFalse(plan.result().contains(new Tag(tag)), new Tag(tag).toString());
    assertFalse(text(plan.result()).contains("Qzodd"));
    assertTrue(plan.remarks().contains(new Remark(TagPath.of(Tag.of(0x0018, 0xFFF1)), Remark.Kind.UNRECOGNISED)));
  }

  @Test
  void whatOnlyExtendsAnObjectGoesAndWhatItsIodNeedsBecomesADummy() throws Exception {
    var observer = DataElement.ofItems(Tag.of(0x0040, 0xA073), List.of(DataSet.of(element(0x0040_A075, VR.PN, "Qzobserver^X"), element(0x0040_A027, VR.LO, "Qzhouse"), element(0x0040_A030, VR.DT, "20190102101112"))));
    assertFalse(planner("ps315-basic").plan(ct(observer), Facts.NONE).result().contains(Tag.of(0x0040, 0xA073)), "in a CT");
    var report = ct(observer, element(0x0040_A493, VR.CS, "VERIFIED")).with(element(0x0008_0016, VR.UI, "1.2.840.10008.5.1.4.1.1.88.22"));
    var items = planner("ps315-basic").plan(report, Facts.NONE).result().items(Tag.of(0x0040, 0xA073));
    assertEquals(1, items.size());
    assertFalse(items.getFirst().stream().anyMatch(e -> e.isEmpty() && e.tag().equals(Tag.of(0x0040, 0xA075))));
    assertFalse(text(items.getFirst()).contains("Qz"));
  }

  @Test
  void withheldGraphicsGoAsWholePlanes() throws Exception {
    var plane = new DataElement[] {element(0x6002_0010, VR.US, "\1\0"), element(0x6002_0022, VR.LO, "by Qzname"), element(0x6002_1500, VR.LO, "label"), element(0x6002_3000, VR.OW, "\0\0"), element(0x5004_2500, VR.LO, "a curve")};
    var left = planner("ps315-basic").plan(ct(plane), Facts.NONE).result();
    for (var element : plane) assertFalse(left.contains(element.tag()), element.tag().toString());
    var graphics = Fixture.profile("ps315-basic").withOptions(Set.of(ProfileOption.CLEAN_GRAPHICS));
    assertFalse(planner(graphics).plan(ct(plane), Facts.NONE).result().contains(Tag.of(0x6002, 0x3000)), "nobody looked at its pixels");
    var looked = new Facts(Facts.NONE.texts(), Facts.Pixels.SEEN_TO_BE_CLEAN, Facts.Pixels.NOT_LOOKED_AT);
    assertTrue(planner(graphics).plan(ct(plane), looked).result().contains(Tag.of(0x6002, 0x3000)));
  }
}
