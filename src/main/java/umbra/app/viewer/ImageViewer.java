package umbra.app.viewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import umbra.app.action.Action;
import umbra.app.page.ContentView;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tool.ImageTool;
import umbra.app.viewer.tool.MeasureTool;
import umbra.app.viewer.tool.Tool;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.job.JobRunner;
import umbra.workspace.stack.FrameLoader;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.Stack;

/// Shows series of images.
public final class ImageViewer implements ContentView {
  /// Of decoded frames, if nobody says otherwise; the window as a whole stays under 600 MB.
  private static final long CACHE_BYTES = 128L << 20;
  private static final int WORKERS = 2;

  private final FrameSource source;
  private final FrameLoader loader;
  private final ViewerViewModel viewer;
  private List<Action> actions;
  private final ViewerView view;
  private final BorderPane root;
  private Optional<FrameLoader.Look> soon = Optional.empty();

  /// @param frames runs what loads frames, many a second; its listeners are called on the JavaFX thread
  /// @param jobs runs what a person waits for and sees in the list of jobs; its listeners are called there, too
  public ImageViewer(JobRunner frames, JobRunner jobs, FrameSource source) {
    this(frames, jobs, source, CACHE_BYTES, List.of());
  }

  /// @param cacheBytes of decoded frames kept
  /// @param more tools that others bring, such as one that draws
  public ImageViewer(JobRunner frames, JobRunner jobs, FrameSource source, long cacheBytes, List<Tool> more) {
    this.source = source;
    this.loader = new FrameLoader(frames, source, cacheBytes, WORKERS);
    var measure = new MeasureTool();
    var tools = Stream.of(Stream.of(ImageTool.values()), Stream.of(measure), more.stream()).<Tool>flatMap(s -> s).toList();
    this.viewer = new ViewerViewModel(frames, jobs, source, loader, tools);
    viewer.display().layers().add(measure);
    this.actions = ViewerActions.of(viewer, measure);
    this.view = new ViewerView(viewer, actions, new FrameStrip(viewer, frames, source));
    this.root = new BorderPane(new StackPane(view.node()));
  }

  /// A person's wish within what this process may have at all; without one, our own.
  ///
  /// @param megabytes 0 for no wish
  /// @param heap the most bytes the process may have
  public static long cacheBytes(int megabytes, long heap) {
    return megabytes == 0 ? CACHE_BYTES : Math.min((long) megabytes << 20, heap / 2);
  }

  /// Adds what others do with its images; their keys come first.
  public void offer(List<Action> more) {
    actions = Stream.concat(more.stream(), actions.stream()).toList();
  }

  /// What others work with: layers to draw on images, tools, profile, tiles.
  public ViewerViewModel model() {
    return viewer;
  }

  /// Hears whether what is wanted of a series can be read.
  @FunctionalInterface
  public interface Reach {
    /// @param series its number in the catalogue
    void reached(long series, boolean isThere);
  }

  public void onReach(Reach listener) {
    for (var tile : viewer.tiles()) {
      tile.content().addListener((_, _, now) -> {
        if (now instanceof TileContent.Lost) tile.instance().ifPresent(i -> listener.reached(i.seriesId(), false));
        if (now instanceof TileContent.Frame) tile.instance().ifPresent(i -> listener.reached(i.seriesId(), true));
      });
    }
  }

  /// Bytes of decoded frames in memory.
  public long frameBytes() {
    return loader.bytes();
  }

  /// Shows one frame of a stack in the active tile.
  ///
  /// @param index from 0
  public void show(Stack stack, int index) {
    viewer.show(stack, index);
  }

  /// Loads a frame that will be looked at soon, so that it is there at once.
  public void prefetch(Stack stack, int index) {
    var before = soon;
    var look = loader.look(stack, (_, _) -> {});
    soon = Optional.of(look);
    before.ifPresent(FrameLoader.Look::close);
    look.only(index);
  }

  List<umbra.app.viewer.tile.TileView> tiles() {
    return view.tiles();
  }

  @Override
  public boolean shows(InstanceRow first) {
    return first.hasPixels();
  }

  @Override
  public Node node() {
    return root;
  }

  /// Puts something that others bring below the images, and something over them.
  ///
  /// @param below seen while it is visible
  /// @param above the same; covers the images then
  public void frame(Node below, Node above) {
    below.managedProperty().bind(below.visibleProperty());
    root.setBottom(below);
    ((StackPane) root.getCenter()).getChildren().setAll(view.node(), above);
  }

  @Override
  public void show(SeriesRow series, List<InstanceRow> instances) {
    viewer.show(Stack.of(series.description().isBlank() ? series.modality() : series.description(), instances));
  }

  @Override
  public void clear() {
    soon.ifPresent(FrameLoader.Look::close);
    soon = Optional.empty();
    viewer.clear();
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException("files that were looked at could not be closed", e);
    }
  }

  @Override
  public ObservableValue<Optional<InstanceRow>> current() {
    return viewer.current();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }
}
