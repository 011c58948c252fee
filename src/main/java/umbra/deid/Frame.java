package umbra.deid;

import java.util.ArrayList;
import umbra.deid.rule.Selector;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;

/// Where a walk stands, cheap to make: a path is spelled out only for what changes.
///
/// @param creator of a private Sequence, empty for others
record Frame(java.util.Optional<Frame> above, Tag sequence, int item, String creator) {
  static final Frame TOP = new Frame(java.util.Optional.empty(), new Tag(0), 0, "");

  Frame into(Tag inner, int index, String innerCreator) {
    return new Frame(java.util.Optional.of(this), inner, index, innerCreator);
  }

  TagPath path(Tag tag) {
    var steps = new ArrayList<TagPath.Step>();
    for (var at = this; at.above.isPresent(); at = at.above.get()) steps.addFirst(new TagPath.Step(at.sequence, at.item));
    return new TagPath(steps, tag);
  }

  /// As [umbra.deid.table.TciaNested] writes places; empty at the top.
  String place(Tag tag, String tagCreator) {
    if (above.isEmpty()) return "";
    var text = new StringBuilder(Selector.step(tag, tagCreator));
    for (var at = this; at.above.isPresent(); at = at.above.get()) text.insert(0, Selector.step(at.sequence, at.creator) + ">");
    return text.toString();
  }
}
