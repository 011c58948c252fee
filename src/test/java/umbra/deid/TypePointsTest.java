package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import umbra.deid.substitute.Dummies;
import umbra.deid.table.AttributeType;
import umbra.deid.table.ConfidentialityTable;
import umbra.deid.table.IodTypes;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;

/// Action codes and the Type that chooses between their letters (docs/hard-points.md, part B).
class TypePointsTest {
  private static final Tag SOURCE_IMAGES = Tag.of(0x0008, 0x2112);

  private static DataSet of(String sopClass, DataElement... elements) {
    return ct(elements).with(element(0x0008_0016, VR.UI, sopClass));
  }

  private static DataElement planted(Tag tag) {
    var vr = Dictionary.standard().implicitVr(tag.packed());
    if (vr == VR.SQ) return DataElement.ofItems(tag, List.of(DataSet.of(element(0x0008_0104, VR.LO, "Qzcode"))));
    return DataElement.ofBytes(tag, vr, Dummies.bytes(vr, 1));
  }

  /// CT, Enhanced MR, Secondary Capture, RT Plan.
  @ParameterizedTest
  @ValueSource(strings = {"1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4.1", "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.481.5"})
  void theTypeAtThePlaceInTheSopClassChooses(String sopClass) throws Exception {
    var iod = IodTypes.ofSopClass(sopClass);
    for (int packed : new int[] {0x0008_002A, 0x0018_1030, 0x0018_1000, 0x0008_0082, 0x0008_0080, 0x0008_0090, 0x0008_0023}) {
      var tag = new Tag(packed);
      var basic = ConfidentialityTable.standard().find(packed).orElseThrow().basic();
      var after = planner("ps315-basic").plan(of(sopClass, planted(tag)), Facts.NONE).result().find(tag);
      var type = iod.root().type(packed);
      var found = after.isEmpty() ? "X" : after.get().isEmpty() ? "Z" : "D";
      assertEquals(expected(basic, type, iod.complete()), found, tag + " " + basic + " of Type " + type);
    }
  }

  private static String expected(Code code, Optional<AttributeType> type, boolean complete) {
    boolean value = type.map(t -> t == AttributeType.ONE || t == AttributeType.ONE_C).orElse(!complete);
    boolean presence = type.map(t -> t != AttributeType.THREE).orElse(!complete);
    return switch (code) {
      case X_Z_D -> value ? "D" : presence ? "Z" : "X";
      case X_D -> presence ? "D" : "X";
      case X_Z -> presence ? value && type.isPresent() ? "D" : "Z" : "X";
      case Z_D -> value ? "D" : "Z";
      case Z -> value && type.isPresent() ? "D" : "Z";
      case D -> type.isEmpty() && complete ? "X" : "D";
      default -> throw new IllegalArgumentException(code.toString());
    };
  }

  /// Whatever stands in an IOD as Type 1 has a value afterwards, whatever stands as Type 2 is there.
  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void nothingThatAnIodRequiresIsLost(String profile) throws Exception {
    var planner = planner(profile);
    var faults = new ArrayList<String>();
    for (var sopClass : IodTypes.sopClasses().stream().sorted().toList()) {
      var source = of(sopClass);
      var types = IodTypes.ofSopClass(sopClass).root().types();
      for (var packed : types.keySet()) {
        if (packed >>> 16 < 8 || !source.find(new Tag(packed)).isEmpty() || packed >>> 24 == 0x60 || packed >>> 24 == 0x50) continue;
        source = source.with(planted(new Tag(packed)));
      }
      var after = planner.plan(source, Facts.NONE).result();
      for (var entry : types.entrySet()) {
        var tag = new Tag(entry.getKey());
        if (!source.contains(tag) || NOT_REQUIRED.contains(entry.getKey())) continue;
        if (entry.getValue() == AttributeType.ONE && after.find(tag).filter(e -> !e.isEmpty()).isEmpty()) faults.add(sopClass + " " + tag + " 1");
        if (entry.getValue() == AttributeType.TWO && !after.contains(tag)) faults.add(sopClass + " " + tag + " 2");
      }
    }
    assertEquals(List.of(), faults);
  }

  /// Must go whatever their Type: Encrypted Attributes, MAC Parameters, Digital Signatures, Original and Modified Attributes, Icon Image.
  private static final List<Integer> NOT_REQUIRED = List.of(0x0400_0500, 0x4FFE_0001, 0xFFFA_FFFA, 0x0400_0561, 0x0400_0550, 0x0088_0200);

