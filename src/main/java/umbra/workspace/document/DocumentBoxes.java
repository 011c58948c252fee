package umbra.workspace.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.Severity;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.TextDecision;
import umbra.deid.value.TextDecisions;
import umbra.deid.value.TextValue;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.VR;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.document.pdf.PageRegion;
import umbra.workspace.curate.Review;
import umbra.workspace.scan.Scan;

/// What a person wants cut from the pages of a document: boxes, and texts wherever they stand.
///
/// @param boxes pages from 1 as frames, 0 and 0 for all; in points (1/72 inch) from the upper left corner of the page as it is shown
/// @param texts lines that hold one of them are cut
/// @param harmless lines that a person called harmless, letter for letter: they stay without being asked for again
public record DocumentBoxes(List<Box> boxes, List<String> texts, Set<String> harmless) {
  /// Pages of a document are looked at in this resolution.
  private static final double DOTS_PER_INCH = 150;
  private static final String DOCUMENT = "EncapsulatedDocument";
  /// What is decided on a text by value holds for every subject.
  private static final SourceSubject NOBODY = SourceSubject.of(DataSet.EMPTY);

  /// A box on some pages, in points.
  public record Box(int first, int last, double x, double y, double width, double height) {}

  public DocumentBoxes {
    boxes = List.copyOf(boxes);
    texts = List.copyOf(texts);
    harmless = Set.copyOf(harmless);
  }

  /// What was decided on the text of a finding as a value of this element: it holds for the finding, too, if nobody decided that by itself.
  public static TextDecision byValue(FindingRow row, TextDecisions values) {
    var f = row.finding();
    if (row.state() != FindingState.OPEN || !f.tagPath().equals(DOCUMENT) || f.text().isBlank()) return TextDecision.UNDECIDED;
    return values.of(new TextValue(TagPath.of(EncapsulatedDocument.DOCUMENT), Optional.empty(), VR.UT, f.text().strip(), NOBODY));
  }

  /// Boxes drawn on the instance or its series, and findings on its pages that are to be redacted, also by what was decided on their text as a value.
  public static DocumentBoxes of(Review review, TextDecisions values, long series, long instance) {
    var boxes = new ArrayList<Box>();
    var texts = new ArrayList<String>();
    var harmless = new HashSet<String>();
    for (var row : review.regions().ofSeries(series)) if (row.isOn(instance)) boxes.add(box(row));
    for (var row : review.findings().ofInstance(instance)) {
      var f = row.finding();
      if (!f.tagPath().equals(DOCUMENT)) continue;
      if (row.state() == FindingState.HARMLESS && !f.text().isBlank()) harmless.add(f.text().strip());
      boolean goes = row.state() == FindingState.REDACT || switch (byValue(row, values)) {
        case TextDecision.Remove _, TextDecision.ReplaceBy _ -> true;
        case TextDecision.Keep _, TextDecision.Undecided _ -> false;
      };
      if (!goes) continue;
      double scale = 72 / DOTS_PER_INCH;
      if (f.width() > 0 && f.height() > 0) boxes.add(new Box(f.firstFrame() + 1, f.lastFrame() + 1, f.x() * scale, f.y() * scale, f.width() * scale, f.height() * scale));
      else if (!f.text().isBlank()) texts.add(f.text().strip());
    }
    return new DocumentBoxes(boxes, texts, harmless);
  }

  /// Whether a detector looked at all pages, and nothing it saw is open.
  public static boolean isLookedAt(Review review, TextDecisions values, long instance) {
    if (review.findings().engine(instance, Scan.TEXT).isEmpty()) return false;
    return review.findings().ofInstance(instance).stream().filter(r -> r.finding().tagPath().equals(DOCUMENT) && r.finding().severity() != Severity.HARMLESS)
        .noneMatch(r -> r.state() == FindingState.OPEN && byValue(r, values) instanceof TextDecision.Undecided || r.state() == FindingState.UNSURE);
  }

  private static Box box(RegionRow row) {
    return new Box(row.frameFirst(), row.frameLast(), row.x(), row.y(), row.width(), row.height());
  }

  /// @param pages of the document; a box on a page beyond is left in, so that nobody believes it hid something
  List<PageRegion> regions(int pages) {
    var regions = new ArrayList<PageRegion>();
    for (var box : boxes) {
      int last = box.last() == 0 ? pages : box.last();
      for (int page = Math.max(1, box.first()); page <= last; page++) regions.add(new PageRegion(page, box.x(), box.y(), box.width(), box.height()));
    }
    return regions;
  }
}
