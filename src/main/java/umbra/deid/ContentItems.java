package umbra.deid;

import java.util.List;
import java.util.Optional;
import umbra.deid.compile.Effect;
import umbra.deid.compile.Slot;
import umbra.deid.rule.Code;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.deid.substitute.DummyItem;
import umbra.deid.table.ContentCodes;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// The values of content items under Clean Structured Content (PS3.15 E.3.4), by Concept Name and Value Type. An item is never dropped,
/// only its value blanked, so that the tree keeps its shape and references by position stay right.
final class ContentItems {
  /// Whether the Items around are content items; BLANK where a whole container shall not be known.
  enum Mode { NONE, CLEAN, BLANK }

  private static final Tag CONCEPT_NAME = Tag.of(0x0040, 0xA043);
  private static final Tag VALUE_TYPE = Tag.of(0x0040, 0xA040);
  private static final List<ProfileOption> PRECEDENCE = List.of(ProfileOption.RETAIN_MODIFIED_DATES, ProfileOption.CLEAN_DESCRIPTORS, ProfileOption.RETAIN_FULL_DATES,
      ProfileOption.RETAIN_UIDS, ProfileOption.RETAIN_DEVICE_IDENTITY, ProfileOption.RETAIN_INSTITUTION_IDENTITY, ProfileOption.RETAIN_PATIENT_CHARACTERISTICS);

  private final Profile profile;
  private final ElementChange change;
  private final Planner.Findings findings;

  ContentItems(Planner.Work work, ElementChange change) {
    this.profile = work.rules().profile();
    this.change = change;
    this.findings = work.findings();
  }

  /// The elements that hold the value of a content item.
  static boolean isValue(Tag tag) {
    return switch (tag.packed()) {
      case 0x0040_A120, 0x0040_A121, 0x0040_A122, 0x0040_A123, 0x0040_A124, 0x0040_A160, 0x0040_A168, 0x0040_A300, 0x0040_A30A, 0x0070_0006 -> true;
      default -> false;
    };
  }

  /// What holds inside an Item of a Sequence.
  Mode modeOf(DataSet item, Slot sequence, Mode outer) {
    if (sequence.effect() != Effect.CONTENT && outer == Mode.NONE) return Mode.NONE;
    if (outer == Mode.BLANK) return Mode.BLANK;
    boolean container = item.text(VALUE_TYPE).filter("CONTAINER"::equals).isPresent();
    return container && row(item, "CONTAINER").filter(r -> code(r) != Code.K).isPresent() ? Mode.BLANK : Mode.CLEAN;
  }

  private static Optional<ContentCodes.Row> row(DataSet item, String valueType) {
    return item.items(CONCEPT_NAME).stream().findFirst().flatMap(c -> ContentCodes.standard()
        .find(c.text(Tag.of(0x0008, 0x0100)).orElse(""), c.text(Tag.of(0x0008, 0x0102)).orElse(""), valueType));
  }

  private Code code(ContentCodes.Row row) {
    for (var option : PRECEDENCE) if (profile.has(option) && row.options().containsKey(option)) return row.options().get(option);
    return row.basic();
  }

  /// The rule for the value of a content item.
  Slot slot(DataSet item, DataElement element, Slot slot, Mode mode) {
    var type = item.text(VALUE_TYPE).orElse("TEXT");
    var row = row(item, type);
    var code = mode == Mode.BLANK ? Code.X : row.map(this::code).orElse(Code.C);
    var rule = mode == Mode.BLANK ? "E.3.4 inside a container to be removed" : row.map(_ -> "E.3.4-1 " + type + " ").orElse("E.3.4 " + type + " ") + code;
    return as(slot, effect(element, code), rule, code);
  }

  /// @param slot of [#slot]
  Optional<DataElement> value(DataSet item, DataElement element, Slot slot, Frame frame) {
    boolean stays = slot.code() == Code.K || slot.code() == Code.C;
    return switch (element.tag().packed()) {
      case 0x0040_A168 -> stays ? codes(element, slot, frame) : replaced(element, frame, slot.rule(), List.of(DummyItem.removedCode()));
      case 0x0040_A300 -> stays ? change.kept(element) : replaced(element, frame, slot.rule(), List.of());
      default -> change.of(item, element, slot, frame, "");
    };
  }

  private Effect effect(DataElement element, Code code) {
    if (code == Code.K && element.tag().packed() != 0x0040_A124) return Effect.KEEP;
    return switch (element.tag().packed()) {
      case 0x0040_A124 -> profile.has(ProfileOption.RETAIN_UIDS) ? Effect.KEEP : Effect.UID;
      case 0x0040_A120, 0x0040_A121 -> code == Code.C ? dates(Effect.DATE) : Effect.DUMMY;
      case 0x0040_A122 -> code == Code.C ? dates(Effect.KEEP) : Effect.DUMMY;
      case 0x0040_A160, 0x0070_0006 -> code == Code.C ? Effect.TEXT : Effect.DUMMY;
      case 0x0040_A168, 0x0040_A300 -> code == Code.C ? Effect.WITHIN : Effect.DUMMY;
      case 0x0040_A30A -> code == Code.C ? Effect.KEEP : Effect.DUMMY;
      default -> Effect.DUMMY;
    };
  }

  private Effect dates(Effect modified) {
    return profile.has(ProfileOption.RETAIN_FULL_DATES) ? Effect.KEEP : profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? modified : Effect.DUMMY;
  }

  private static Slot as(Slot slot, Effect effect, String rule, Code code) {
    return new Slot(slot.tag(), slot.vr(), effect, Effect.DUMMY, rule, code, slot.type(), false, 1, Optional.empty(), slot.child());
  }

  /// A coded value stays unless its scheme is local: then its meaning is free text.
  private Optional<DataElement> codes(DataElement element, Slot slot, Frame frame) {
    var changed = new java.util.ArrayList<DataSet>();
    boolean same = true;
    for (int i = 0; i < element.items().size(); i++) {
      var item = element.items().get(i);
      var meaning = item.find(Tag.of(0x0008, 0x0104));
      if (meaning.isEmpty()) {
        changed.add(item);
        continue;
      }
      var inner = slot.child().slot(0x0008_0104, VR.LO);
      var left = change.of(item, meaning.get(), change.codeMeaning(item, inner), frame.into(element.tag(), i, ""), "");
      boolean untouched = left.filter(e -> e == meaning.get()).isPresent();
      same &= untouched;
      changed.add(untouched ? item : left.map(item::with).orElseGet(() -> item.without(Tag.of(0x0008, 0x0104))));
    }
    if (same) return change.kept(element);
    return replaced(element, frame, slot.rule(), changed);
  }

  private Optional<DataElement> replaced(DataElement element, Frame frame, String rule, List<DataSet> items) {
    var value = new Value.Items(items);
    findings.decide(frame, element.tag(), new Action.Replace(value, true), rule);
    return Optional.of(new DataElement(element.tag(), VR.SQ, value, element.encoded().changed()));
  }
}
