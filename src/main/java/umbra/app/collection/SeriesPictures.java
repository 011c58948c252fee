package umbra.app.collection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import umbra.catalog.Catalog;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.workspace.stack.Stack;
import umbra.workspace.thumbnail.ThumbnailMaker;

/// The small pictures of series, made in the background: what was asked for last comes first. For one thread.
public final class SeriesPictures {
  private static final int MOST_KEPT = 600;
  private static final int MOST_WAITING = 60;

  private final Catalog catalog;
  private final ThumbnailMaker maker;
  private final JobRunner runner;
  private final ArrayDeque<Long> waiting = new ArrayDeque<>();
  private final Map<Long, List<Consumer<Optional<byte[]>>>> askers = new LinkedHashMap<>();
  private final Map<Long, Optional<byte[]>> kept = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Optional<byte[]>> eldest) {
      return size() > MOST_KEPT;
    }
  };
  private boolean working;

  /// @param runner whose listeners arrive on the thread that uses this
  public SeriesPictures(Catalog catalog, ThumbnailMaker maker, JobRunner runner) {
    this.catalog = catalog;
    this.maker = maker;
    this.runner = runner;
  }

  /// Tells the PNG of a series, now or later; empty if there is nothing to show. What scrolled by long ago is not told.
  public void ask(long series, Consumer<Optional<byte[]>> asker) {
    var there = kept.get(series);
    if (there != null) {
      asker.accept(there);
      return;
    }
    waiting.remove(series);
    waiting.push(series);
    askers.computeIfAbsent(series, _ -> new ArrayList<>()).add(asker);
    while (waiting.size() > MOST_WAITING) askers.remove(waiting.removeLast());
    next();
  }

  private void next() {
    if (working || waiting.isEmpty()) return;
    working = true;
    long series = waiting.pop();
    runner.<Optional<byte[]>>start("Thumbnail", _ -> make(series), state -> {
      switch (state) {
        case JobState.Succeeded<Optional<byte[]>>(var png) -> tell(series, png);
        case JobState.Failed<Optional<byte[]>> _, JobState.Cancelled<Optional<byte[]>> _ -> tell(series, Optional.empty());
        case JobState.Waiting<Optional<byte[]>> _, JobState.Running<Optional<byte[]>> _ -> {}
      }
    });
  }

  private Optional<byte[]> make(long series) throws java.io.IOException {
    var stored = catalog.thumbnails().find(series);
    if (stored.isPresent()) return stored;
    var made = maker.make(Stack.of("", catalog.collection().instances(series)));
    made.ifPresent(png -> catalog.thumbnails().put(series, png));
    return made;
  }

  private void tell(long series, Optional<byte[]> png) {
    working = false;
    kept.put(series, png);
    var told = askers.remove(series);
    if (told != null) for (var asker : told) asker.accept(png);
    next();
  }
}
