package umbra.object.document.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import umbra.object.document.pdf.PdfPart.Kind;

/// Walks every object that a document can reach and lists what carries text besides the page contents.
///
/// Goes by what a dictionary says of itself, so that a script or an attachment is found wherever it hangs.
final class PdfParts {
  private static final int LONGEST = 20_000;

  private final PDDocument document;
  private final byte[] bytes;
  private final List<PdfPart> parts = new ArrayList<>();
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  PdfParts(PDDocument document, byte[] bytes) {
    this.document = document;
    this.bytes = bytes;
  }

  List<PdfPart> list() throws PdfException {
    try {
      var trailer = document.getDocument().getTrailer();
      if (trailer.getDictionaryObject(COSName.INFO) instanceof COSDictionary info) {
        for (var entry : info.entrySet()) {
          if (entry.getValue() instanceof COSString text) add(Kind.METADATA, "document information, " + entry.getKey().getName(), text.getString());
        }
      }
      walk(trailer);
      int revisions = revisions();
      if (revisions > 1) add(Kind.REVISION, "file", (revisions - 1) + " earlier revision" + (revisions > 2 ? "s" : ""));
      return List.copyOf(parts);
    } catch (IOException | RuntimeException e) {
      throw new PdfException("the parts of the document cannot be listed (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private void walk(COSBase root) throws IOException {
    var waiting = new java.util.ArrayDeque<COSBase>();
    waiting.push(root);
    while (!waiting.isEmpty()) {
      var next = waiting.pop();
      if (next instanceof COSObject object) next = object.getObject();
      if (next == null || !seen.add(next)) continue;
      switch (next) {
        case COSDictionary dictionary -> {
          look(dictionary);
          dictionary.getValues().forEach(waiting::push);
        }
        case COSArray array -> array.forEach(waiting::push);
        default -> { }
      }
    }
  }

  private void look(COSDictionary d) throws IOException {
    var type = name(d, COSName.TYPE);
    var subtype = name(d, COSName.SUBTYPE);
    if (d instanceof COSStream stream && type.equals("Metadata")) add(Kind.METADATA, "XMP", text(stream));
    if (type.equals("Filespec") || d.containsKey(COSName.EF)) add(Kind.ATTACHMENT, "attachment", string(d, "UF", "F") + " " + string(d, "Desc"));
    if (d.containsKey(COSName.JS)) add(Kind.SCRIPT, "script", script(d.getDictionaryObject(COSName.JS)));
    if (d.containsKey(COSName.FT) || d.containsKey(COSName.V) && d.containsKey(COSName.T)) {
      add(Kind.FORM_FIELD, "form field " + string(d, "T"), string(d, "V") + " " + string(d, "TU") + " " + string(d, "DV"));
    }
    if (type.equals("Annot") && !subtype.equals("Widget") || d.containsKey(COSName.RECT) && d.containsKey(COSName.CONTENTS)) {
      add(Kind.ANNOTATION, "annotation " + subtype, string(d, "Contents") + " " + string(d, "T") + " " + string(d, "Subj"));
    }
    if (d.containsKey(COSName.TITLE) && d.containsKey(COSName.PARENT) && !type.equals("Annot")) add(Kind.BOOKMARK, "bookmark", string(d, "Title"));
    if (type.equals("OCG")) add(Kind.LAYER, "layer", string(d, "Name"));
    if (d.containsKey(COSName.ACTUAL_TEXT) || d.containsKey(COSName.ALT)) add(Kind.TAG_TEXT, "tag", string(d, "ActualText", "Alt"));
    if (type.equals("Font")) add(Kind.FONT, "font", name(d, COSName.BASE_FONT));
    if (subtype.equals("Image")) add(Kind.IMAGE, "image", d.getInt(COSName.WIDTH) + " x " + d.getInt(COSName.HEIGHT));
  }

  private void add(Kind kind, String where, String text) {
    var shown = text.strip();
    parts.add(new PdfPart(kind, where, shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown));
  }

  private static String name(COSDictionary d, COSName key) {
    return d.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
  }

  private static String string(COSDictionary d, String... keys) {
    for (var key : keys) {
      var value = d.getDictionaryObject(COSName.getPDFName(key));
      if (value instanceof COSString text) return text.getString();
      if (value instanceof COSName text) return text.getName();
    }
    return "";
  }

  private static String script(COSBase code) throws IOException {
    return switch (code) {
      case COSString text -> text.getString();
      case COSStream stream -> text(stream);
      case null, default -> "";
    };
  }

  private static String text(COSStream stream) throws IOException {
    try (var in = stream.createInputStream()) {
      return new String(in.readNBytes(LONGEST * 4), StandardCharsets.UTF_8);
    }
  }

  /// Each saved revision ends with its own marker (ISO 32000-1, 7.5.6).
  private int revisions() {
    var marker = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    int found = 0;
    for (int i = 0; i + marker.length <= bytes.length; i++) {
      if (java.util.Arrays.equals(bytes, i, i + marker.length, marker, 0, marker.length)) found++;
    }
    return found;
  }
}
