package umbra.deid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.deid.compile.Effect;
import umbra.deid.compile.Slot;
import umbra.deid.rule.Code;
import umbra.deid.rule.ProfileOption;
import umbra.deid.substitute.Dummies;
import umbra.deid.substitute.DummyDocument;
import umbra.deid.substitute.DummyItem;
import umbra.deid.substitute.EpochTime;
import umbra.deid.substitute.Substitutes;
import umbra.deid.substitute.ValueForms;
import umbra.deid.value.TextDecision;
import umbra.deid.value.TextValue;
import umbra.deid.vendor.VendorItem;
import umbra.deid.vendor.VendorText;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// Has an effect on one element that is no Sequence to go through.
final class ElementChange {
  /// Schemes whose Code Meanings are laid down by somebody; DICOM PS3.16 Table 8-1 and what came before.
  private static final Set<String> PUBLIC_SCHEMES = Set.of("DCM", "SCT", "SRT", "SNM3", "SNM", "99SDM", "LN", "UCUM", "RADLEX", "FMA", "NCIT", "UMLS", "BI", "MDC", "ISO3166_1", "RFC3066",
      "RFC5646", "UBERON", "NEU", "ITIS_TSN", "MSH", "ACR", "PUBCHEM_CID", "IBSI", "NCDR [2.0B]", "DCMUID", "ICD10", "ICD10CM", "I9C", "RXNORM");

  private static final int MOST_VALUES = 16;
  /// Digits that are no count any more.
  private static final int SHORTEST_ID = 5;

  private final Planner.Work work;
  private final Planner.Findings findings;

  ElementChange(Planner.Work work) {
    this.work = work;
    this.findings = work.findings();
  }

  Optional<DataElement> kept(DataElement element) {
    findings.kept();
    return Optional.of(element);
  }

  /// @param creator of a private element, empty for others
  Optional<DataElement> of(DataSet dataSet, DataElement element, Slot slot, Frame frame, String creator) {
    return switch (slot.effect()) {
      case KEEP -> keep(dataSet, element, slot, frame, creator);
      case REMOVE -> removed(element, slot, frame);
      case EMPTY -> emptied(element, slot, frame);
      case DUMMY -> dummy(dataSet, element, slot, frame);
      case UID -> element.isEmpty() ? kept(element) : replaced(element, slot, frame, work.substitutes().uids(element), true);
      case DATE -> element.isEmpty() ? kept(element) : date(dataSet, element, slot, frame);
      case TEXT -> element.isEmpty() ? kept(element) : text(dataSet, element, slot, frame, creator);
      case AGE -> element.isEmpty() ? kept(element) : age(dataSet, element, slot, frame);
      case PATIENT_ID -> replaced(element, slot, frame, Substitutes.ascii(VR.LO, work.substitutes().subject().patientId()), true);
      case PATIENT_NAME -> replaced(element, slot, frame, Substitutes.ascii(VR.PN, work.substitutes().subject().patientName()), true);
      case GIVEN -> given(dataSet, element, slot, frame);
      case EPOCH -> EpochTime.moved(element, work.substitutes().shift().days()).map(v -> replaced(element, slot, frame, v, true)).orElseGet(() -> fallback(dataSet, element, slot, frame));
      case WITHIN, CONTENT -> throw new IllegalStateException("Sequences are gone through elsewhere");
    };
  }

