package umbra.object.document.pdf;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;

/// One-page documents of 400 x 300 points that hide `SECRET` under the box of `BOX` or beside the page, and say `HARMLESS` elsewhere.
final class PdfSamples {
  static final String SECRET = "QZSECRET";
  static final String HARMLESS = "HARMLESS";
  static final double HEIGHT = 300;
  /// In user space (100, 150) to (300, 190).
  static final PageRegion BOX = new PageRegion(1, 100, 110, 200, 40);

  private static final PDType1Font FONT = new PDType1Font(FontName.HELVETICA);

  interface Draw {
    void on(PDDocument document, PDPage page, PDPageContentStream content) throws IOException;
  }

  private PdfSamples() {}

  static Map<String, byte[]> all() throws IOException {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("glyphs", page((_, _, c) -> text(c, 110, 160, SECRET)));
    all.put("glyphs one by one", page((_, _, c) -> spread(c)));
    all.put("adjusted glyphs", page((_, _, c) -> adjusted(c)));
    all.put("invisible text", page((_, _, c) -> invisible(c)));
    all.put("line and space operators", page((_, _, c) -> operators(c)));
    all.put("half under the box", page((_, _, c) -> text(c, 60, 160, HARMLESS + " " + SECRET)));
    all.put("turned text", page((_, _, c) -> turned(c)));
    all.put("turned page", rotated(90));
    all.put("page upside down", rotated(180));
    all.put("page turned back", rotated(270));
    all.put("form XObject", page((d, _, c) -> c.drawForm(form(d, SECRET))));
    all.put("nested form", page((d, _, c) -> nested(d, c)));
    all.put("image", page((d, _, c) -> c.drawImage(LosslessFactory.createFromImage(d, picture()), 100, 150, 200, 40)));
    all.put("JPEG image", page((d, _, c) -> c.drawImage(JPEGFactory.createFromImage(d, picture()), 90, 140, 220, 60)));
    all.put("inline image", page((d, _, c) -> c.drawImage(inline(), 100, 150, 200, 40)));
    all.put("outlined letters", page((_, _, c) -> outlines(c)));
    all.put("form field", field());
    all.put("annotation", page((_, p, _) -> note(p)));
    all.put("metadata", metadata());
    all.put("attachment", attachment());
    all.put("script", script());
    all.put("bookmark", bookmark());
    all.put("hidden layer", layer());
    all.put("tag text", page((_, _, c) -> tagged(c)));
    all.put("earlier revision", incremental());
    all.put("object streams", save(document((_, _, c) -> text(c, 110, 160, SECRET)), CompressParameters.DEFAULT_COMPRESSION));
    all.put("encrypted", encrypted());
    return all;
  }

  private static byte[] page(Draw draw) throws IOException {
    return save(document(draw), CompressParameters.NO_COMPRESSION);
  }

