package umbra.app.viewer.tool;

/// The tools that only change how an image is shown.
public enum ImageTool implements Tool {
  WINDOW("window", "Window/level", "Drag right for more contrast range, up for brighter; the digits are presets", "fth-sun") {
    @Override
    public void pressed(ToolPointer p) {
      p.tile().window().grab();
    }

    @Override
    public void dragged(ToolPointer p) {
      p.tile().window().drag(p.sinceX(), -p.sinceY());
    }
  },
  SCROLL("scroll", "Scroll", "Drag up or down to scroll the stack; the wheel does so with any tool", "fth-layers") {
    private static final double PIXELS_EACH = 8;

    @Override
    public void dragged(ToolPointer p) {
      int frames = (int) (p.sinceY() / PIXELS_EACH) - (int) ((p.sinceY() - p.dy()) / PIXELS_EACH);
      if (frames != 0) p.tile().scrollBy(frames);
    }

    @Override
    public void turned(ToolPointer p, int notches) {
      p.tile().scrollBy(p.shift() ? 10 * notches : notches);
    }
  },
  PAN("pan", "Pan", "Drag to move the image; the middle button does so with any tool", "fth-move") {
    @Override
    public void dragged(ToolPointer p) {
      p.tile().move(v -> v.panned(p.dx(), p.dy()));
    }
  },
  ZOOM("zoom", "Zoom", "Drag up to enlarge around the place where you press; Ctrl and the wheel do so with any tool", "fth-zoom-in") {
    @Override
    public void dragged(ToolPointer p) {
      p.tile().move(v -> v.zoomed(Math.exp(-p.dy() / 120), p.at().x() - p.sinceX(), p.at().y() - p.sinceY()));
    }

    @Override
    public void turned(ToolPointer p, int notches) {
      p.tile().move(v -> v.zoomed(Math.pow(1.2, -notches), p.at().x(), p.at().y()));
    }
  };

  private final String id;
  private final String title;
  private final String hint;
  private final String icon;

  ImageTool(String id, String title, String hint, String icon) {
    this.id = id;
    this.title = title;
    this.hint = hint;
    this.icon = icon;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String hint() {
    return hint;
  }

  @Override
  public String icon() {
    return icon;
  }
}
