package umbra.object.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;

/// A content item (PS3.3 C.17.3) and what is below it.
///
/// @param position numbers from 1 on the way from the root, such as `1.3.2`
/// @param steps Items passed to reach it; none for the root, which is the Data Set itself
/// @param relationship to its parent, such as `CONTAINS`; empty for the root
/// @param valueType such as `NUM`; empty if it stands for another item by reference
/// @param target position of the item it stands for, if it is by reference
public record ContentItem(String position, List<TagPath.Step> steps, DataSet dataSet, String relationship, String valueType, Optional<Code> concept,
    Optional<String> target, List<ContentItem> children) {

  /// Another instance that a content item names.
  ///
  /// @param frames numbers from 1; none if it names all
  /// @param segments numbers from 1
  /// @param channels pairs of multiplex group and channel, from 1
  public record Reference(String sopClassUid, String sopInstanceUid, List<Integer> frames, List<Integer> segments, List<Integer> channels) {}

  /// A shape on an image or in space.
  ///
  /// @param coordinates column and row pairs from the top left corner, or x, y, z in mm
  /// @param frameOfReferenceUid empty for shapes on an image
  public record Shape(String graphicType, boolean inSpace, List<Double> coordinates, String frameOfReferenceUid) {}

  public ContentItem {
    steps = List.copyOf(steps);
    children = List.copyOf(children);
  }

  /// This item and all below it, in reading order.
  public Stream<ContentItem> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(ContentItem::all));
  }

  /// How its concept is called; its value type in words where it has none.
  public String title() {
    return concept.map(Code::words).filter(w -> !w.isEmpty()).orElseGet(() -> valueType.isEmpty() ? "Reference" : valueType.charAt(0) + valueType.substring(1).toLowerCase(java.util.Locale.ROOT));
  }

  public List<Reference> references() {
    return ContentValues.references(dataSet);
  }

  /// The shape of SCOORD and SCOORD3D.
  public Optional<Shape> shape() {
    return valueType.startsWith("SCOORD") ? Optional.of(ContentValues.shape(dataSet, valueType)) : Optional.empty();
  }

  /// The value as people read it; empty for a container.
  public String value() {
    return target.map(t -> "see item " + t).orElseGet(() -> ContentValues.text(this));
  }
}
