package umbra.object.document.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;

/// A box on a page as a person sees it.
///
/// @param page from 1
/// @param x points (1/72 inch) from the left edge of the page as it is shown, cropped and turned
/// @param y points from its upper edge
public record PageRegion(int page, double x, double y, double width, double height) {
  public PageRegion {
    if (page < 1 || !(width > 0) || !(height > 0)) throw new IllegalArgumentException("an empty region");
  }

  /// The same box in the user space of the page (ISO 32000-1, 8.3.2.3).
  Rectangle2D userSpace(PDPage shown) {
    return toUserSpace(shown).createTransformedShape(new Rectangle2D.Double(x, y, width, height)).getBounds2D();
  }

  /// From the page as it is shown, in points from its upper left corner, to user space.
  static AffineTransform toUserSpace(PDPage page) {
    var crop = page.getCropBox();
    double wide = crop.getWidth();
    double high = crop.getHeight();
    var transform = AffineTransform.getTranslateInstance(crop.getLowerLeftX(), crop.getLowerLeftY());
    switch (Math.floorMod(page.getRotation(), 360)) {
      case 90 -> transform.concatenate(new AffineTransform(0, 1, 1, 0, 0, 0));
      case 180 -> transform.concatenate(new AffineTransform(-1, 0, 0, 1, wide, 0));
      case 270 -> transform.concatenate(new AffineTransform(0, -1, -1, 0, wide, high));
      default -> transform.concatenate(new AffineTransform(1, 0, 0, -1, 0, high));
    }
    return transform;
  }
}
