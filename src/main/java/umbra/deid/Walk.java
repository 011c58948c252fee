package umbra.deid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.deid.compile.Effect;
import umbra.deid.compile.PrivateRules;
import umbra.deid.compile.PrivateRules.OwnWord;
import umbra.deid.compile.PrivateWords;
import umbra.deid.compile.RuleNode;
import umbra.deid.compile.Slot;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Encoded;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.dict.PrivateDictionary;

/// Goes through one Data Set and everything in it. What stays costs a look-up and nothing more.
final class Walk {
  private final Planner.Work work;
  private final Planner.Findings findings;
  private final ElementChange change;
  private final ContentItems content;

  Walk(Planner.Work work) {
    this.work = work;
    this.findings = work.findings();
    this.change = new ElementChange(work);
    this.content = new ContentItems(work, change);
  }

  /// The VR by which the rules see an element: that of the dictionary where the file says UN.
  static VR vr(DataElement element) {
    if (element.value() instanceof Value.Items) return VR.SQ;
    if (element.vr() != VR.UN || element.tag().isPrivate()) return element.vr();
    return Dictionary.standard().implicitVr(element.tag().packed());
  }

  /// What is left of a Data Set, in its order.
  List<DataElement> elements(DataSet dataSet, RuleNode node, Frame frame) {
    return elements(dataSet, node, frame, ContentItems.Mode.NONE);
  }

  private List<DataElement> elements(DataSet dataSet, RuleNode node, Frame frame, ContentItems.Mode mode) {
    var result = new ArrayList<DataElement>(dataSet.size());
    boolean isTop = frame == Frame.TOP;
    Optional<Tag> aPrivate = Optional.empty();
    for (var element : dataSet) {
      var tag = element.tag();
      if (tag.isPrivate()) {
        aPrivate = Optional.of(tag);
        continue;
      }
      if (tag.isGroupLength()) continue;
      var left = standard(dataSet, element, node, frame, mode);
      if (left.isPresent()) result.add(left.get());
      if (isTop) findings.closeTop(tag);
    }
    if (aPrivate.isEmpty()) return result;
    privates(dataSet, node, frame, result);
    if (isTop) findings.closeTop(aPrivate.get());
    return result;
  }

  private Optional<DataElement> standard(DataSet dataSet, DataElement element, RuleNode node, Frame frame, ContentItems.Mode mode) {
    var slot = standardSlot(dataSet, element, node, mode);
    if (isContent(element, mode)) return content.value(dataSet, element, slot, frame);
    if (slot.effect() == Effect.WITHIN || slot.effect() == Effect.CONTENT) return sequence(element, slot, frame, mode, "");
    return change.of(dataSet, element, slot, frame, "");
  }

  private static boolean isContent(DataElement element, ContentItems.Mode mode) {
    return mode != ContentItems.Mode.NONE && ContentItems.isValue(element.tag());
  }

  private Slot standardSlot(DataSet dataSet, DataElement element, RuleNode node, ContentItems.Mode mode) {
    var slot = node.slot(element.tag().packed(), vr(element));
    if (isContent(element, mode)) return content.slot(dataSet, element, slot, mode);
    return element.tag().packed() == 0x0008_0104 ? change.codeMeaning(dataSet, slot) : slot;
  }

