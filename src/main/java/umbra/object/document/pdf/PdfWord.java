package umbra.object.document.pdf;

/// A word of the text layer and where it stands.
///
/// @param page from 1
/// @param x points from the left edge of the page as it is shown
/// @param y points from its upper edge
public record PdfWord(int page, double x, double y, double width, double height, String text) {}
