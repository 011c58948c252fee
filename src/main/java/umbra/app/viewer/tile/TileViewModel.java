package umbra.app.viewer.tile;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import umbra.catalog.InstanceRow;
import umbra.pixel.view.Prepared;
import umbra.pixel.view.ViewTransform;
import umbra.workspace.stack.FrameLoad;
import umbra.workspace.stack.FrameLoader;
import umbra.workspace.stack.LoadedFrame;
import umbra.workspace.stack.Stack;
import umbra.workspace.stack.StackProjection;

/// A stack, the frame in front, and where it lies. What is not loaded yet leaves the last image where it was.
public final class TileViewModel {
  private final FrameLoader loader;
  private final ReadOnlyObjectWrapper<Stack> stack = new ReadOnlyObjectWrapper<>(Stack.EMPTY);
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<TileContent> content = new ReadOnlyObjectWrapper<>(new TileContent.Empty());
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Optional<ViewTransform>> view = new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty inverted = new SimpleBooleanProperty();
  private final TileWindow window = new TileWindow();
  private Optional<FrameLoader.Look> look = Optional.empty();
  private UnaryOperator<LoadedFrame> presenting = UnaryOperator.identity();
  private Optional<LoadedFrame> stored = Optional.empty();
  private int viewWidth = 1;
  private int viewHeight = 1;

  public TileViewModel(FrameLoader loader) {
    this.loader = loader;
  }

  public ReadOnlyObjectProperty<Stack> stack() {
    return stack.getReadOnlyProperty();
  }

  /// The frame wanted, from 0; what is in front may lag behind.
  public ReadOnlyIntegerProperty index() {
    return index.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<TileContent> content() {
    return content.getReadOnlyProperty();
  }

  /// The frame wanted is not in front yet.
  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /// Where the image lies; empty while there is none.
  public ObjectProperty<Optional<ViewTransform>> view() {
    return view;
  }

  public BooleanProperty inverted() {
    return inverted;
  }

  public TileWindow window() {
    return window;
  }

  /// Another stack, from its first frame, fitted, with its own window.
  public void show(Stack shown) {
    show(shown, 0);
  }

  /// @param first the frame to begin with, from 0
  public void show(Stack shown, int first) {
    clear();
    if (shown.isEmpty()) return;
    stack.set(shown);
    content.set(new TileContent.Waiting());
    look = Optional.of(loader.look(shown, this::loaded));
    go(Math.max(0, Math.min(first, shown.size() - 1)), 1);
  }

  /// Shows nothing.
  public void clear() {
    look.ifPresent(FrameLoader.Look::close);
    look = Optional.empty();
    window.forget();
    presenting = UnaryOperator.identity();
    stored = Optional.empty();
    inverted.set(false);
    view.set(Optional.empty());
    stack.set(Stack.EMPTY);
    index.set(0);
    loading.set(false);
    content.set(new TileContent.Empty());
  }

  /// The instance in front.
  public Optional<InstanceRow> instance() {
    return stack.get().isEmpty() ? Optional.empty() : Optional.of(stack.get().instance(index.get()));
  }

  /// The frame in front, if it is one that could be decoded.
  public Optional<LoadedFrame> frame() {
    return switch (content.get()) {
      case TileContent.Frame(_, var frame) -> Optional.of(frame);
      case TileContent.Projected(_, var frame) -> Optional.of(frame);
      case TileContent.Empty _, TileContent.Waiting _, TileContent.Failed _, TileContent.Lost _ -> Optional.empty();
    };
  }

  /// Scrolls within the ends of the stack.
  public void scrollBy(int frames) {
    scrollTo(index.get() + frames);
  }

  /// @param to from 0; beyond the ends the first or last frame
  public void scrollTo(int to) {
    if (stack.get().isEmpty()) return;
    int within = Math.max(0, Math.min(to, stack.get().size() - 1));
    if (within == index.get() && !(content.get() instanceof TileContent.Projected)) return;
    go(within, within < index.get() ? -1 : 1);
  }

  private void go(int to, int direction) {
    index.set(to);
    look.ifPresent(l -> {
      l.at(to, direction);
      l.find(to).ifPresentOrElse(load -> put(to, load), () -> loading.set(true));
    });
  }

  private void loaded(int at, FrameLoad load) {
    if (at == index.get() && !(content.get() instanceof TileContent.Projected)) put(at, load);
  }

  private void put(int at, FrameLoad load) {
    loading.set(false);
    switch (load) {
      case FrameLoad.Loaded(LoadedFrame frame) -> {
        if (content.get() instanceof TileContent.Frame(int before, _) && before == at && stored.filter(s -> s == frame).isPresent()) return;
        stored = Optional.of(frame);
        var shown = presenting.apply(frame);
        place(shown);
        content.set(new TileContent.Frame(at, shown));
      }
      case FrameLoad.Undecodable(String reason) -> content.set(new TileContent.Failed(at, reason));
      case FrameLoad.Lost(String place) -> content.set(new TileContent.Lost(at, place));
    }
  }

  private void place(LoadedFrame frame) {
    int columns = frame.stored().columns();
    int rows = frame.stored().rows();
    double aspect = frame.facts().aspect();
    if (frame.prepared() instanceof Prepared.Gray gray) window.meet(gray);
    var before = view.get();
    view.set(Optional.of(before.isPresent() ? before.get().ofImage(columns, rows, aspect) : ViewTransform.fit(columns, rows, aspect, viewWidth, viewHeight)));
  }

  /// From now on each frame of the stack is shown as what this makes of it, with the window it then comes with.
  public void present(UnaryOperator<LoadedFrame> how) {
    presenting = how;
    window.forget();
    if (!(content.get() instanceof TileContent.Frame(int at, _)) || stored.isEmpty()) return;
    var shown = how.apply(stored.get());
    place(shown);
    content.set(new TileContent.Frame(at, shown));
  }

  /// Asks again for a frame that was out of reach.
  public void retry() {
    loading.set(true);
    int at = index.get();
    look.ifPresent(l -> {
      l.retry(at);
      l.find(at).ifPresent(load -> put(at, load));
    });
  }

  /// Shows a projection in place of the frame until the next scrolling.
  public void project(StackProjection projection) {
    projection.frame().ifPresent(frame -> {
      place(frame);
      content.set(new TileContent.Projected(projection, frame));
    });
  }

  /// The viewport has another size, in pixels of the screen.
  public void resize(int width, int height) {
    viewWidth = Math.max(1, width);
    viewHeight = Math.max(1, height);
    view.get().ifPresent(v -> view.set(Optional.of(v.inView(viewWidth, viewHeight))));
  }

  /// Changes where the image lies, if there is one.
  public void move(UnaryOperator<ViewTransform> change) {
    view.get().ifPresent(v -> view.set(Optional.of(change.apply(v))));
  }

  /// Back to the fitted image, neither turned nor flipped, with the window it came with.
  public void reset() {
    window.chosen().set(Optional.empty());
    inverted.set(false);
    move(v -> ViewTransform.fit(v.columns(), v.rows(), v.aspect(), v.viewWidth(), v.viewHeight()));
    if (content.get() instanceof TileContent.Projected) scrollTo(index.get());
  }
}
