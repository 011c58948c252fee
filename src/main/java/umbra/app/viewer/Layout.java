package umbra.app.viewer;

/// How many tiles there are.
public enum Layout {
  ONE(1, 1, "One image"), SIDE_BY_SIDE(1, 2, "Two side by side"), ONE_ABOVE_THE_OTHER(2, 1, "Two, one above the other"), FOUR(2, 2, "Four images");

  private final int rows;
  private final int columns;
  private final String title;

  Layout(int rows, int columns, String title) {
    this.rows = rows;
    this.columns = columns;
    this.title = title;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public int tiles() {
    return rows * columns;
  }

  public String title() {
    return title;
  }
}
