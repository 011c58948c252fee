package umbra.object.document.pdf.cut;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Runs the description of a page and writes it anew without what lies under the boxes: glyphs, samples of images, pieces of paths, also inside
/// form XObjects, and all of hidden layers. Every other operator is written as it was.
public final class PageEditor extends PDFGraphicsStreamEngine {
  private static final Set<String> SHOW_TEXT = Set.of(OperatorName.SHOW_TEXT, OperatorName.SHOW_TEXT_ADJUSTED, OperatorName.SHOW_TEXT_LINE, OperatorName.SHOW_TEXT_LINE_AND_SPACE);
  private static final Set<String> BUILD_PATH = Set.of(OperatorName.MOVE_TO, OperatorName.LINE_TO, OperatorName.CURVE_TO, OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
      OperatorName.CURVE_TO_REPLICATE_FINAL_POINT, OperatorName.CLOSE_PATH, OperatorName.APPEND_RECT, OperatorName.CLIP_NON_ZERO, OperatorName.CLIP_EVEN_ODD);

  private final PDDocument document;
  private final Area boxes;
  private final Layers layers;
  private final Deque<ContentOutput> outputs = new ArrayDeque<>();
  private final Deque<ResourceCopy> resources = new ArrayDeque<>();
  private final GeneralPath path = new GeneralPath();
  private final List<Token> pathTokens = new ArrayList<>();
  private final TextCut text;
  private boolean inPattern;
  private int silent;

  private record Token(Operator operator, List<COSBase> operands) {}

  public PageEditor(PDDocument document, PDPage page, List<Rectangle2D> boxes) {
    super(page);
    this.document = document;
    this.boxes = new Area();
    boxes.forEach(b -> this.boxes.add(new Area(b)));
    this.layers = new Layers(document);
    this.text = new TextCut(this.boxes);
  }

  /// Replaces the contents and resources of the page.
  ///
  /// @throws NeedsPictureException if something under a box cannot be cut
  public void edit() throws IOException {
    var page = getPage();
    var copy = new ResourceCopy(page.getResources());
    outputs.push(new ContentOutput(document));
    resources.push(copy);
    processPage(page);
    page.setResources(copy.resources());
    page.setContents(outputs.pop().stream());
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (silent > 0) {
      super.processOperator(operator, operands);
      return;
    }
    var name = operator.getName();
    if (SHOW_TEXT.contains(name)) {
      if (!operands.isEmpty()) showText(operator, operands);
    }
    else if (BUILD_PATH.contains(name)) {
      pathTokens.add(new Token(operator, List.copyOf(operands)));
      super.processOperator(operator, operands);
    } else if (PathPaint.of(name).isPresent()) paint(PathPaint.of(name).get(), operator, operands);
    else edit(name, operator, operands);
  }

