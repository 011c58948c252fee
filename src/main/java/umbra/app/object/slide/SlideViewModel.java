package umbra.app.object.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import umbra.app.object.Shown;
import umbra.catalog.InstanceRow;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.object.slide.SlideViewport;
import umbra.pixel.Checkpoint;
import umbra.pixel.FrameKey;
import umbra.pixel.codec.FrameCache;
import umbra.pixel.render.Picture;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.Slice;

/// A slide and the part of it in view. Reads the tiles in view and no others, and keeps no more of them than fit its cache.
public final class SlideViewModel {
  private static final int AT_ONCE = 3;
  private static final int MOST_TILES = 400;

  private final SourceFiles files;
  private final FrameSource source;
  private final JobRunner jobs;
  private final long cacheBytes;
  private final ReadOnlyObjectWrapper<Shown<SlideStack>> stack = new ReadOnlyObjectWrapper<>(new Shown.Nothing<>());
  private final ObjectProperty<Optional<SlideViewport>> view = new SimpleObjectProperty<>(Optional.empty());
  private final LongProperty arrived = new SimpleLongProperty();
  private final Map<FrameKey, JobHandle> underWay = new HashMap<>();
  private final Set<FrameKey> failed = new HashSet<>();
  /// Read since the view changed: what the cache could not keep is not read again and again.
  private final Set<FrameKey> tried = new HashSet<>();
  private FrameCache<Picture> tiles;
  private List<TilePlace> wanted = List.of();
  private List<SegmentLayer> layers = List.of();
  private boolean withoutSegments;
  private Optional<JobHandle> opening = Optional.empty();
  private boolean pumping;
  private long generation;
  private int width = 1;
  private int height = 1;

  /// @param jobs whose listeners arrive where the properties may be changed
  /// @param cacheBytes of decoded tiles
  public SlideViewModel(SourceFiles files, FrameSource source, JobRunner jobs, long cacheBytes) {
    this.files = files;
    this.source = source;
    this.jobs = jobs;
    this.cacheBytes = cacheBytes;
    this.tiles = cache(0);
  }

  private FrameCache<Picture> cache(long tileBytes) {
    return new FrameCache<>(Math.max(cacheBytes, 2 * tileBytes), p -> 4L * p.argb().length);
  }

  private static long tileBytes(SlideStack slide) {
    return slide.levels().stream().mapToLong(l -> 4L * l.image().tileColumns() * l.image().tileRows()).max().orElse(0);
  }

  /// Tiles that one view may need: no more than can be kept. Where a slide has no level coarse enough, its middle is shown instead of all of it.
  private int mostTiles(SlideStack slide) {
    return (int) Math.clamp(tiles.mostBytes() * 3 / 4 / Math.max(1, tileBytes(slide)), 1, MOST_TILES);
  }

  ReadOnlyObjectProperty<Shown<SlideStack>> stack() {
    return stack.getReadOnlyProperty();
  }

  /// Empty while there is no slide.
  public ObjectProperty<Optional<SlideViewport>> view() {
    return view;
  }

  /// Counts the tiles that arrived.
  public ReadOnlyLongProperty arrived() {
    return arrived;
  }

  /// Bytes of decoded tiles in memory.
  public long tileBytes() {
    return tiles.bytes();
  }

  /// Whether all tiles in view are there, or cannot be had.
  public boolean isSettled() {
    return underWay.isEmpty() && wanted.stream().allMatch(t -> tiles.contains(t.key()) || failed.contains(t.key()) || tried.contains(t.key()));
  }

  /// Tiles in view that cannot be decoded.
  public int failures() {
    return (int) wanted.stream().filter(t -> failed.contains(t.key())).count();
  }

