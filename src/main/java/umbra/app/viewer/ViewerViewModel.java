package umbra.app.viewer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.viewer.tile.Display;
import umbra.app.viewer.tile.TileViewModel;
import umbra.app.viewer.tool.InputProfile;
import umbra.app.viewer.tool.Tool;
import umbra.catalog.InstanceRow;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.view.Projection;
import umbra.words.Counts;
import umbra.workspace.stack.FrameLoader;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.Stack;
import umbra.workspace.stack.StackProjection;

/// The tiles, which of them is worked on, and with what.
public final class ViewerViewModel {
  private static final int MOST_TILES = 4;

  private final JobRunner jobs;
  private final FrameSource source;
  private final List<TileViewModel> tiles;
  private final LinkedTiles links;
  private final CineViewModel cine = new CineViewModel();
  private final Display display = new Display();
  private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ONE);
  private final ReadOnlyObjectWrapper<TileViewModel> active;
  private final BooleanProperty maximised = new SimpleBooleanProperty();
  private final BooleanProperty strip = new SimpleBooleanProperty();
  private final ObservableList<Tool> tools = FXCollections.observableArrayList();
  private final ObjectProperty<InputProfile> profile = new SimpleObjectProperty<>(InputProfile.RADIOLOGY);
  private final ObjectProperty<Tool> tool;
  private final StringProperty probe = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<InstanceRow>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<JobHandle> projecting = Optional.empty();

  /// @param frames runs what loads frames and says nothing of it
  /// @param jobs runs what a person waits for
  /// @param offered tools, at least one
  ViewerViewModel(JobRunner frames, JobRunner jobs, FrameSource source, FrameLoader loader, List<Tool> offered) {
    this.jobs = jobs;
    this.source = source;
    this.tiles = Stream.generate(() -> new TileViewModel(loader)).limit(MOST_TILES).toList();
    this.links = new LinkedTiles(tiles, frames, source);
    this.active = new ReadOnlyObjectWrapper<>(tiles.getFirst());
    this.tools.addAll(offered);
    this.tool = new SimpleObjectProperty<>(offered.getFirst());
    profile.addListener((_, _, to) -> arm(to));
    for (var tile : tiles) {
      tile.index().addListener((_, _, _) -> follow());
      tile.stack().addListener((_, _, _) -> follow());
    }
    active.addListener((_, _, _) -> follow());
    layout.addListener((_, _, to) -> {
      maximised.set(false);
      if (tiles.indexOf(active.get()) >= to.tiles()) activate(tiles.getFirst());
      for (int i = to.tiles(); i < MOST_TILES; i++) tiles.get(i).clear();
    });
  }

  private void arm(InputProfile to) {
    to.armed().stream().flatMap(id -> tools.stream().filter(t -> t.id().equals(id))).findFirst().ifPresent(tool::set);
  }

  private void follow() {
    current.set(active.get().instance());
  }

  public List<TileViewModel> tiles() {
    return tiles;
  }

  public LinkedTiles links() {
    return links;
  }

  public CineViewModel cine() {
    return cine;
  }

  public Display display() {
    return display;
  }

  public ObjectProperty<Layout> layout() {
    return layout;
  }

  /// The tile that keys and menus work on.
  public ReadOnlyObjectProperty<TileViewModel> active() {
    return active.getReadOnlyProperty();
  }

  public void activate(TileViewModel tile) {
    if (tile != active.get()) cine.playing().set(false);
    active.set(tile);
  }

  /// Goes round the tiles of the layout.
  public void activateNext(int step) {
    int n = layout.get().tiles();
    activate(tiles.get(Math.floorMod(tiles.indexOf(active.get()) + step, n)));
  }

  /// Only the active tile is seen, as large as all of them.
  public BooleanProperty maximised() {
    return maximised;
  }

  /// The strip of thumbnails below the tiles.
  public BooleanProperty strip() {
    return strip;
  }

  /// All tools; another one may be added, such as one that draws.
  public ObservableList<Tool> tools() {
    return tools;
  }

  public ObjectProperty<InputProfile> profile() {
    return profile;
  }

  /// The tool that was picked: that of the left button.
  public ObjectProperty<Tool> tool() {
    return tool;
  }

  /// What lies under the pointer, in words; empty outside of images.
  public StringProperty probe() {
    return probe;
  }

  /// The instance in the active tile.
  public ReadOnlyObjectProperty<Optional<InstanceRow>> current() {
    return current.getReadOnlyProperty();
  }

  /// Shows a stack in the active tile.
  public void show(Stack stack) {
    show(stack, 0);
  }

  /// @param index the frame to begin with, from 0
  public void show(Stack stack, int index) {
    cine.playing().set(false);
    cancelProjection();
    active.get().show(stack, index);
  }

  public void clear() {
    cine.playing().set(false);
    cancelProjection();
    tiles.forEach(TileViewModel::clear);
  }

  /// Projects the stack of the active tile and shows that once it is done.
  public void project(Projection.Kind kind) {
    cancelProjection();
    var tile = active.get();
    var stack = tile.stack().get();
    if (stack.isEmpty()) return;
    projecting = Optional.of(jobs.start("Projection of " + Counts.of(stack.size(), "frame"), context -> StackProjection.of(stack, kind, source, context), state -> {
      if (state instanceof JobState.Succeeded<StackProjection>(var made) && tile.stack().get() == stack) tile.project(made);
    }));
  }

  /// Gives up a projection under way.
  public void cancelProjection() {
    projecting.ifPresent(JobHandle::cancel);
    projecting = Optional.empty();
  }

  /// The windows that digits stand for in the active tile.
  List<Preset> presets() {
    return active.get().frame().map(f -> Preset.of(f.facts().modality(), f.prepared())).orElse(List.of());
  }

  /// @param digit from 1; one that stands for nothing does nothing
  void preset(int digit) {
    var presets = presets();
    if (digit <= presets.size()) active.get().window().chosen().set(presets.get(digit - 1).window());
  }
}