  private void edit(String name, Operator operator, List<COSBase> operands) throws IOException {
    switch (name) {
      case OperatorName.DRAW_OBJECT -> draw(operator, operands);
      case OperatorName.BEGIN_INLINE_IMAGE -> inlineImage(operator);
      case OperatorName.SHADING_FILL -> {
        if (layers.isHidden()) return;
        if (!boxes.isEmpty()) throw new NeedsPictureException("a shading");
        output().write(operator, operands);
      }
      case OperatorName.BEGIN_MARKED_CONTENT, OperatorName.BEGIN_MARKED_CONTENT_SEQ -> {
        layers.begin(operands, getResources());
        // What a property list says in words (ActualText, Alt, E) would survive the glyphs.
        output().write(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT), List.of(operands.isEmpty() || !(operands.get(0) instanceof COSName tag) ? COSName.P : tag.equals(COSName.OC) ? COSName.P : tag));
      }
      case OperatorName.END_MARKED_CONTENT -> {
        layers.end();
        output().write(operator, operands);
      }
      case OperatorName.MARKED_CONTENT_POINT, OperatorName.MARKED_CONTENT_POINT_WITH_PROPS -> { }
      case OperatorName.SET_GRAPHICS_STATE_PARAMS -> {
        refuseSoftMask(operands);
        pass(operator, operands);
      }
      case OperatorName.NON_STROKING_COLOR_N, OperatorName.STROKING_COLOR_N -> {
        inPattern |= !operands.isEmpty() && operands.getLast() instanceof COSName;
        pass(operator, operands);
      }
      default -> pass(operator, operands);
    }
  }

  private void pass(Operator operator, List<COSBase> operands) throws IOException {
    var before = List.copyOf(operands);
    silent++; // some operators are carried out as others, which are not to be written too
    try {
      super.processOperator(operator, operands);
    } finally {
      silent--;
    }
    output().write(operator, before);
  }

  private void refuseSoftMask(List<COSBase> operands) throws NeedsPictureException {
    if (boxes.isEmpty() || operands.isEmpty() || !(operands.get(0) instanceof COSName name)) return;
    var state = getResources().getExtGState(name);
    if (state != null && state.getCOSObject().getDictionaryObject(COSName.SMASK) instanceof COSDictionary) throw new NeedsPictureException("a soft mask");
  }

  private ContentOutput output() {
    return outputs.peek();
  }

  private void showText(Operator operator, List<COSBase> operands) throws IOException {
    var shown = operands;
    switch (operator.getName()) {
      case OperatorName.SHOW_TEXT_LINE -> pass(Operator.getOperator(OperatorName.NEXT_LINE), List.of());
      case OperatorName.SHOW_TEXT_LINE_AND_SPACE -> {
        if (operands.size() < 3) return;
        pass(Operator.getOperator(OperatorName.SET_WORD_SPACING), operands.subList(0, 1));
        pass(Operator.getOperator(OperatorName.SET_CHAR_SPACING), operands.subList(1, 2));
        pass(Operator.getOperator(OperatorName.NEXT_LINE), List.of());
        shown = operands.subList(2, 3);
      }
      default -> { }
    }
    text.begin(layers.isHidden());
    super.processOperator(Operator.getOperator(shown.getFirst() instanceof COSArray ? OperatorName.SHOW_TEXT_ADJUSTED : OperatorName.SHOW_TEXT), shown);
    output().write(Operator.getOperator(OperatorName.SHOW_TEXT_ADJUSTED), List.of(text.end()));
  }

  @Override
  public void showTextStrings(COSArray array) throws IOException {
    if (silent > 0) {
      super.showTextStrings(array);
      return;
    }
    for (var piece : array) {
      if (piece instanceof COSNumber number) text.adjust(number.floatValue());
      var one = new COSArray();
      one.add(piece);
      super.showTextStrings(one);
    }
  }

  @Override
  protected void showText(byte[] string) throws IOException {
    if (silent > 0) {
      super.showText(string);
      return;
    }
    var font = getGraphicsState().getTextState().getFont();
    if (font == null) throw new NeedsPictureException("text without a font");
    for (var code : TextCut.codes(font, string)) {
      text.code(code);
      super.showText(code);
    }
  }

  @Override
  protected void showGlyph(Matrix textRendering, PDFont font, int code, Vector displacement) throws IOException {
    if (silent == 0) text.glyph(textRendering, font, displacement, getGraphicsState().getTextState());
    super.showGlyph(textRendering, font, code, displacement);
  }

  @Override
  protected void processType3Stream(PDType3CharProc charProc, Matrix textRendering) throws IOException {
    silent++;
    try {
      super.processType3Stream(charProc, textRendering);
    } finally {
      silent--;
    }
  }

  private void draw(Operator operator, List<COSBase> operands) throws IOException {
    if (layers.isHidden() || operands.isEmpty() || !(operands.get(0) instanceof COSName name)) return;
    var object = getResources().getXObject(name);
    if (object != null && layers.isHidden(object.getCOSObject())) return;
    switch (object) {
      case PDImageXObject image -> {
        var cut = new ImageCut(document, boxes).cut(image, transform());
        output().write(operator, List.of(cut == image ? resources.peek().keep(name, image) : resources.peek().add(cut)));
      }
      case PDFormXObject form -> output().write(operator, List.of(resources.peek().add(edited(form))));
      case null, default -> { } // PostScript XObjects and broken references show nothing
    }
  }

  private PDFormXObject edited(PDFormXObject form) throws IOException {
    if (outputs.size() > 30) throw new NeedsPictureException("forms nested too deep");
    var own = form.getResources() == null ? resources.peek() : new ResourceCopy(form.getResources());
    outputs.push(new ContentOutput(document));
    resources.push(own);
    if (form instanceof PDTransparencyGroup group) showTransparencyGroup(group);
    else showForm(form);
    resources.pop();
    var copy = new PDFormXObject(outputs.pop().stream());
    for (var entry : form.getCOSObject().entrySet()) {
      if (ContentOutput.isKept(entry.getKey())) copy.getCOSObject().setItem(entry.getKey(), entry.getValue());
    }
    if (form.getResources() != null) copy.setResources(own.resources());
    return copy;
  }

  private void inlineImage(Operator operator) throws IOException {
    if (layers.isHidden()) return;
    var image = new PDInlineImage(operator.getImageParameters(), operator.getImageData(), getResources());
    var cutter = new ImageCut(document, boxes);
    if (!cutter.touches(transform())) {
      output().write(operator, List.of());
      return;
    }
    output().write(Operator.getOperator(OperatorName.DRAW_OBJECT), List.of(resources.peek().add(cutter.cut(image, transform()))));
  }

  private AffineTransform transform() {
    return getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
  }

  private void paint(PathPaint paint, Operator operator, List<COSBase> operands) throws IOException {
    if (paint.closes() && path.getCurrentPoint() != null) path.closePath();
    boolean touched = !boxes.isEmpty() && path.getCurrentPoint() != null && paint.shows() && boxes.intersects(widened(path.getBounds2D()));
    if (touched && inPattern) throw new NeedsPictureException("a pattern");
    if (layers.isHidden() || touched) {
      if (touched && !layers.isHidden()) new PathCut(output(), boxes, transform(), getGraphicsState()).paint(path, paint);
      rewriteClip();
    } else {
      for (var token : pathTokens) output().write(token.operator(), token.operands());
      output().write(operator, operands);
    }
    pathTokens.clear();
    super.processOperator(operator, operands);
    path.reset();
  }

  /// A clip that goes with a painted path outlives it.
  private void rewriteClip() throws IOException {
    boolean clips = pathTokens.stream().anyMatch(t -> t.operator().getName().equals(OperatorName.CLIP_NON_ZERO) || t.operator().getName().equals(OperatorName.CLIP_EVEN_ODD));
    if (!clips) return;
    for (var token : pathTokens) output().write(token.operator(), token.operands());
    output().write(Operator.getOperator(OperatorName.ENDPATH), List.of());
  }

  private Rectangle2D widened(Rectangle2D bounds) {
    double pen = transformWidth(getGraphicsState().getLineWidth()) / 2 + 0.01;
    return new Rectangle2D.Double(bounds.getX() - pen, bounds.getY() - pen, bounds.getWidth() + 2 * pen, bounds.getHeight() + 2 * pen);
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.moveTo(p0.getX(), p0.getY());
    path.lineTo(p1.getX(), p1.getY());
    path.lineTo(p2.getX(), p2.getY());
    path.lineTo(p3.getX(), p3.getY());
    path.closePath();
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    path.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return path.getCurrentPoint();
  }

  @Override
  public void closePath() {
    if (path.getCurrentPoint() != null) path.closePath();
  }

  @Override
  public void endPath() {
    if (silent > 0) path.reset();
  }

  @Override
  public void drawImage(PDImage image) {
    // images are cut where their operator is met
  }

  @Override
  public void clip(int rule) {
    // the clip is written, not applied: what is clipped away goes too when it lies under a box
  }

  @Override
  public void strokePath() {
    endPath();
  }

  @Override
  public void fillPath(int rule) {
    endPath();
  }

  @Override
  public void fillAndStrokePath(int rule) {
    endPath();
  }

  @Override
  public void shadingFill(COSName name) {
    // shadings are met as operators
  }
}
