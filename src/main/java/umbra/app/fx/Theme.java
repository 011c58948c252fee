package umbra.app.fx;

/// How bright the window is. Dark suits a reading room.
public enum Theme {
  DARK("Dark"), LIGHT("Light");

  private final String title;

  Theme(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  public Theme other() {
    return this == DARK ? LIGHT : DARK;
  }

  String sheet() {
    return this == DARK ? "dark.css" : "light.css";
  }
}
