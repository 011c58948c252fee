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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.TextDecision;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;

/// UIDs and references (docs/hard-points.md, part C).
class UidPointsTest {
  private static final Tag STUDY = Tag.of(0x0020, 0x000D);
  private static final Tag FRAME_OF_REFERENCE = Tag.of(0x0020, 0x0052);
  private static final Tag REFERENCED = Tag.of(0x0008, 0x1155);

  private static DataElement items(int packed, DataSet... items) {
    return DataElement.ofItems(new Tag(packed), List.of(items));
  }

  private static DataElement uid(int packed, String value) {
    return element(packed, VR.UI, value);
  }

  @Test
  void paddingDoesNotMakeAnotherUidAndEmptyStaysEmpty() throws Exception {
    var expected = planner("midi-research").pseudonyms().uid("1.3.6.1.4.1.9.77.5");
    for (var padded : List.of("1.3.6.1.4.1.9.77.5", "1.3.6.1.4.1.9.77.5\0", "1.3.6.1.4.1.9.77.5 ", " 1.3.6.1.4.1.9.77.5\0\0")) {
      assertEquals(Optional.of(expected), planner("midi-research").plan(ct(uid(0x0020_0052, padded)), Facts.NONE).result().text(FRAME_OF_REFERENCE), padded.replace('\0', '0'));
    }
    var odd = planner("midi-research").plan(ct(uid(0x0020_0052, "1.3.06.77")), Facts.NONE).result().text(FRAME_OF_REFERENCE).orElseThrow();
    assertTrue(odd.startsWith("2.25."), "a component with a leading zero");
    var two = planner("midi-research").plan(ct(uid(0x0008_0058, "1.3.6.1.4.1.9.77.5\\1.3.6.1.4.1.9.77.6")), Facts.NONE).result().texts(Tag.of(0x0008, 0x0058));
    assertEquals(expected, two.getFirst());
    assertEquals(2, new HashSet<>(two).size());
    assertTrue(planner("midi-research").plan(ct(uid(0x0020_0052, "")), Facts.NONE).result().find(FRAME_OF_REFERENCE).orElseThrow().isEmpty());
  }

  /// An image, structures, plan, dose, segmentation, report, and presentation state that speak of each other.
  private static List<DataSet> objects() {
    var image = ct(uid(0x0020_0052, "1.3.6.1.4.1.9.77.40"));
    var reference = DataSet.of(uid(0x0008_1150, Fixture.CT), uid(0x0008_1155, "1.3.6.1.4.1.9.77.5"));
    var contour = DataSet.of(items(0x3006_0016, reference));
    var structures = other("481.3", "6").with(items(0x3006_0010, DataSet.of(uid(0x0020_0052, "1.3.6.1.4.1.9.77.40"), items(0x3006_0012, DataSet.of(uid(0x0008_1150, "1.2.840.10008.3.1.2.3.1"),
        uid(0x0008_1155, "1.3.6.1.4.1.9.77.1"), items(0x3006_0014, DataSet.of(uid(0x0020_000E, "1.3.6.1.4.1.9.77.2"), items(0x3006_0016, reference))))))))
        .with(items(0x3006_0039, DataSet.of(items(0x3006_0040, contour))));
    var plan = other("481.5", "7").with(items(0x300C_0060, DataSet.of(uid(0x0008_1150, "1.2.840.10008.5.1.4.1.1.481.3"), uid(0x0008_1155, "1.3.6.1.4.1.9.77.6"))));
    var dose = other("481.2", "8").with(uid(0x0020_0052, "1.3.6.1.4.1.9.77.40")).with(items(0x300C_0002, DataSet.of(uid(0x0008_1150, "1.2.840.10008.5.1.4.1.1.481.5"), uid(0x0008_1155, "1.3.6.1.4.1.9.77.7"))));
    var segmentation = other("66.4", "9").with(items(0x5200_9230, DataSet.of(items(0x0008_9124, DataSet.of(items(0x0008_2112, reference))))));
    var report = other("88.22", "10").with(items(0x0040_A730, DataSet.of(element(0x0040_A040, VR.CS, "UIDREF"), uid(0x0040_A124, "1.3.6.1.4.1.9.77.5")),
        DataSet.of(element(0x0040_A040, VR.CS, "IMAGE"), items(0x0008_1199, reference))));
    var state = other("11.1", "11").with(items(0x0008_1115, DataSet.of(uid(0x0020_000E, "1.3.6.1.4.1.9.77.2"), items(0x0008_1140, reference))))
        .with(element(0x0099_0010, VR.LO, "NQHeader")).with(uid(0x0099_1002, "1.3.6.1.4.1.9.77.2"));
    return List.of(image, structures, plan, dose, segmentation, report, state);
  }

