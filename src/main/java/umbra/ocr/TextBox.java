package umbra.ocr;

/// A found text.
///
/// @param text as read; empty if nothing could be read
/// @param second what another reader made of it, where the first was not sure; else empty
/// @param score confidence of the reading, 0 to 1
/// @param probability confidence of the detector, 0 to 1
/// @param passes looks that saw it, of those made
/// @param looks looks made at this place
/// @param quarters how often the line must be turned clockwise to read it, 0 to 3
public record TextBox(Box box, String text, String second, float score, float probability, int passes, int looks, int quarters) {
  public TextBox moved(int dx, int dy) {
    return new TextBox(box.moved(dx, dy), text, second, score, probability, passes, looks, quarters);
  }
}
