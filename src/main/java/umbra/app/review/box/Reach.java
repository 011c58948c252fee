package umbra.app.review.box;

/// How far the next box reaches, as a person picks it.
public enum Reach {
  FRAME("Frame", "Only the frame in front"),
  FRAMES("Frames", "A range of frames of the series"),
  INSTANCE("Instance", "All frames of the instance in front"),
  SERIES("Series", "All instances of the series"),
  GROUP("Device", "All series of the same device, image size and SOP Class");

  private final String title;
  private final String hint;

  Reach(String title, String hint) {
    this.title = title;
    this.hint = hint;
  }

  public String title() {
    return title;
  }

  public String hint() {
    return hint;
  }
}