  private Optional<DataElement> keep(DataSet dataSet, DataElement element, Slot slot, Frame frame, String creator) {
    if (element.isEmpty() || !(element.value() instanceof Value.Bytes(var raw, _))) return kept(element);
    int family = element.tag().group() >>> 8;
    if ((family == 0x60 || family == 0x50) && !element.tag().isPrivate() && work.facts().pixels() == Facts.Pixels.NOT_LOOKED_AT) return removed(element, slot, frame);
    if (element.vr() == VR.SQ || !ValueForms.fits(slot.vr(), raw)) {
      findings.remark(frame, element.tag(), slot.vr() == VR.TM ? Remark.Kind.BAD_DATE : Remark.Kind.BAD_VALUE);
      return fallback(dataSet, element, slot, frame);
    }
    if (element.tag().isPrivate() && VendorText.of(element).stream().map(VendorItem::text).anyMatch(t -> work.identifiers().isIn(t) || work.shapes().areIn(t))) {
      return held(dataSet, element, slot, frame, Remark.Kind.IDENTIFIER_IN_TEXT);
    }
    if (slot.vr() == VR.IS && raw.length() >= SHORTEST_ID && work.identifiers().isIn(String.join("\n", Text.values(element, dataSet.characterSets())))) {
      return held(dataSet, element, slot, frame, Remark.Kind.IDENTIFIER_IN_TEXT);
    }
    if (!slot.keepsFreeText() || umbra.deid.identifier.Identifiers.isSource(element)) return kept(element);
    var text = String.join("\n", Text.values(element, dataSet.characterSets()).stream().filter(v -> !ValueForms.isTerm(slot.vr(), v)).toList());
    boolean own = work.identifiers().isIn(text);
    if (!own && !(slot.isUnasked() && work.shapes().areIn(text))) return kept(element);
    if (work.rules().profile().has(ProfileOption.CLEAN_DESCRIPTORS)) return text(dataSet, element, slot, frame, creator);
    findings.remark(frame, element.tag(), own ? Remark.Kind.IDENTIFIER_IN_TEXT : Remark.Kind.SHAPE_IN_TEXT);
    return fallback(dataSet, element, slot, frame);
  }

  private Optional<DataElement> removed(DataElement element, Slot slot, Frame frame) {
    if (slot.conditional()) findings.remark(frame, element.tag(), Remark.Kind.CONDITIONAL_REMOVED);
    if (slot.rule().equals("unknown")) findings.remark(frame, element.tag(), Remark.Kind.UNRECOGNISED);
    findings.decide(frame, element.tag(), Action.REMOVE, slot.rule());
    return Optional.empty();
  }

  private Optional<DataElement> emptied(DataElement element, Slot slot, Frame frame) {
    if (element.isEmpty()) return kept(element);
    findings.decide(frame, element.tag(), Action.EMPTY, slot.rule());
    return Optional.of(new DataElement(element.tag(), element.vr(), slot.vr() == VR.SQ ? new Value.Items(List.of()) : Value.EMPTY, element.encoded().changed()));
  }

  private Optional<DataElement> dummy(DataSet dataSet, DataElement element, Slot slot, Frame frame) {
    if (element.isEmpty() || Dummies.isKnown(element.tag(), Text.values(element, dataSet.characterSets()))) return kept(element);
    return replaced(element, slot, frame, dummyValue(dataSet, element, slot), false);
  }

  private Value dummyValue(DataSet dataSet, DataElement element, Slot slot) {
    var vr = slot.vr();
    if (vr == VR.SQ) return new Value.Items(List.of(DummyItem.of(element.tag(), slot.child().types())));
    if (vr == VR.UI) return work.substitutes().uids(element);
    if (element.tag().packed() == 0x0042_0011) return Substitutes.bytes(vr, DummyDocument.bytes(dataSet.text(DummyDocument.MIME_TYPE).orElse("")));
    // As many values as there were: an IOD may want more of them than the dictionary says.
    int count = vr.isText() && vr.isMultiValued() ? Math.max(slot.count(), Math.min(MOST_VALUES, Text.values(element, dataSet.characterSets()).size())) : slot.count();
    return Substitutes.bytes(vr, Dummies.bytes(element.tag(), vr, count));
  }

  private Optional<DataElement> replaced(DataElement element, Slot slot, Frame frame, Value value, boolean cleaned) {
    findings.decide(frame, element.tag(), new Action.Replace(value, cleaned), slot.rule());
    return Optional.of(new DataElement(element.tag(), slot.vr() == VR.UN ? element.vr() : slot.vr(), value, element.encoded().changed()));
  }

  /// What the basic profile does, where the effect cannot be had.
  Optional<DataElement> fallback(DataSet dataSet, DataElement element, Slot slot, Frame frame) {
    return switch (slot.fallback()) {
      case REMOVE -> removed(element, slot, frame);
      case EMPTY -> emptied(element, slot, frame);
      case UID -> replaced(element, slot, frame, work.substitutes().uids(element), true);
      case KEEP, DUMMY, DATE, TEXT, AGE, WITHIN, CONTENT, PATIENT_ID, PATIENT_NAME, GIVEN, EPOCH -> dummy(dataSet, element, slot, frame);
    };
  }

