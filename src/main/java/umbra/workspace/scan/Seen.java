package umbra.workspace.scan;

import umbra.ocr.Box;
import umbra.ocr.TextBox;

/// A text before it is judged.
///
/// @param tagPath empty for Pixel Data
/// @param first index of the frame or page from 0; of a projection, the range it stands for
/// @param text of no looks where it was not read from a picture; then its box says nothing
record Seen(String tagPath, int first, int last, TextBox text) {
  /// Text that the object holds as text.
  static Seen written(String tagPath, String text) {
    return new Seen(tagPath, 0, 0, new TextBox(new Box(0, 0, 1, 1), text, "", 1, 1, 0, 0, 0));
  }

  boolean isWritten() {
    return text.looks() == 0;
  }
}
