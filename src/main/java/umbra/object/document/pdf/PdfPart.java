package umbra.object.document.pdf;

/// Something in a document besides its pages that carries text or a picture.
///
/// @param where which page, object or entry, in words
/// @param text what it says; empty for what has no text
public record PdfPart(Kind kind, String where, String text) {
  /// The families that are listed, and that do not survive cleaning except fonts and images.
  public enum Kind { METADATA, ATTACHMENT, FORM_FIELD, SCRIPT, ANNOTATION, BOOKMARK, LAYER, TAG_TEXT, REVISION, FONT, IMAGE }
}
