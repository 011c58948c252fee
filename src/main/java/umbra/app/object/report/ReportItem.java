package umbra.app.object.report;

import java.util.List;
import java.util.stream.Stream;
import umbra.dicom.dict.UidNames;
import umbra.object.report.ContentItem;

/// A content item as it is shown.
///
/// @param depth 0 for the root
/// @param code of the concept with its scheme, such as `121071 DCM`
public record ReportItem(String position, int depth, String relationship, String valueType, String title, String code, String value, List<Link> links,
    List<ReportItem> children) {

  /// Another instance; `title` says what it is.
  ///
  /// @param frame number from 1
  public record Link(String title, String sopInstanceUid, int frame) {}

  public ReportItem {
    links = List.copyOf(links);
    children = List.copyOf(children);
  }

  public static ReportItem of(ContentItem item) {
    return of(item, 0);
  }

  private static ReportItem of(ContentItem item, int depth) {
    var links = item.references().stream().filter(r -> !r.sopInstanceUid().isEmpty()).map(r -> new Link(title(r), r.sopInstanceUid(), r.frames().isEmpty() ? 1 : r.frames().getFirst())).toList();
    var code = item.concept().map(c -> (c.value() + " " + c.scheme()).strip()).orElse("");
    return new ReportItem(item.position(), depth, item.relationship(), item.valueType(), item.title(), code, item.value(), links,
        item.children().stream().map(c -> of(c, depth + 1)).toList());
  }

  private static String title(ContentItem.Reference reference) {
    var kind = UidNames.standard().name(reference.sopClassUid()).orElse("object").replace(" Storage", "");
    return kind + (reference.frames().isEmpty() ? "" : ", frame " + String.join(", ", reference.frames().stream().map(String::valueOf).toList()));
  }

  public Stream<ReportItem> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(ReportItem::all));
  }

  public boolean isContainer() {
    return valueType.equals("CONTAINER");
  }
}
