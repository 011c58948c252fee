package umbra.object.document.pdf;

/// A line of the text layer and where it stands.
///
/// @param page from 1
/// @param x points from the left edge of the page as it is shown
/// @param y points from its upper edge
public record PdfLine(int page, double x, double y, double width, double height, String text) {
  /// The region that cuts it, its descenders included.
  public PageRegion region() {
    return new PageRegion(page, x - 0.5, y - 0.3, width + 1, height * 1.15 + 0.6);
  }
}