  private Optional<DataElement> date(DataSet dataSet, DataElement element, Slot slot, Frame frame) {
    var moved = work.substitutes().dates(element, slot.vr());
    if (moved.isPresent()) return replaced(element, slot, frame, moved.get(), true);
    findings.remark(frame, element.tag(), Remark.Kind.BAD_DATE);
    return fallback(dataSet, element, slot, frame);
  }

  private Optional<DataElement> age(DataSet dataSet, DataElement element, Slot slot, Frame frame) {
    var told = work.substitutes().age(element);
    if (told.isEmpty()) {
      findings.remark(frame, element.tag(), Remark.Kind.BAD_VALUE);
      return fallback(dataSet, element, slot, frame);
    }
    var before = Text.values(element, dataSet.characterSets());
    return before.equals(Text.values(element.withValue(told.get()), dataSet.characterSets())) ? kept(element) : replaced(element, slot, frame, told.get(), true);
  }

  private Optional<DataElement> given(DataSet dataSet, DataElement element, Slot slot, Frame frame) {
    var bytes = dataSet.characterSets().encode(slot.text().orElse(""), slot.vr() == VR.PN);
    return bytes.isPresent() ? replaced(element, slot, frame, Substitutes.bytes(slot.vr(), bytes.get()), false) : dummy(dataSet, element, slot, frame);
  }

  /// Each value by its own decision; one that is not decided brings the whole element down to the basic profile.
  Optional<DataElement> text(DataSet dataSet, DataElement element, Slot slot, Frame frame, String creator) {
    var values = new ArrayList<String>();
    boolean same = true;
    var where = frame.path(element.tag());
    for (var text : Text.values(element, dataSet.characterSets())) {
      if (text.isEmpty()) {
        values.add(text);
        continue;
      }
      var value = new TextValue(where, creator.isEmpty() ? Optional.empty() : Optional.of(creator), slot.vr(), text, work.substitutes().source());
      switch (work.facts().texts().of(value)) {
        case TextDecision.Keep _ -> {
          if (work.identifiers().isIn(text)) return held(dataSet, element, slot, frame, Remark.Kind.IDENTIFIER_IN_TEXT);
          var left = work.keptText().of(text);
          values.add(left);
          same &= left.equals(text);
        }
        case TextDecision.ReplaceBy(var other) -> {
          values.add(other);
          same = false;
        }
        case TextDecision.Remove _ -> {
          return fallback(dataSet, element, slot, frame);
        }
        case TextDecision.Undecided _ -> {
          if (slot.effect() == Effect.KEEP && work.identifiers().isIn(text)) return held(dataSet, element, slot, frame, Remark.Kind.IDENTIFIER_IN_TEXT);
          if (slot.effect() == Effect.TEXT || work.shapes().areIn(text)) return held(dataSet, element, slot, frame, Remark.Kind.UNDECIDED_TEXT);
          values.add(text);
        }
      }
    }
    if (same) return kept(element);
    var bytes = dataSet.characterSets().encode(String.join("\\", values), slot.vr() == VR.PN);
    return bytes.isPresent() ? replaced(element, slot, frame, Substitutes.bytes(slot.vr(), bytes.get()), true) : fallback(dataSet, element, slot, frame);
  }

  private Optional<DataElement> held(DataSet dataSet, DataElement element, Slot slot, Frame frame, Remark.Kind why) {
    findings.remark(frame, element.tag(), why);
    return fallback(dataSet, element, slot, frame);
  }

  /// Code Meaning of a local scheme is somebody's free text.
  Slot codeMeaning(DataSet dataSet, Slot slot) {
    boolean cleans = work.rules().profile().has(ProfileOption.CLEAN_DESCRIPTORS);
    if (slot.effect() != Effect.KEEP || !cleans && work.rules().profile().unlisted().of(VR.LO) == Code.K) return slot;
    var scheme = dataSet.text(Tag.of(0x0008, 0x0102)).orElse("");
    if (PUBLIC_SCHEMES.contains(scheme.toUpperCase(java.util.Locale.ROOT)) || scheme.isEmpty()) return slot;
    return new Slot(slot.tag(), slot.vr(), cleans ? Effect.TEXT : Effect.DUMMY, Effect.DUMMY, "E.3.5, Code Meaning of a local scheme", Code.C, slot.type(), false, 1, Optional.empty(), slot.child());
  }
}
