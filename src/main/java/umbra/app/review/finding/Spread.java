package umbra.app.review.finding;

/// What a verdict holds for.
public enum Spread {
  /// The finding in front.
  ONE("this finding"),
  /// All equal texts of its series.
  SERIES("all equal texts of the series"),
  /// All equal texts, those of later scans included.
  EVERYWHERE("this text everywhere, in later scans too");

  private final String title;

  Spread(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
