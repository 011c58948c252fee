package umbra.app.action;

/// What the buttons and the wheel of the mouse do on an image, in the two ways people are used to.
public enum InputProfile {
  RADIOLOGY("Radiology", "left drag window/level, middle drag pan, right drag zoom, wheel scrolls", Gesture.WINDOW, Gesture.PAN, Gesture.ZOOM),
  CURATION("Curation", "left drag draws a box, middle drag pan, right drag window/level, wheel scrolls", Gesture.DRAW, Gesture.PAN, Gesture.WINDOW);

  /// What a drag can do.
  public enum Gesture { WINDOW, PAN, ZOOM, DRAW }

  private final String title;
  private final String hint;
  private final Gesture left;
  private final Gesture middle;
  private final Gesture right;

  InputProfile(String title, String hint, Gesture left, Gesture middle, Gesture right) {
    this.title = title;
    this.hint = hint;
    this.left = left;
    this.middle = middle;
    this.right = right;
  }

  public String title() {
    return title;
  }

  /// One line for the status bar.
  public String hint() {
    return hint;
  }

  public Gesture left() {
    return left;
  }

  public Gesture middle() {
    return middle;
  }

  public Gesture right() {
    return right;
  }
}