  private Optional<DataElement> sequence(DataElement element, Slot slot, Frame frame, ContentItems.Mode outer, String creator) {
    if (!(element.value() instanceof Value.Items(var items))) {
      if (element.isEmpty()) return change.kept(element);
      findings.remark(frame, element.tag(), Remark.Kind.BAD_VALUE);
      findings.decide(frame, element.tag(), Action.REMOVE, slot.rule());
      return Optional.empty();
    }
    var changed = new ArrayList<DataSet>(items.size());
    boolean same = true;
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var mode = content.modeOf(item, slot, outer);
      var left = elements(item, slot.child(), frame.into(element.tag(), i, creator), mode);
      boolean untouched = isSame(item, left);
      same &= untouched;
      changed.add(untouched ? item : item.withElements(left));
    }
    if (same) return change.kept(element);
    findings.decide(frame, element.tag(), new Action.Within(), slot.rule());
    return Optional.of(new DataElement(element.tag(), VR.SQ, new Value.Items(changed), element.encoded().changed()));
  }

  private static boolean isSame(DataSet before, List<DataElement> after) {
    if (before.size() != after.size()) return false;
    int i = 0;
    for (var element : before) if (element != after.get(i++)) return false;
    return true;
  }

  /// Private elements by the creators of this very Item; creators stay only where something of their block did.
  private void privates(DataSet dataSet, RuleNode node, Frame frame, List<DataElement> result) {
    Map<Tag, String> creators = new HashMap<>();
    for (var element : dataSet) {
      if (element.tag().isPrivateCreator()) creators.putIfAbsent(element.tag(), dataSet.text(element.tag()).orElse(""));
    }
    var own = PrivateWords.of(dataSet);
    var left = new ArrayList<DataElement>();
    for (var element : dataSet) {
      var tag = element.tag();
      if (!tag.isPrivate() || tag.isPrivateCreator() || tag.isGroupLength()) continue;
      if (tag.element() < 0x1000) {
        findings.remark(frame, tag, Remark.Kind.UNRECOGNISED);
        findings.decide(frame, tag, Action.REMOVE, "private element outside a block");
        continue;
      }
      privateElement(dataSet, element, creators.getOrDefault(tag.privateCreator(), ""), own, node, frame).ifPresent(left::add);
    }
    var used = left.stream().map(e -> e.tag().privateCreator()).collect(java.util.stream.Collectors.toSet());
    for (var element : dataSet) {
      if (!element.tag().isPrivateCreator()) continue;
      if (used.contains(element.tag()) && dataSet.find(element.tag()).filter(first -> first == element).isPresent()) left.add(change.kept(element).orElseThrow());
      else findings.decide(frame, element.tag(), Action.REMOVE, "private creator of nothing that stays");
    }
    if (left.isEmpty()) return;
    result.addAll(left);
    result.sort(java.util.Comparator.comparing(DataElement::tag));
  }

  private Optional<DataElement> privateElement(DataSet dataSet, DataElement element, String creator, PrivateWords own, RuleNode node, Frame frame) {
    var verdict = verdict(element, creator, own, node, frame);
    if (verdict.disputed()) findings.remark(frame, element.tag(), Remark.Kind.SOURCES_DISAGREE);
    var slot = privateSlot(element, creator, verdict, node);
    if (slot.effect() == Effect.WITHIN) return sequence(element, slot, frame, ContentItems.Mode.NONE, creator);
    return change.of(dataSet, element, slot, frame, creator);
  }

  private PrivateRules.Verdict verdict(DataElement element, String creator, PrivateWords own, RuleNode node, Frame frame) {
    var word = creator.isEmpty() ? OwnWord.NOTHING : own.about(creator, element.tag());
    return work.rules().privates().verdict(new PrivateRules.At(creator, element.tag(), privateVr(element, creator), frame.place(element.tag(), creator), node.sopClass()), word);
  }

  private static VR privateVr(DataElement element, String creator) {
    var vr = vr(element);
    return vr == VR.UN ? PrivateDictionary.standard().find(creator, element.tag()).map(PrivateDictionary.Entry::vr).orElse(VR.UN) : vr;
  }

  private static Slot privateSlot(DataElement element, String creator, PrivateRules.Verdict verdict, RuleNode node) {
    return new Slot(element.tag().packed(), privateVr(element, creator), verdict.effect(), Effect.REMOVE, verdict.rule(), verdict.code(), "private", false, 1, verdict.text(),
        verdict.effect() == Effect.WITHIN ? node.privateChild(element.tag(), creator) : node);
  }

  /// The rule of an element, found by the steps that a walk takes to it; what is not there is seen as empty, with the VR of the dictionary.
  RuleExplanation explain(DataSet top, RuleNode root, TagPath where) {
    var dataSet = top;
    var node = root;
    var frame = Frame.TOP;
    var mode = ContentItems.Mode.NONE;
    for (var step : where.items()) {
      var sequence = dataSet.find(step.sequence()).orElseGet(() -> DataElement.ofItems(step.sequence(), List.of()));
      var slot = slot(dataSet, sequence, node, frame, mode);
      var item = step.item() < sequence.items().size() ? sequence.items().get(step.item()) : DataSet.EMPTY;
      mode = step.sequence().isPrivate() ? ContentItems.Mode.NONE : content.modeOf(item, slot, mode);
      frame = frame.into(step.sequence(), step.item(), creator(dataSet, step.sequence()));
      node = slot.child();
      dataSet = item;
    }
    var element = dataSet.find(where.tag()).orElseGet(() -> new DataElement(where.tag(), Dictionary.standard().implicitVr(where.tag().packed()), Value.EMPTY, Encoded.NEW));
    var slot = slot(dataSet, element, node, frame, mode);
    return new RuleExplanation(new RuleId(slot.rule()), slot.code(), slot.type(), slot.effect().words());
  }

  private Slot slot(DataSet dataSet, DataElement element, RuleNode node, Frame frame, ContentItems.Mode mode) {
    var tag = element.tag();
    if (!tag.isPrivate() || tag.element() < 0x1000) return standardSlot(dataSet, element, node, mode);
    var creator = creator(dataSet, tag);
    return privateSlot(element, creator, verdict(element, creator, PrivateWords.of(dataSet), node, frame), node);
  }

  private static String creator(DataSet dataSet, Tag tag) {
    return tag.isPrivate() && tag.element() >= 0x1000 ? dataSet.text(tag.privateCreator()).orElse("") : "";
  }
}
