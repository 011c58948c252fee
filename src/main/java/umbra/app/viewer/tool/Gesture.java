package umbra.app.viewer.tool;

/// A way to use the mouse.
public record Gesture(Kind kind, boolean shift, boolean control, boolean alt) {

  /// The part of the mouse.
  public enum Kind { PRIMARY, MIDDLE, SECONDARY, WHEEL, DOUBLE_CLICK }

  public static Gesture plain(Kind kind) {
    return new Gesture(kind, false, false, false);
  }

  public static Gesture shift(Kind kind) {
    return new Gesture(kind, true, false, false);
  }

  public static Gesture control(Kind kind) {
    return new Gesture(kind, false, true, false);
  }
}