  private static PDDocument document(Draw draw) throws IOException {
    var document = new PDDocument();
    var page = new PDPage(new PDRectangle(400, (float) HEIGHT));
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      text(content, 110, 60, HARMLESS);
      draw.on(document, page, content);
    }
    return document;
  }

  private static byte[] save(PDDocument document, CompressParameters compression) throws IOException {
    try (document) {
      var out = new ByteArrayOutputStream();
      document.save(out, compression);
      return out.toByteArray();
    }
  }

  private static void text(PDPageContentStream content, float x, float y, String text) throws IOException {
    content.beginText();
    content.setFont(FONT, 18);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }

  private static void spread(PDPageContentStream content) throws IOException {
    for (int i = 0; i < SECRET.length(); i++) text(content, 110 + i * 18, 160, SECRET.substring(i, i + 1));
  }

  private static void adjusted(PDPageContentStream content) throws IOException {
    content.beginText();
    content.setFont(FONT, 18);
    content.newLineAtOffset(110, 160);
    content.showTextWithPositioning(new Object[] {"QZ", -120f, "SEC", 40f, "RET"});
    content.endText();
  }

  private static void invisible(PDPageContentStream content) throws IOException {
    content.beginText();
    content.setRenderingMode(RenderingMode.NEITHER);
    content.setFont(FONT, 18);
    content.newLineAtOffset(110, 160);
    content.showText(SECRET);
    content.endText();
  }

  @SuppressWarnings("deprecation") // the only way to write an operator that the library has no method for
  private static void operators(PDPageContentStream content) throws IOException {
    content.beginText();
    content.setFont(FONT, 18);
    content.setLeading(20);
    content.newLineAtOffset(110, 180);
    content.appendRawCommands("(" + SECRET + ") '\n");
    content.appendRawCommands("0 0 (" + HARMLESS + " below) \"\n");
    content.endText();
  }

  private static void turned(PDPageContentStream content) throws IOException {
    content.beginText();
    content.setFont(FONT, 12);
    content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(20), 110, 152));
    content.showText(SECRET);
    content.endText();
  }

  /// The same page, turned as a whole; the box has to be turned with it: `boxOf`.
  private static byte[] rotated(int degrees) throws IOException {
    var document = document((_, _, c) -> text(c, 110, 160, SECRET));
    document.getPage(0).setRotation(degrees);
    return save(document, CompressParameters.NO_COMPRESSION);
  }

  static PageRegion boxOf(String name) {
    return switch (name) {
      case "turned page" -> new PageRegion(1, 150, 100, 40, 200);
      case "page upside down" -> new PageRegion(1, 100, 150, 200, 40);
      case "page turned back" -> new PageRegion(1, 110, 100, 40, 200);
      default -> BOX;
    };
  }

  private static PDFormXObject form(PDDocument document, String text) throws IOException {
    var form = new PDFormXObject(document);
    form.setBBox(new PDRectangle(400, 300));
    var resources = new PDResources();
    var name = resources.add(FONT);
    form.setResources(resources);
    try (var out = form.getStream().createOutputStream()) {
      out.write(("BT /" + name.getName() + " 18 Tf 110 160 Td (" + text + ") Tj ET").getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }

  private static void nested(PDDocument document, PDPageContentStream content) throws IOException {
    var outer = new PDFormXObject(document);
    outer.setBBox(new PDRectangle(800, 600));
    var resources = new PDResources();
    var inner = resources.add(form(document, SECRET));
    outer.setResources(resources);
    try (var out = outer.getStream().createOutputStream()) {
      out.write(("q 1 0 0 1 4 2 cm /" + inner.getName() + " Do Q").getBytes(StandardCharsets.US_ASCII));
    }
    content.drawForm(outer);
  }

  static BufferedImage picture() {
    var image = new BufferedImage(200, 40, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 200, 40);
    graphics.setColor(Color.BLUE);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
    graphics.drawString(SECRET, 5, 30);
    graphics.dispose();
    return image;
  }

  private static org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage inline() throws IOException {
    var parameters = new COSDictionary();
    parameters.setInt("W", 20);
    parameters.setInt("H", 4);
    parameters.setInt("BPC", 8);
    parameters.setName("CS", "G");
    var samples = new byte[80];
    for (int i = 0; i < 80; i++) samples[i] = (byte) (65 + i % 26);
    return new org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage(parameters, samples, new PDResources());
  }

  private static void outlines(PDPageContentStream content) throws IOException {
    content.setStrokingColor(Color.RED);
    content.moveTo(60, 170);
    content.lineTo(350, 170);
    content.stroke();
    content.moveTo(120, 155);
    content.curveTo(150, 190, 180, 140, 210, 180);
    content.closeAndFillAndStroke();
    content.addRect(80, 140, 100, 100);
    content.fill();
  }

  private static byte[] field() throws IOException {
    var document = document((_, _, _) -> { });
    var form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    var resources = new PDResources();
    resources.put(COSName.HELV, FONT);
    form.setDefaultResources(resources);
    form.setDefaultAppearance("/Helv 18 Tf 0 g");
    var field = new PDTextField(form);
    field.setPartialName("PatientName");
    form.getFields().add(field);
    var widget = field.getWidgets().get(0);
    widget.setRectangle(new PDRectangle(110, 152, 180, 30));
    widget.setPage(document.getPage(0));
    document.getPage(0).getAnnotations().add(widget);
    field.setValue(SECRET);
    return save(document, CompressParameters.NO_COMPRESSION);
  }

  private static void note(PDPage page) throws IOException {
    var note = new PDAnnotationText();
    note.setContents(SECRET);
    note.setRectangle(new PDRectangle(110, 160, 20, 20));
    page.getAnnotations().add(note);
  }

  private static byte[] metadata() throws IOException {
    var document = document((_, _, _) -> { });
    document.getDocumentInformation().setAuthor(SECRET);
    document.getDocumentInformation().setCustomMetadataValue("Patient", SECRET);
    var xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><author>" + SECRET + "</author></x:xmpmeta>";
    document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
    document.getPage(0).setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
    return save(document, CompressParameters.NO_COMPRESSION);
  }

  private static byte[] attachment() throws IOException {
    var document = document((_, _, _) -> { });
    var file = new PDEmbeddedFile(document, new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.US_ASCII)));
    var specification = new PDComplexFileSpecification();
    specification.setFile(SECRET + ".txt");
    specification.setEmbeddedFile(file);
    var tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(SECRET, specification));
    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
    return save(document, CompressParameters.NO_COMPRESSION);
  }

  private static byte[] script() throws IOException {
    var document = document((_, _, _) -> { });
    document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
    return save(document, CompressParameters.NO_COMPRESSION);
  }

  private static byte[] bookmark() throws IOException {
    var document = document((_, _, _) -> { });
    var outline = new PDDocumentOutline();
    var item = new PDOutlineItem();
    item.setTitle(SECRET);
    item.setDestination(document.getPage(0));
    outline.addLast(item);
    document.getDocumentCatalog().setDocumentOutline(outline);
    return save(document, CompressParameters.NO_COMPRESSION);
  }

  /// The layer is off, and its text stands beside the box.
  private static byte[] layer() throws IOException {
    var document = new PDDocument();
    var page = new PDPage(new PDRectangle(400, 300));
    document.addPage(page);
    var properties = new PDOptionalContentProperties();
    var group = new PDOptionalContentGroup(SECRET + " layer");
    properties.addGroup(group);
    properties.setGroupEnabled(group, false);
    document.getDocumentCatalog().setOCProperties(properties);
    try (var content = new PDPageContentStream(document, page)) {
      text(content, 110, 60, HARMLESS);
      content.beginMarkedContent(COSName.OC, group);
      text(content, 110, 250, SECRET);
      content.endMarkedContent();
    }
    return save(document, CompressParameters.NO_COMPRESSION);
  }

  @SuppressWarnings("deprecation") // the only way to write a property list in place
  private static void tagged(PDPageContentStream content) throws IOException {
    content.appendRawCommands("/Span << /ActualText (" + SECRET + ") >> BDC\n");
    text(content, 110, 160, "XX");
    content.appendRawCommands("EMC\n");
  }

  private static byte[] incremental() throws IOException {
    var first = page((_, _, c) -> text(c, 110, 160, SECRET));
    try (var document = Loader.loadPDF(first)) {
      var page = document.getPage(0);
      try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
        text(content, 110, 60, HARMLESS);
      }
      page.getCOSObject().setNeedToBeUpdated(true);
      page.getResources().getCOSObject().setNeedToBeUpdated(true);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      var out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return out.toByteArray();
    }
  }

  private static byte[] encrypted() throws IOException {
    var document = document((_, _, c) -> text(c, 110, 160, SECRET));
    var policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
    policy.setEncryptionKeyLength(128);
    document.protect(policy);
    return save(document, CompressParameters.NO_COMPRESSION);
  }

  static List<String> names() throws IOException {
    return List.copyOf(all().keySet());
  }
}
