package umbra.workspace.scan;

import umbra.ocr.Box;
import umbra.ocr.TextBox;

/// A text before it is judged.
///
/// @param tagPath empty for Pixel Data
/// @param first index of the frame or page from 0; of a projection, the range it stands for
/// @param text of no looks where it was not read from a picture; then its box may say nothing, see [#isPlaced]
record Seen(String tagPath, int first, int last, TextBox text) {
  private static final Box NOWHERE = new Box(0, 0, 1, 1);

  /// Text that the object holds as text.
  static Seen written(String tagPath, String text) {
    return new Seen(tagPath, 0, 0, new TextBox(NOWHERE, text, "", 1, 1, 0, 0, 0));
  }

  /// Text that a page holds as text at a place.
  static Seen placed(String tagPath, int page, Box box, String text) {
    return new Seen(tagPath, page, page, new TextBox(box, text, "", 1, 1, 0, 0, 0));
  }

  /// Whether its box says where it stands.
  static boolean isPlaced(TextBox text) {
    return text.looks() > 0 || !text.box().equals(NOWHERE);
  }

  boolean isWritten() {
    return text.looks() == 0;
  }
}
