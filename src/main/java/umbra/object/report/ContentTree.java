package umbra.object.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;

/// Reads the content of a Structured Report. A faulty item is read as far as it goes; none is left out.
public final class ContentTree {
  static final Tag CONTENT_SEQUENCE = Tag.of(0x0040, 0xA730);
  static final Tag CONCEPT_NAME = Tag.of(0x0040, 0xA043);
  static final Tag VALUE_TYPE = Tag.of(0x0040, 0xA040);
  private static final Tag RELATIONSHIP = Tag.of(0x0040, 0xA010);
  private static final Tag REFERENCED_ITEM = Tag.of(0x0040, 0xDB73);

  private ContentTree() {}

  /// The root, which is the Data Set itself.
  public static ContentItem of(DataSet dataSet) {
    return item(dataSet, List.of(), "1");
  }

  private static ContentItem item(DataSet d, List<TagPath.Step> steps, String position) {
    var children = new ArrayList<ContentItem>();
    var nested = d.items(CONTENT_SEQUENCE);
    for (int i = 0; i < nested.size(); i++) {
      var below = new ArrayList<>(steps);
      below.add(new TagPath.Step(CONTENT_SEQUENCE, i));
      children.add(item(nested.get(i), below, position + "." + (i + 1)));
    }
    var valueType = d.text(VALUE_TYPE).orElse(steps.isEmpty() ? "CONTAINER" : "");
    var target = ContentValues.integers(d, REFERENCED_ITEM);
    return new ContentItem(position, steps, d, d.text(RELATIONSHIP).orElse(""), valueType, Code.of(d, CONCEPT_NAME),
        target.isEmpty() ? Optional.empty() : Optional.of(target.stream().map(String::valueOf).collect(Collectors.joining("."))), children);
  }
}