  public void show(List<InstanceRow> rows) {
    clear();
    long mine = generation;
    stack.set(new Shown.Waiting<>());
    opening = Optional.of(jobs.<SlideStack>start("Read slide", context -> SlideStack.of(rows, files, context::checkCancelled), state -> {
      if (mine != generation) return;
      switch (state) {
        case JobState.Succeeded<SlideStack>(var read) -> {
          tiles = cache(tileBytes(read));
          stack.set(new Shown.Ready<>(read));
          fit();
        }
        case JobState.Failed<SlideStack>(var cause) -> stack.set(new Shown.Failed<>(rows.getFirst().path() + "\n" + cause.getMessage()));
        case JobState.Waiting<SlideStack> _, JobState.Running<SlideStack> _, JobState.Cancelled<SlideStack> _ -> {}
      }
    }));
  }

  public void clear() {
    generation++;
    opening.ifPresent(JobHandle::cancel);
    List.copyOf(underWay.values()).forEach(JobHandle::cancel);
    underWay.clear();
    failed.clear();
    tried.clear();
    wanted = List.of();
    layers = List.of();
    tiles.clear();
    view.set(Optional.empty());
    stack.set(new Shown.Nothing<>());
  }

  Optional<SlideStack> slide() {
    return stack.get() instanceof Shown.Ready<SlideStack>(var ready) && !ready.levels().isEmpty() ? Optional.of(ready) : Optional.empty();
  }

  /// All of the slide, or its middle where that would take too many tiles.
  public void fit() {
    slide().ifPresent(s -> {
      var level = s.levels().getFirst();
      put(SlideViewport.fit(level.columns(), level.rows(), width, height));
    });
  }

  public void resize(int newWidth, int newHeight) {
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
    boolean fitted = view.get().filter(v -> v.equals(SlideViewport.fit(v.columns(), v.rows(), v.width(), v.height()))).isPresent();
    if (fitted) fit();
    else move(v -> v.inView(width, height));
  }

  public void move(UnaryOperator<SlideViewport> change) {
    view.get().ifPresent(v -> put(change.apply(v)));
  }

  private void put(SlideViewport next) {
    var slide = slide().orElseThrow();
    var allowed = next;
    int most = mostTiles(slide);
    while (places(slide, allowed, slide.levelFor(allowed.scale())).size() > most && allowed.scale() < SlideViewport.MOST) {
      allowed = new SlideViewport(allowed.columns(), allowed.rows(), allowed.centerX(), allowed.centerY(), allowed.scale() * 1.25, allowed.width(), allowed.height());
    }
    withoutSegments = false;
    wanted = new ArrayList<>(places(slide, allowed, slide.levelFor(allowed.scale())));
    for (var layer : layers) wanted.addAll(washes(layer, slide, allowed));
    for (var entry : List.copyOf(underWay.entrySet())) if (wanted.stream().noneMatch(t -> t.key().equals(entry.getKey()))) entry.getValue().cancel();
    tried.clear();
    view.set(Optional.of(allowed));
    pump();
  }

  /// Lays segmentations over the slide.
  void lay(List<SegmentLayer> segmentations) {
    layers = List.copyOf(segmentations);
    move(v -> v);
    arrived.set(arrived.get() + 1); // the view is the same, what is in it is not
  }

  /// Draws a segmentation anew: other segments of it are to be seen, or more strongly.
  void changed(SegmentLayer layer) {
    if (layer.tiles().segments().isLabelMap()) tiles.clear(); // their colours are in the tiles
    move(v -> v);
    arrived.set(arrived.get() + 1);
  }

  /// Whether segments are left out because so much of the slide is in view.
  boolean isWithoutSegments() {
    return withoutSegments;
  }

  /// Tiles of a segmentation in view; none while they are more than a quarter of the cache: it has no smaller levels.
  private List<TilePlace> washes(SegmentLayer layer, SlideStack slide, SlideViewport at) {
    long bytes = 4L * layer.tiles().image().tileColumns() * layer.tiles().image().tileRows();
    int most = (int) Math.clamp(tiles.mostBytes() / 4 / Math.max(1, bytes), 1, MOST_TILES);
    var places = layer.places(slide, at, most + 1);
    boolean fits = places.size() <= most;
    withoutSegments |= !fits;
    return fits ? places : List.of();
  }