  private static DataSet other(String sopClass, String number) {
    return ct(uid(0x0008_0018, "1.3.6.1.4.1.9.77." + number)).with(uid(0x0008_0016, "1.2.840.10008.5.1.4.1.1." + sopClass));
  }

  private static void uids(DataSet dataSet, String path, Map<String, String> found) {
    for (var element : dataSet) {
      for (int i = 0; i < element.items().size(); i++) uids(element.items().get(i), path + element.tag() + i, found);
      if (element.vr() == VR.UI) dataSet.text(element.tag()).ifPresent(u -> found.put(path + element.tag(), u));
    }
  }

  @Test
  void referencesBetweenObjectsHaveTheSameShapeAndASecondRunGivesTheSame() throws Exception {
    var map = new HashMap<String, String>();
    int compared = 0;
    for (var object : objects()) {
      var before = new HashMap<String, String>();
      var after = new HashMap<String, String>();
      uids(object, "", before);
      uids(planner("midi-research").plan(object, Facts.NONE).result(), "", after);
      assertEquals(text(planner("midi-research").plan(object, Facts.NONE).result()), text(planner("midi-research").plan(object, Facts.NONE).result()));
      for (var entry : before.entrySet()) {
        var now = after.get(entry.getKey());
        assertTrue(now != null, entry.getKey() + " of " + object.text(Tags.SOP_CLASS_UID).orElseThrow() + " is gone");
        assertEquals(now, map.computeIfAbsent(entry.getValue(), _ -> now), entry.getKey());
        compared++;
      }
    }
    assertTrue(compared > 40, "compared " + compared);
    assertEquals(map.size(), new HashSet<>(map.values()).size(), "no two became one");
    map.forEach((before, after) -> assertEquals(before.startsWith("1.2.840.10008."), before.equals(after)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void uidsThatTheStandardGaveOutStay(String profile) throws Exception {
    var loaded = Fixture.profile(profile);
    var changed = new ArrayList<String>();
    for (var entry : Dictionary.standard().entries().filter(e -> e.vrs().equals(List.of(VR.UI)) && !e.pattern().contains("x")).toList()) {
      var tag = new Tag(Integer.parseUnsignedInt(entry.pattern(), 16));
      if (tag.group() < 8) continue;
      var after = planner(loaded).plan(ct(uid(tag.packed(), "1.2.840.10008.1.4.1.1")), Facts.NONE).result().text(tag);
      if (after.filter(u -> !u.equals("1.2.840.10008.1.4.1.1")).isPresent()) changed.add(entry.keyword());
    }
    assertEquals(List.of(), changed);
  }

  @Test
  void uidsWithinTextAreSwappedLikeAllOthersAndAddressesGo() throws Exception {
    var source = ct(element(0x0020_4000, VR.LT, "copy of 1.3.6.1.4.1.9.77.5 made later"), element(0x0008_1190, VR.UR, "http://pacs/1.3.6.1.4.1.9.77.5"),
        element(0x0028_7FE0, VR.UR, "http://pacs/1.3.6.1.4.1.9.77.5"), element(0x0040_E010, VR.UR, "file://host/QX-77431"));
    var after = planner("midi-research").plan(source, new Facts(_ -> TextDecision.KEEP, Facts.Pixels.NOT_LOOKED_AT, Facts.Pixels.NOT_LOOKED_AT)).result();
    assertEquals(Optional.of("copy of " + after.text(Tags.SOP_INSTANCE_UID).orElseThrow() + " made later"), after.text(Tag.of(0x0020, 0x4000)));
    for (int url : new int[] {0x0008_1190, 0x0028_7FE0, 0x0040_E010}) assertFalse(after.text(new Tag(url)).filter(u -> u.contains("77")).isPresent(), new Tag(url).toString());
  }

  @Test
  void retainedUidsStayWhileAllOtherRulesHold() throws Exception {
    var profile = Fixture.profile("midi-research").withOptions(Set.of(ProfileOption.RETAIN_UIDS));
    var after = planner(profile).plan(ct(items(0x0008_1140, DataSet.of(uid(0x0008_1155, "1.3.6.1.4.1.9.77.9"))), uid(0x0020_0052, "1.3.6.1.4.1.9.77.40")), Facts.NONE).result();
    assertEquals(Optional.of("1.3.6.1.4.1.9.77.1"), after.text(STUDY));
    assertEquals(Optional.of("1.3.6.1.4.1.9.77.5"), after.text(Tags.SOP_INSTANCE_UID));
    assertEquals(Optional.of("1.3.6.1.4.1.9.77.40"), after.text(FRAME_OF_REFERENCE));
    assertEquals(Optional.of("1.3.6.1.4.1.9.77.9"), after.items(Tag.of(0x0008, 0x1140)).getFirst().text(REFERENCED));
    assertNotEquals(Optional.of("QX-77431"), after.text(Tags.PATIENT_ID));
  }
}
