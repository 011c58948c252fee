package umbra.app.viewer;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.control.Label;
import umbra.app.viewer.tile.TileViewModel;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.view.Painter;
import umbra.pixel.view.ViewTransform;
import umbra.workspace.stack.FrameLoad;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.LoadedFrame;
import umbra.workspace.stack.Slice;
import umbra.workspace.stack.Stack;

/// Thumbnails spread evenly over the active stack; a click goes there. Made one after the other while the strip is open.
final class FrameStrip {
  private static final int SIZE = 72;
  private static final int MOST = 16;

  private record Thumbnail(int[] argb) {}

  private final ViewerViewModel viewer;
  private final JobRunner runner;
  private final FrameSource source;
  private final HBox node = new HBox(4);
  private final List<Integer> indices = new ArrayList<>();
  private Optional<JobHandle> loading = Optional.empty();
  private Stack shown = Stack.EMPTY;

  FrameStrip(ViewerViewModel viewer, JobRunner runner, FrameSource source) {
    this.viewer = viewer;
    this.runner = runner;
    this.source = source;
    node.getStyleClass().add("frame-strip");
    viewer.strip().addListener((_, _, _) -> refresh());
    viewer.active().addListener((_, _, _) -> refresh());
    viewer.current().addListener((_, _, _) -> refresh());
    for (var tile : viewer.tiles()) tile.index().addListener((_, _, _) -> mark());
  }

  Node node() {
    return node;
  }

  private TileViewModel tile() {
    return viewer.active().get();
  }

  private void refresh() {
    var stack = viewer.strip().get() ? tile().stack().get() : Stack.EMPTY;
    if (stack == shown) return;
    shown = stack;
    loading.ifPresent(JobHandle::cancel);
    node.getChildren().clear();
    indices.clear();
    int count = Math.min(MOST, stack.size());
    for (int i = 0; i < count; i++) {
      int index = count == 1 ? 0 : (int) ((long) i * (stack.size() - 1) / (count - 1));
      indices.add(index);
      node.getChildren().add(cell(index));
    }
    mark();
    load(stack, 0);
  }

  private StackPane cell(int index) {
    var number = new Label(Integer.toString(index + 1));
    number.getStyleClass().add("mono");
    var cell = new StackPane(new ImageView(), number);
    StackPane.setAlignment(number, javafx.geometry.Pos.BOTTOM_RIGHT);
    cell.getStyleClass().add("frame-thumbnail");
    cell.setMinSize(SIZE, SIZE);
    cell.setAccessibleText("Frame " + (index + 1));
    cell.setOnMouseClicked(_ -> tile().scrollTo(index));
    return cell;
  }

  /// The thumbnail nearest to the frame in front is marked.
  private void mark() {
    int nearest = 0;
    for (int i = 1; i < indices.size(); i++) {
      if (Math.abs(indices.get(i) - tile().index().get()) < Math.abs(indices.get(nearest) - tile().index().get())) nearest = i;
    }
    for (int i = 0; i < node.getChildren().size(); i++) {
      node.getChildren().get(i).pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("nearest"), i == nearest);
    }
  }

  private void load(Stack stack, int at) {
    if (stack != shown || at >= indices.size()) return;
    var slice = stack.slice(indices.get(at));
    loading = Optional.of(runner.start("thumbnail", context -> thumbnail(slice, context::checkCancelled), state -> {
      if (!state.isFinal() || stack != shown) return;
      if (state instanceof JobState.Succeeded<Thumbnail>(Thumbnail made) && made.argb().length > 0) {
        var buffer = new PixelBuffer<>(SIZE, SIZE, IntBuffer.wrap(made.argb()), PixelFormat.getIntArgbPreInstance());
        ((ImageView) ((StackPane) node.getChildren().get(at)).getChildren().getFirst()).setImage(new WritableImage(buffer));
      }
      load(stack, at + 1);
    }));
  }

  private Thumbnail thumbnail(Slice slice, umbra.pixel.Checkpoint checkpoint) {
    if (!(source.load(slice, checkpoint) instanceof FrameLoad.Loaded(LoadedFrame frame))) return new Thumbnail(new int[0]);
    var argb = new int[SIZE * SIZE];
    var view = ViewTransform.fit(frame.stored().columns(), frame.stored().rows(), frame.facts().aspect(), SIZE, SIZE);
    new Painter().paint(frame.prepared(), view, new Painter.Look(Optional.empty(), false, true, true), argb);
    return new Thumbnail(argb);
  }
}
