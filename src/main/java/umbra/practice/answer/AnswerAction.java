package umbra.practice.answer;

import java.util.Locale;

/// What a de-identified file is asked: the ten actions of MIDI-B.
public enum AnswerAction {
  TAG_RETAINED, TEXT_NOTNULL, TEXT_RETAINED, TEXT_REMOVED, DATE_SHIFTED, UID_CHANGED, UID_CONSISTENT, PATID_CONSISTENT, PIXELS_HIDDEN, PIXELS_RETAINED;

  /// As the answer key spells it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException for another word
  public static AnswerAction ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