  private static List<TilePlace> places(SlideStack slide, SlideViewport view, int level) {
    var places = new ArrayList<TilePlace>();
    double reduction = slide.reduction(level);
    for (var piece : slide.levels().get(level).pieces()) {
      var image = piece.image();
      for (var tile : image.tiles().within(view.left() / reduction, view.top() / reduction, view.right() / reduction, view.bottom() / reduction, 4 * MOST_TILES)) {
        places.add(new TilePlace(new Slice(piece.row().id(), piece.place(), tile.frame(), piece.row().frames()), tile.x() * reduction, tile.y() * reduction,
            (tile.x() + image.tileColumns()) * reduction, (tile.y() + image.tileRows()) * reduction));
      }
      if (places.size() > 4 * MOST_TILES) break;
    }
    places.sort(Comparator.comparingDouble(t -> Math.hypot((t.left() + t.right()) / 2 - view.centerX(), (t.top() + t.bottom()) / 2 - view.centerY())));
    return places;
  }

  /// The tiles that are there, the coarsest first: what is finer is painted over them, and segments over all.
  List<Painted> painted() {
    var slide = slide();
    var at = view.get();
    if (slide.isEmpty() || at.isEmpty()) return List.of();
    var painted = new ArrayList<Painted>();
    int finest = slide.get().levelFor(at.get().scale());
    var own = wanted.stream().filter(t -> t.wash().isEmpty()).toList();
    boolean whole = own.stream().allMatch(t -> tiles.contains(t.key()));
    for (int level = whole ? finest : slide.get().levels().size() - 1; level >= finest; level--) {
      for (var place : level == finest ? own : places(slide.get(), at.get(), level)) tiles.find(place.key()).ifPresent(p -> painted.add(new Painted(place, p)));
    }
    for (var place : wanted) if (place.wash().isPresent()) tiles.find(place.key()).ifPresent(p -> painted.add(new Painted(place, p)));
    return painted;
  }

  /// A tile that is there.
  record Painted(TilePlace place, Picture picture) {}

  /// Starts what may be started now; a runner that works in this very thread calls it again from within.
  private void pump() {
    if (pumping) return;
    pumping = true;
    try {
      for (var next = next(); next.isPresent(); next = next()) start(next.get());
    } finally {
      pumping = false;
    }
  }

  private Optional<TilePlace> next() {
    if (underWay.size() >= AT_ONCE) return Optional.empty();
    return wanted.stream().filter(t -> !tiles.contains(t.key()) && !failed.contains(t.key()) && !tried.contains(t.key()) && !underWay.containsKey(t.key())).findFirst();
  }

  private void start(TilePlace tile) {
    long mine = generation;
    var key = tile.key();
    underWay.put(key, NOT_YET);
    var handle = jobs.<Picture>start("tile", context -> picture(tile, context::checkCancelled), state -> {
      if (mine != generation || !state.isFinal()) return;
      underWay.remove(key);
      switch (state) {
        case JobState.Succeeded<Picture>(var picture) -> {
          tiles.put(key, picture);
          tried.add(key);
        }
        case JobState.Failed<Picture> _ -> failed.add(key);
        case JobState.Cancelled<Picture> _, JobState.Waiting<Picture> _, JobState.Running<Picture> _ -> {}
      }
      arrived.set(arrived.get() + 1);
      pump();
    });
    underWay.replace(key, handle);
  }

  private Picture picture(TilePlace tile, Checkpoint checkpoint) throws IOException {
    return tile.wash().isPresent() ? tile.wash().get().picture(source.raster(tile.slice(), checkpoint)) : source.picture(tile.slice(), checkpoint);
  }

  private static final JobHandle NOT_YET = new JobHandle() {
    @Override
    public String name() {
      return "tile";
    }

    @Override
    public void cancel() {}

    @Override
    public void await() {}
  };
}
