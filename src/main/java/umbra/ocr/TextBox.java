package umbra.ocr;

/// A found text.
///
/// @param text as read; empty if nothing could be read
/// @param score confidence of the reading, 0 to 1
/// @param probability confidence of the detector, 0 to 1
/// @param passes looks that saw it
/// @param quarters how often the line must be turned clockwise to read it, 0 to 3
public record TextBox(Box box, String text, float score, float probability, int passes, int quarters) {}
