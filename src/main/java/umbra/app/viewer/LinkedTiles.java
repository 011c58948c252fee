package umbra.app.viewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import umbra.app.viewer.tile.TileViewModel;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.render.Window;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.Stack;
import umbra.workspace.stack.StackDepths;

/// Scrolls tiles together, by place in the patient where both stacks have one, else by as many frames; and windows them alike.
public final class LinkedTiles {
  private final List<TileViewModel> tiles;
  private final JobRunner runner;
  private final FrameSource source;
  private final BooleanProperty scrolling = new SimpleBooleanProperty();
  private final BooleanProperty windows = new SimpleBooleanProperty();
  private final Map<Stack, StackDepths> depths = new HashMap<>();
  private boolean following;

  LinkedTiles(List<TileViewModel> tiles, JobRunner runner, FrameSource source) {
    this.tiles = tiles;
    this.runner = runner;
    this.source = source;
    for (var tile : tiles) {
      tile.index().addListener((_, before, now) -> scrolled(tile, now.intValue() - before.intValue()));
      tile.window().chosen().addListener((_, _, now) -> windowed(tile, now));
      tile.stack().addListener((_, before, _) -> {
        depths.remove(before);
        if (scrolling.get()) measure();
      });
    }
    scrolling.addListener((_, _, on) -> {
      if (on) measure();
    });
  }

  public BooleanProperty scrolling() {
    return scrolling;
  }

  public BooleanProperty windows() {
    return windows;
  }

  /// Reads where the frames of all stacks lie.
  private void measure() {
    for (var tile : tiles) {
      var stack = tile.stack().get();
      if (stack.isEmpty() || depths.containsKey(stack)) continue;
      runner.start("positions", context -> source.depths(stack, context::checkCancelled), state -> {
        if (state instanceof JobState.Succeeded<StackDepths>(var read) && tile.stack().get() == stack) depths.put(stack, read);
      });
    }
  }

  private void scrolled(TileViewModel by, int frames) {
    if (!scrolling.get() || following || by.stack().get().isEmpty()) return;
    following = true;
    try {
      for (var other : tiles) {
        if (other == by || other.stack().get().isEmpty()) continue;
        var place = sameDepth(by, other);
        if (place.isPresent()) other.scrollTo(place.getAsInt());
        else other.scrollBy(frames);
      }
    } finally {
      following = false;
    }
  }

  private OptionalInt sameDepth(TileViewModel by, TileViewModel other) {
    var mine = depths.get(by.stack().get());
    var its = depths.get(other.stack().get());
    return mine == null || its == null ? OptionalInt.empty() : mine.nearest(by.index().get(), its);
  }

  private void windowed(TileViewModel by, Optional<Window> window) {
    if (!windows.get() || following || by.stack().get().isEmpty()) return;
    following = true;
    try {
      for (var other : tiles) if (other != by && !other.stack().get().isEmpty()) other.window().chosen().set(window);
    } finally {
      following = false;
    }
  }
}