  @Test
  void aConditionalElementKeepsADummyIsEmptiedOrIsRemovedAndListed() throws Exception {
    int dummies = 0;
    int removed = 0;
    for (var sopClass : IodTypes.sopClasses()) {
      for (var entry : IodTypes.ofSopClass(sopClass).root().types().entrySet()) {
        var row = ConfidentialityTable.standard().find(entry.getKey());
        if (entry.getValue() != AttributeType.ONE_C && entry.getValue() != AttributeType.TWO_C || row.isEmpty()) continue;
        var tag = new Tag(entry.getKey());
        var plan = planner("ps315-basic").plan(of(sopClass, planted(tag)), Facts.NONE);
        if (row.get().basic() == Code.D && entry.getValue() == AttributeType.ONE_C) {
          dummies++;
          assertTrue(plan.result().find(tag).filter(e -> !e.isEmpty()).isPresent(), tag.toString());
        } else if (row.get().basic() == Code.X && !NOT_REQUIRED.contains(entry.getKey())) {
          removed++;
          if (entry.getValue() == AttributeType.TWO_C) {
            assertTrue(plan.result().find(tag).filter(DataElement::isEmpty).isPresent(), tag.toString());
            continue;
          }
          assertFalse(plan.result().contains(tag), tag.toString());
          assertTrue(plan.remarks().stream().anyMatch(r -> r.kind() == Remark.Kind.CONDITIONAL_REMOVED), tag.toString());
        }
      }
    }
    assertTrue(dummies > 0 && removed > 0, dummies + " " + removed);
  }

  @Test
  void aSequenceThatMayNotBeEmptyGetsOneItemThatTellsNothing() throws Exception {
    int seen = 0;
    for (var row : ConfidentialityTable.standard().rows()) {
      if (row.basic() != Code.D || row.pattern().contains("x") || row.pattern().contains("g")) continue;
      var tag = new Tag(Integer.parseUnsignedInt(row.pattern(), 16));
      if (Dictionary.standard().implicitVr(tag.packed()) != VR.SQ) continue;
      for (var sopClass : IodTypes.sopClasses()) {
        var types = IodTypes.ofSopClass(sopClass).root();
        if (types.type(tag.packed()).isEmpty()) continue;
        seen++;
        var items = planner("ps315-basic").plan(of(sopClass, DataElement.ofItems(tag, List.of(DataSet.of(element(0x0010_4000, VR.LT, "Qz")), DataSet.of()))), Facts.NONE).result().items(tag);
        assertEquals(1, items.size(), tag + " in " + sopClass);
        assertFalse(text(items.getFirst()).contains("Qz"));
        for (var required : types.child(tag.packed()).types().entrySet()) {
          if (required.getValue() == AttributeType.ONE) assertTrue(items.getFirst().find(new Tag(required.getKey())).filter(e -> !e.isEmpty()).isPresent(), tag + " lacks " + new Tag(required.getKey()));
        }
        break;
      }
    }
    assertTrue(seen >= 3, "sequences " + seen);
  }

  @Test
  void referencesGoAreEmptiedOrSwappedByTheirType() throws Exception {
    var reference = DataElement.ofItems(SOURCE_IMAGES, List.of(DataSet.of(element(0x0008_1150, VR.UI, Fixture.CT), element(0x0008_1155, VR.UI, "1.3.6.1.4.1.9.77.5"))));
    assertFalse(planner("ps315-basic").plan(ct(reference), Facts.NONE).result().contains(SOURCE_IMAGES), "Type 3");
    var photograph = planner("ps315-basic").plan(of("1.2.840.10008.5.1.4.1.1.77.1.5.1", reference), Facts.NONE).result();
    assertTrue(photograph.find(SOURCE_IMAGES).orElseThrow().isEmpty(), "Type 2C");
    var ultrasound = planner("ps315-basic").plan(of("1.2.840.10008.5.1.4.1.1.6.2", reference), Facts.NONE).result();
    assertEquals(ultrasound.text(Tag.of(0x0008, 0x0018)), ultrasound.items(SOURCE_IMAGES).getFirst().text(Tag.of(0x0008, 0x1155)), "Type 1C");
    var research = planner("midi-research").plan(ct(reference), Facts.NONE).result();
    assertEquals(research.text(Tag.of(0x0008, 0x0018)), research.items(SOURCE_IMAGES).getFirst().text(Tag.of(0x0008, 0x1155)), "kept by its rule");
  }
}
