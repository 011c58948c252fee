package umbra.workspace.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;

/// One line of a header: a part of the file, an element, or an Item of a Sequence.
public sealed interface HeaderNode {
  /// Names the line in any Data Set: the same in the next image.
  Key key();

  /// What stands below it, made when asked for.
  List<HeaderNode> children();

  default boolean hasChildren() {
    return switch (this) {
      case Section s -> !s.dataSet.isEmpty();
      case Element e -> !e.element.items().isEmpty();
      case Item i -> !i.dataSet.isEmpty();
    };
  }

  /// @param item index from 0 for an Item of the Sequence at the path; -1 for the element itself
  /// @param occurrence 0 for the first element of its Tag in its Data Set; more only in faulty ones
  record Key(TagPath path, int item, int occurrence) {
    /// The path as people copy it.
    @Override
    public String toString() {
      return item < 0 ? path.toString() : path + "[" + item + "]";
    }
  }

  /// A part of the file that is not the Data Set itself.
  record Section(String title, DataSet dataSet) implements HeaderNode {
    @Override
    public Key key() {
      return new Key(TagPath.of(Tag.of(2, 0)), 0, -1);
    }

    @Override
    public List<HeaderNode> children() {
      return elements(dataSet, List.of());
    }
  }

  /// @param home the Data Set or Item it stands in
  record Element(DataElement element, Key key, DataSet home) implements HeaderNode {
    @Override
    public List<HeaderNode> children() {
      var items = element.items();
      var nodes = new ArrayList<HeaderNode>(items.size());
      for (int i = 0; i < items.size(); i++) nodes.add(new Item(items.get(i), new Key(key.path, i, key.occurrence)));
      return nodes;
    }

    @Override
    public String toString() {
      return "Element " + key;
    }
  }

  /// An Item of the Sequence at the path of its key.
  record Item(DataSet dataSet, Key key) implements HeaderNode {
    @Override
    public List<HeaderNode> children() {
      var steps = new ArrayList<>(key.path.items());
      steps.add(new TagPath.Step(key.path.tag(), key.item));
      return elements(dataSet, steps);
    }
  }

  /// The elements of a Data Set as lines.
  static List<HeaderNode> elements(DataSet dataSet, List<TagPath.Step> steps) {
    var nodes = new ArrayList<HeaderNode>(dataSet.size());
    var seen = dataSet.isStrictlyAscending() ? null : new HashMap<Tag, Integer>();
    for (var element : dataSet) {
      int occurrence = seen == null ? 0 : seen.merge(element.tag(), 1, Integer::sum) - 1;
      nodes.add(new Element(element, new Key(new TagPath(steps, element.tag()), -1, occurrence), dataSet));
    }
    return nodes;
  }
}
