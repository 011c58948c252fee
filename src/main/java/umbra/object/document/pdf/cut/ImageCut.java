package umbra.object.document.pdf.cut;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// Blackens the samples of an image under the boxes and stores the rest without loss.
final class ImageCut {
  private final PDDocument document;
  private final Area boxes;

  ImageCut(PDDocument document, Area boxes) {
    this.document = document;
    this.boxes = boxes;
  }

  /// @param transform from the unit square of the image to the page
  boolean touches(AffineTransform transform) {
    if (boxes.isEmpty()) return false;
    var place = new Area(transform.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)));
    place.intersect(boxes);
    return !place.isEmpty();
  }

  PDImageXObject cut(PDImageXObject image, AffineTransform transform) throws IOException {
    return touches(transform) ? cut((PDImage) image, transform) : image;
  }

  PDImageXObject cut(PDImage image, AffineTransform transform) throws IOException {
    if (image.isStencil()) throw new NeedsPictureException("a stencil mask");
    var samples = image.getImage();
    var edited = new BufferedImage(samples.getWidth(), samples.getHeight(), samples.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    var graphics = edited.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(samples, 0, 0, null);
    graphics.setColor(Color.BLACK);
    var area = toSamples(transform, samples.getWidth(), samples.getHeight()).createTransformedShape(boxes);
    for (int y = 0; y < edited.getHeight(); y++) {
      for (int x = 0; x < edited.getWidth(); x++) {
        // every sample that the box touches at all, and its neighbours: showing an image smooths over them
        if (area.intersects(x - 1, y - 1, 3, 3)) edited.setRGB(x, y, 0xFF000000);
      }
    }
    graphics.dispose();
    return LosslessFactory.createFromImage(document, edited);
  }

  private static AffineTransform toSamples(AffineTransform toPage, int width, int height) throws NeedsPictureException {
    try {
      var transform = new AffineTransform(width, 0, 0, -height, 0, height);
      transform.concatenate(toPage.createInverse());
      return transform;
    } catch (NoninvertibleTransformException _) {
      throw new NeedsPictureException("an image without area");
    }
  }
}
