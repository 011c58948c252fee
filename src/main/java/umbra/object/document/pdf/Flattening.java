package umbra.object.document.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/// Makes what form fields and annotations show a part of their page, so that boxes cut it like everything else (ISO 32000-1, 12.5.5).
final class Flattening {
  private Flattening() {}

  static void flatten(PDDocument document) throws IOException {
    for (var page : document.getPages()) {
      var annotations = page.getAnnotations();
      if (annotations.isEmpty()) continue;
      try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
        for (var annotation : annotations) draw(annotation, content);
      }
      page.getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.ANNOTS);
    }
  }

  private static void draw(PDAnnotation annotation, PDPageContentStream content) throws IOException {
    if (annotation.isHidden() || annotation.isNoView() || annotation instanceof PDAnnotationPopup) return;
    var appearance = annotation.getNormalAppearanceStream();
    var place = annotation.getRectangle();
    if (appearance == null || appearance.getBBox() == null || place == null) return;
    var bounds = bounds(appearance);
    if (bounds.isEmpty()) return;
    var fit = new AffineTransform();
    fit.translate(place.getLowerLeftX(), place.getLowerLeftY());
    fit.scale(place.getWidth() / bounds.getWidth(), place.getHeight() / bounds.getHeight());
    fit.translate(-bounds.getX(), -bounds.getY());
    content.saveGraphicsState();
    content.transform(new Matrix(fit));
    content.drawForm(new PDFormXObject(appearance.getStream()));
    content.restoreGraphicsState();
  }

  private static Rectangle2D bounds(PDAppearanceStream appearance) {
    var box = appearance.getBBox();
    var shape = new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    return appearance.getMatrix().createAffineTransform().createTransformedShape(shape).getBounds2D();
  }

  /// Shows a page's picture instead of its description.
  static void replace(PDDocument document, PDPage page, org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject picture) throws IOException {
    var crop = page.getCropBox();
    page.getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.ANNOTS);
    page.setResources(new org.apache.pdfbox.pdmodel.PDResources());
    page.setMediaBox(crop);
    try (var content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true)) {
      content.drawImage(picture, crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getWidth(), crop.getHeight());
    }
  }
}
