package umbra.workspace.integrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// A reference as it was and as it will be.
///
/// @param after [Reference#GONE] if it was removed or replaced by a dummy
public record Link(Reference before, Reference after) {
  private static final Tag REFERENCED_SOP_INSTANCE = Tag.of(0x0008, 0x1155);
  private static final Tag REFERENCED_FRAME = Tag.of(0x0008, 0x1160);
  private static final Tag REFERENCED_SEGMENT = Tag.of(0x0062, 0x000B);
  private static final List<Tag> FRAMES_OF_REFERENCE = List.of(Tag.of(0x0020, 0x0052), Tag.of(0x3006, 0x0024), Tag.of(0x3006, 0x00C2));
  private static final Tag STUDY = Tag.of(0x0020, 0x000D);
  /// Stands where a reference is required and nothing may be said.
  private static final String DUMMY = "2.25.0";

  /// All that an instance names, each once. References to the study itself, as old RT objects make them, are none to an instance.
  ///
  /// @param after the same object with other UIDs: items stand where they stood
  public static Set<Link> between(DataSet before, DataSet after) {
    var links = new HashSet<Link>();
    new Walk(text(before, STUDY), text(before, Tags.SOP_INSTANCE_UID), text(after, Tags.SOP_INSTANCE_UID), links).item(before, after);
    return links;
  }

  private static String text(DataSet dataSet, Tag tag) {
    return dataSet.text(tag).orElse("").strip();
  }

  /// One walk through both at once.
  private record Walk(String study, String ownBefore, String ownAfter, Set<Link> links) {
    void item(DataSet before, DataSet after) {
      for (var element : before) {
        var items = element.items();
        var others = items.isEmpty() ? List.<DataSet>of() : after.items(element.tag());
        for (int i = 0; i < items.size(); i++) item(items.get(i), i < others.size() ? others.get(i) : DataSet.EMPTY);
      }
      for (var tag : FRAMES_OF_REFERENCE) add(Reference.Kind.FRAME_OF_REFERENCE, text(before, tag), text(after, tag), 0);
      var uid = text(before, REFERENCED_SOP_INSTANCE);
      if (!uid.isEmpty()) instance(uid, text(after, REFERENCED_SOP_INSTANCE), before);
      else for (int segment : numbers(before, REFERENCED_SEGMENT)) add(Reference.Kind.SEGMENT, ownBefore, ownAfter, segment);
    }

    private void instance(String uid, String after, DataSet item) {
      if (uid.equals(study)) return;
      add(Reference.Kind.INSTANCE, uid, after, 0);
      for (int frame : numbers(item, REFERENCED_FRAME)) add(Reference.Kind.FRAME, uid, after, frame);
      for (int segment : numbers(item, REFERENCED_SEGMENT)) add(Reference.Kind.SEGMENT, uid, after, segment);
    }

    private void add(Reference.Kind kind, String before, String after, int number) {
      if (before.isEmpty() || before.equals(DUMMY)) return;
      links.add(new Link(new Reference(kind, before, number), after.isEmpty() || after.equals(DUMMY) ? Reference.GONE : new Reference(kind, after, number)));
    }
  }

  private static List<Integer> numbers(DataSet dataSet, Tag tag) {
    var numbers = new ArrayList<Integer>();
    for (int i = 0; dataSet.decimal(tag, i).isPresent(); i++) numbers.add((int) dataSet.decimal(tag, i).getAsDouble());
    return numbers;
  }
}
