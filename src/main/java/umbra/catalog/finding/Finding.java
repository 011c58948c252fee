package umbra.catalog.finding;

/// What a detector saw in one instance.
///
/// @param kind what it is, in words parted by `-`: `text-name`, `not-looked-at`
/// @param firstFrame index from 0
/// @param lastFrame index from 0, included
/// @param width 0 if it is at no place of the frame
/// @param tagPath where it is if not in Pixel Data; else empty
/// @param text as read; a value of a patient, so never for logs
/// @param confidence 0 to 1
public record Finding(String kind, Severity severity, int firstFrame, int lastFrame, int x, int y, int width, int height, String tagPath, String text,
    String why, double confidence) {

  /// Nobody could look: the release stays closed until somebody did.
  public static Finding notLookedAt(int firstFrame, int lastFrame, String tagPath, String why) {
    return new Finding("not-looked-at", Severity.SUSPECT, firstFrame, lastFrame, 0, 0, 0, 0, tagPath, "", why, 1);
  }

  /// Whether another look at the same instance saw the same thing: about the same place, and about the same text, since another
  /// engine may read another letter.
  public boolean isLike(Finding other) {
    boolean isAlike = kind.equals(other.kind) || kind.startsWith("text-") && other.kind.startsWith("text-");
    return isAlike && Likeness.places(this, other) && Likeness.texts(text, other.text);
  }

  /// As [#isLike], whatever was read.
  boolean isAt(Finding other) {
    return width > 0 && Likeness.places(this, other);
  }
}
