package umbra.app.review.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import umbra.app.viewer.ViewerViewModel;
import umbra.app.viewer.tile.Display;
import umbra.app.viewer.tile.TileView;
import umbra.app.viewer.tile.TileViewModel;
import umbra.job.JobRunner;
import umbra.pixel.view.ViewTransform;
import umbra.workspace.review.ExportedFrames;
import umbra.workspace.stack.FrameLoader;

/// The frame in front as an export would write it, beside the original: scrolled, zoomed and windowed together.
public final class ExportedPane {
  private static final long CACHE_BYTES = 48L << 20;

  private final ViewerViewModel viewer;
  private final ExportedFrames frames;
  private final FrameLoader loader;
  private final TileViewModel tile;
  private final TileView view;
  private final BorderPane node;
  private Optional<TileViewModel> followed = Optional.empty();
  private boolean on;
  private double lastX;
  private double lastY;

  /// @param viewer that shows the original
  public ExportedPane(ViewerViewModel viewer, ExportedFrames frames, JobRunner runner) {
    this.viewer = viewer;
    this.frames = frames;
    this.loader = new FrameLoader(runner, frames, CACHE_BYTES, 1);
    this.tile = new TileViewModel(loader);
    var display = new Display();
    display.annotations().set(false);
    this.view = new TileView(tile, display);
    view.setId("exported");
    view.setAccessibleText("As exported");
    var title = new Label("As exported");
    title.getStyleClass().add("section");
    var head = new HBox(title);
    head.setAlignment(Pos.CENTER);
    head.getStyleClass().addAll("viewer-bar", "exported-head");
    var foot = new Label("Scrolls, zooms and windows with the original");
    foot.getStyleClass().add("viewer-hint");
    var line = new HBox(foot);
    line.getStyleClass().add("viewer-line");
    line.setPadding(new Insets(3, 8, 3, 8));
    node = new BorderPane(view, head, null, line, null);
    node.getStyleClass().add("viewer");
    node.getStylesheets().add(ExportedPane.class.getResource("/umbra/app/viewer.css").toExternalForm());
    viewer.active().addListener((_, _, _) -> follow());
    for (var original : viewer.tiles()) {
      original.stack().addListener((_, _, _) -> follow());
      original.index().addListener((_, _, now) -> {
        if (isOf(original)) tile.scrollTo(now.intValue());
      });
      original.view().addListener((_, _, _) -> place(original));
      original.window().chosen().addListener((_, _, now) -> {
        if (isOf(original)) tile.window().chosen().set(now);
      });
      original.inverted().addListener((_, _, now) -> {
        if (isOf(original)) tile.inverted().set(now);
      });
    }
    tile.content().addListener((_, _, _) -> followed.ifPresent(this::place));
    tile.index().addListener((_, _, now) -> followed.filter(this::isOf).ifPresent(o -> o.scrollTo(now.intValue()))); // by its own slider
    view.setOnScroll(this::scrolled);
    view.setOnMousePressed(this::pressed);
    view.setOnMouseDragged(this::dragged);
  }

  public Node node() {
    return node;
  }

  /// What is shown here, for tests and for those who compare.
  public TileViewModel tile() {
    return tile;
  }

  public void show(boolean is) {
    on = is;
    if (is) follow();
    else clear();
  }

  /// Boxes changed: what is shown is made anew.
  public void refresh() {
    if (!on || tile.stack().get().isEmpty()) return;
    loader.forget();
    tile.retry();
  }

  public void clear() {
    followed = Optional.empty();
    tile.clear();
    loader.forget();
    try {
      frames.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a redacted copy could not be closed", e);
    }
  }

  private boolean isOf(TileViewModel original) {
    return on && followed.isPresent() && followed.get() == original && !tile.stack().get().isEmpty();
  }

  private void follow() {
    if (!on) return;
    var original = viewer.active().get();
    followed = Optional.of(original);
    if (original.stack().get() == tile.stack().get()) return;
    if (original.stack().get().isEmpty()) tile.clear();
    else tile.show(original.stack().get(), original.index().get());
  }

  /// The same part of the image, as large on the screen.
  private void place(TileViewModel original) {
    if (!isOf(original)) return;
    original.view().get().ifPresent(o -> tile.move(v -> {
      if (o.columns() != v.columns() || o.rows() != v.rows()) return v;
      var same = new ViewTransform(v.columns(), v.rows(), v.aspect(), v.viewWidth(), v.viewHeight(), o.turns(), o.flipped(), o.scale(), o.centerX(), o.centerY(), o.fitted());
      return o.fitted() ? same.fit() : same;
    }));
  }

  private void scrolled(ScrollEvent event) {
    followed.ifPresent(o -> {
      int notches = event.getDeltaY() > 0 ? -1 : 1;
      if (event.isShortcutDown()) o.move(v -> v.zoomed(Math.pow(1.2, -notches), event.getX() * view.ratio(), event.getY() * view.ratio()));
      else o.scrollBy(event.isShiftDown() ? 10 * notches : notches);
    });
    event.consume();
  }

  private void pressed(MouseEvent event) {
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private void dragged(MouseEvent event) {
    double dx = (event.getX() - lastX) * view.ratio();
    double dy = (event.getY() - lastY) * view.ratio();
    pressed(event);
    followed.ifPresent(o -> o.move(v -> v.panned(dx, dy)));
  }
}
