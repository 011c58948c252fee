package umbra.ocr.read;

/// What was read.
///
/// @param text may be empty
/// @param score mean confidence over the characters, 0 to 1; 0 if there are none
/// @param quarters how often the line had to be turned clockwise to read it, 0 to 3
public record Reading(String text, float score, int quarters) {
  public static final Reading NOTHING = new Reading("", 0, 0);

  Reading turned(int quarters) {
    return new Reading(text, score, quarters);
  }

  /// Visible characters.
  int letters() {
    return (int) text.chars().filter(c -> c > ' ').count();
  }
}
