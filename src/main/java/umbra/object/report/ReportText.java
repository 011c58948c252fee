package umbra.object.report;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.object.TextFamily;
import umbra.object.TextItem;
import umbra.object.TextWalk;

/// Reads Structured Reports, dose reports, key objects and results of computer-aided detection: first who says it, then
/// every content item.
public final class ReportText implements TextFamily {
  private static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.88.";

  @Override
  public boolean holds(String sopClassUid, DataSet dataSet) {
    return sopClassUid.startsWith(SOP_CLASSES) || dataSet.contains(ContentTree.CONTENT_SEQUENCE) && dataSet.text(ContentTree.VALUE_TYPE).isPresent();
  }

  @Override
  public List<TextItem> texts(DicomFile file) {
    var dataSet = file.dataSet();
    var items = new ArrayList<>(TextWalk.of(dataSet, List.of(), p -> TextWalk.isOfTheObject(p)
        && !(p.items().isEmpty() && (p.tag().equals(ContentTree.CONTENT_SEQUENCE) || p.tag().equals(ContentTree.CONCEPT_NAME)))));
    ContentTree.of(dataSet).all().forEach(item -> add(item, items));
    return items;
  }

  private static void add(ContentItem item, List<TextItem> items) {
    boolean container = item.valueType().equals("CONTAINER");
    var concept = item.concept().filter(c -> !c.meaning().isEmpty());
    if (concept.isPresent() && (container || concept.get().isLocal())) {
      items.add(new TextItem(path(item, new TagPath.Step(ContentTree.CONCEPT_NAME, 0), Code.MEANING), container ? "Heading" : "Concept Name", concept.get().meaning()));
    }
    var value = item.value().strip();
    if (!value.isEmpty()) items.add(new TextItem(place(item), item.title(), value));
    // what stands beside the value: cells of tables, fiducials, purposes, local extensions
    items.addAll(TextWalk.of(item.dataSet(), item.steps(), p -> item.steps().isEmpty() ? false : isBeside(item, p)));
  }

  private static boolean isBeside(ContentItem item, TagPath path) {
    if (path.items().size() > item.steps().size()) return true;
    var tag = path.tag();
    return !tag.equals(ContentTree.CONTENT_SEQUENCE) && !tag.equals(ContentTree.CONCEPT_NAME) && !tag.equals(ContentValues.TEXT_VALUE)
        && !tag.equals(ContentValues.PERSON_NAME) && !tag.equals(ContentValues.CONCEPT_CODE) && !tag.equals(ContentValues.MEASURED_VALUE)
        && !tag.equals(ContentValues.QUALIFIER);
  }

  /// The element that holds the value.
  private static TagPath place(ContentItem item) {
    return switch (item.valueType()) {
      case "TEXT" -> path(item, ContentValues.TEXT_VALUE);
      case "CODE" -> path(item, new TagPath.Step(ContentValues.CONCEPT_CODE, 0), Code.MEANING);
      case "NUM" -> item.dataSet().items(ContentValues.MEASURED_VALUE).isEmpty() ? path(item, new TagPath.Step(ContentValues.QUALIFIER, 0), Code.MEANING)
          : path(item, new TagPath.Step(ContentValues.MEASURED_VALUE, 0), ContentValues.NUMERIC_VALUE);
      case "PNAME" -> path(item, ContentValues.PERSON_NAME);
      case "DATETIME" -> path(item, ContentValues.DATE_TIME);
      case "DATE" -> path(item, ContentValues.DATE);
      case "TIME" -> path(item, ContentValues.TIME);
      case "UIDREF" -> path(item, ContentValues.UID);
      case "SCOORD", "SCOORD3D" -> path(item, ContentValues.GRAPHIC_TYPE);
      case "TCOORD" -> path(item, ContentValues.TEMPORAL_RANGE_TYPE);
      case "IMAGE", "COMPOSITE", "WAVEFORM" -> path(item, ContentValues.REFERENCED_SOP);
      default -> path(item, ContentTree.VALUE_TYPE);
    };
  }

  private static TagPath path(ContentItem item, Tag tag) {
    return new TagPath(item.steps(), tag);
  }

  private static TagPath path(ContentItem item, TagPath.Step step, Tag tag) {
    var steps = new ArrayList<>(item.steps());
    steps.add(step);
    return new TagPath(steps, tag);
  }
}
