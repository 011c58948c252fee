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

  /// Whether another look at the same instance saw something at this place; outside of pixels also the same text, since a place of the header may hold many.
  public boolean isAt(Finding other) {
    boolean isAlike = kind.equals(other.kind) || kind.startsWith("text-") && other.kind.startsWith("text-");
    return isAlike && Likeness.places(this, other) && (width > 0 || saysAs(other));
  }

  /// The very same text, but for blanks and case.
  boolean saysAs(Finding other) {
    return Likeness.texts(text, other.text);
  }

  /// Whether "harmless", said of this, holds for what another look at the same instance saw: the very same text in the same box. Where nothing can be read, or
  /// nobody could look, only for the frames and the reason it was said of; and never for what resembles the subject now and did not then.
  public boolean clears(Finding now) {
    if (!isAt(now) || !saysAs(now) || width > 0 && !Likeness.holds(this, now) || isWorseIn(now)) return false;
    return !text.isBlank() || Likeness.holdsFrames(this, now) && kind.equals(now.kind) && why.equals(now.why);
  }

  /// As [#clears] where both looks saw the same pixels: then what a person saw in the box counts, and not what a reader makes of it.
  public boolean clearsSamePixels(Finding now) {
    return isAt(now) && Likeness.holds(this, now) && Likeness.holdsFrames(this, now) && !isWorseIn(now);
  }

  private boolean isWorseIn(Finding now) {
    return now.kind.equals("text-subject") && !kind.equals(now.kind);
  }

  /// Whether to blacken this blackens all of the other.
  boolean covers(Finding other) {
    return isAt(other) && Likeness.holds(this, other) && Likeness.holdsFrames(this, other);
  }
}
