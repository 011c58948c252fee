package umbra.dicom.text;

import java.util.List;

/// Characters read from a Value Field, padding and all.
///
/// @param values at least one
/// @param complete every byte was a character; else each byte that was none stands as U+FFFD
public record DecodedText(List<String> values, boolean complete) {
  /// Stands for a byte that is no character in the sets declared.
  public static final char UNDECODABLE = '\uFFFD';

  public DecodedText {
    values = List.copyOf(values);
  }
}
