package umbra.deid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.deid.compile.Effect;
import umbra.deid.compile.PrivateRules.OwnWord;
import umbra.deid.compile.PrivateWords;
import umbra.deid.compile.RuleNode;
import umbra.deid.compile.Slot;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
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
      standard(dataSet, element, node, frame, mode).ifPresent(result::add);
      if (isTop) findings.closeTop(tag);
    }
    if (aPrivate.isEmpty()) return result;
    privates(dataSet, node, frame, result);
    if (isTop) findings.closeTop(aPrivate.get());
    return result;
  }

  private Optional<DataElement> standard(DataSet dataSet, DataElement element, RuleNode node, Frame frame, ContentItems.Mode mode) {
    var slot = node.slot(element.tag().packed(), vr(element));
    if (mode != ContentItems.Mode.NONE && ContentItems.isValue(element.tag())) return content.value(dataSet, element, slot, frame, mode);
    if (element.tag().packed() == 0x0008_0104) slot = change.codeMeaning(dataSet, slot);
    if (slot.effect() == Effect.WITHIN || slot.effect() == Effect.CONTENT) return sequence(element, slot, frame, mode, "");
    return change.of(dataSet, element, slot, frame, "");
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
    var tag = element.tag();
    var vr = vr(element);
    if (vr == VR.UN) vr = PrivateDictionary.standard().find(creator, tag).map(PrivateDictionary.Entry::vr).orElse(VR.UN);
    var word = creator.isEmpty() ? OwnWord.NOTHING : own.about(creator, tag);
    var verdict = work.rules().privates().verdict(creator, tag, vr, word, frame.place(tag, creator));
    if (verdict.disputed()) findings.remark(frame, tag, Remark.Kind.SOURCES_DISAGREE);
    var slot = new Slot(tag.packed(), vr, verdict.effect(), Effect.REMOVE, verdict.rule(), verdict.code(), "private", false, 1, Optional.empty(),
        verdict.effect() == Effect.WITHIN ? node.privateChild() : node);
    if (slot.effect() == Effect.WITHIN) return sequence(element, slot, frame, ContentItems.Mode.NONE, creator);
    return change.of(dataSet, element, slot, frame, creator);
  }
}
