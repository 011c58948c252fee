package umbra.app.inspector;

import java.util.Optional;
import java.util.function.Function;
import umbra.dicom.TagPath;

/// A column that another part of the program fills, such as what the profile does with each element.
///
/// @param chip of a place; empty where there is nothing to say
public record ChipColumn(String title, Function<TagPath, Optional<Chip>> chip) {
  /// @param tone tells the kind of chip apart, beside its text
  public record Chip(String text, Tone tone, String tooltip) {}

  /// The look of a chip.
  public enum Tone {
    PLAIN, NOTE, WARN, BAD, OTHER;

    String styleClass() {
      return "chip-" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
