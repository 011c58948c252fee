package umbra.object.document.pdf.cut;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Collects what one operator shows and gives it back as an array for TJ: glyphs under a box become a move of the same width, so that all others
/// stay where they were (ISO 32000-1, 9.4.3).
final class TextCut {
  private static final double DEEPEST = -0.25;
  private static final double HIGHEST = 0.95;

  private final Area boxes;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private COSArray array = new COSArray();
  private float move;
  private byte[] code = {};
  private boolean hidden;

  TextCut(Area boxes) {
    this.boxes = boxes;
  }

  /// The character codes of a string, each as its bytes.
  static List<byte[]> codes(PDFont font, byte[] string) throws IOException {
    var codes = new ArrayList<byte[]>();
    var in = new ByteArrayInputStream(string);
    while (in.available() > 0) {
      int from = string.length - in.available();
      font.readCode(in);
      codes.add(Arrays.copyOfRange(string, from, string.length - in.available()));
    }
    return codes;
  }

  /// @param hidden whether all of it goes
  void begin(boolean hidden) {
    this.hidden = hidden;
    array = new COSArray();
    kept.reset();
    move = 0;
  }

  /// @param thousandths of text space by which TJ moves back
  void adjust(float thousandths) {
    endString();
    move += thousandths;
  }

  /// The code whose glyph is shown next.
  void code(byte[] bytes) {
    code = bytes;
  }

  void glyph(Matrix rendering, PDFont font, Vector displacement, PDTextState state) {
    var shape = shape(rendering, font, displacement);
    if (!hidden && !isUnder(shape)) {
      endMove();
      kept.writeBytes(code);
      return;
    }
    endString();
    float size = state.getFontSize();
    float spacing = state.getCharacterSpacing() + (code.length == 1 && code[0] == ' ' ? state.getWordSpacing() : 0);
    float advance = font.isVertical() ? displacement.getY() : displacement.getX();
    move -= (advance + (size == 0 ? 0 : spacing / size)) * 1000;
  }

  private static Shape shape(Matrix rendering, PDFont font, Vector displacement) {
    double width = Math.max(Math.abs(displacement.getX()), 0.05);
    var box = font.isVertical() ? new Rectangle2D.Double(-0.5, -1, 1, 1.1) : new Rectangle2D.Double(Math.min(0, displacement.getX()), DEEPEST, width, HIGHEST - DEEPEST);
    return rendering.createAffineTransform().createTransformedShape(box);
  }

  /// A glyph that a box touches with more than a sliver goes as a whole: half a letter can still be read.
  private boolean isUnder(Shape glyph) {
    var bounds = glyph.getBounds2D();
    if (!boxes.intersects(bounds)) return false;
    var common = new Area(glyph);
    common.intersect(boxes);
    if (common.isEmpty()) return false;
    var part = common.getBounds2D();
    return part.getWidth() * part.getHeight() > 0.02 * bounds.getWidth() * bounds.getHeight();
  }

  private void endString() {
    if (kept.size() == 0) return;
    array.add(new COSString(kept.toByteArray()));
    kept.reset();
  }

  private void endMove() {
    if (move == 0) return;
    array.add(new COSFloat(move));
    move = 0;
  }

  COSArray end() {
    endString();
    endMove();
    return array;
  }
}
