package umbra.deid;

import umbra.deid.value.TextDecisions;

/// What the plan for one instance takes as given beside its Data Set.
///
/// @param texts decisions about texts to be cleaned
/// @param pixels what was done to, or is known of, the pixels
/// @param faces the same for Recognizable Visual Features
public record Facts(TextDecisions texts, Pixels pixels, Pixels faces) {
  public static final Facts NONE = new Facts(TextDecisions.NONE, Pixels.NOT_LOOKED_AT, Pixels.NOT_LOOKED_AT);

  /// Only the last two allow Burned In Annotation, or Recognizable Visual Features, to say NO.
  public enum Pixels { NOT_LOOKED_AT, SEEN_TO_BE_CLEAN, CLEANED }
}
