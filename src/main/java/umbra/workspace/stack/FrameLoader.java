package umbra.workspace.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.dicom.TransferSyntax;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.FrameCache;

/// Loads frames for those who look at stacks: what is looked at now first, then its neighbours while there is room.
///
/// For one thread, the one in which the runner's listeners are called.
public final class FrameLoader {
  private static final int MOST_AHEAD = 240;

  private final JobRunner runner;
  private final Frames source;
  private final FrameCache<LoadedFrame> cache;
  private final int workers;
  private final List<Look> looks = new ArrayList<>();
  private int age;
  private boolean pumping;
  private boolean pumpAgain;

  /// @param workers frames loaded ahead at the same time; those looked at may add as many again
  public FrameLoader(JobRunner runner, Frames source, long cacheBytes, int workers) {
    this.runner = runner;
    this.source = source;
    this.cache = new FrameCache<>(cacheBytes, LoadedFrame::bytes, this::letGo);
    this.workers = workers;
  }

  /// Where frames come from. For several threads.
  @FunctionalInterface
  public interface Frames {
    /// @throws java.util.concurrent.CancellationException from the checkpoint
    FrameLoad load(Slice slice, Checkpoint checkpoint);

    /// A frame that nobody looks at any more: its samples may be overwritten by others.
    default void takeBack(LoadedFrame frame) {}
  }

  /// Hears of frames that are there now.
  @FunctionalInterface
  public interface Listener {
    /// @param index from 0 in the stack
    void loaded(int index, FrameLoad load);
  }

  /// Gives a frame back, unless it is kept or somebody may look at it.
  private void letGo(LoadedFrame frame) {
    boolean kept = cache.find(frame.slice().key()).filter(f -> f == frame).isPresent();
    if (!kept && looks.stream().noneMatch(l -> l.mayShow(frame))) source.takeBack(frame);
  }

  public Look look(Stack stack, Listener listener) {
    var look = new Look(stack, listener);
    looks.add(look);
    return look;
  }

  /// Forgets all frames: what they are made of has changed. Those looked at are to be asked for again.
  public void forget() {
    cache.clear();
    age++;
    looks.forEach(l -> {
      l.tasks.values().forEach(Task::cancel);
      l.tasks.clear();
      l.hold(-1, Optional.empty());
      l.failures.clear();
    });
  }

  /// Bytes of decoded frames in memory.
  public long bytes() {
    return cache.bytes();
  }

  /// Somebody looking at a stack.
  public final class Look {
    private final Stack stack;
    private final Listener listener;
    private final Map<Integer, Task> tasks = new HashMap<>();
    private final Map<Integer, FrameLoad> failures = new HashMap<>();
    private final boolean video;
    private int[] order = new int[0];
    private int wanted = -1;
    private int next;
    /// The frame looked at, which stays even where it is too large for the cache.
    private Optional<LoadedFrame> held = Optional.empty();
    private int heldIndex = -1;
    /// The frame handed out last and the one before it, which may still be on the screen.
    private Optional<LoadedFrame> given = Optional.empty();
    private Optional<LoadedFrame> givenBefore = Optional.empty();
    private long frameBytes;

    private Look(Stack stack, Listener listener) {
      this.stack = stack;
      this.listener = listener;
      this.video = !stack.isEmpty() && stack.instances().stream().allMatch(i -> TransferSyntax.ofUid(i.transferSyntaxUid()).filter(TransferSyntax::isVideo).isPresent());
    }

    /// What is known of a frame.
    ///
    /// @param index from 0
    public Optional<FrameLoad> find(int index) {
      var failure = failures.get(index);
      if (failure != null) return Optional.of(failure);
      var frame = index == heldIndex && held.isPresent() ? held : cache.find(stack.slice(index).key());
      frame.ifPresent(this::give);
      return frame.map(FrameLoad.Loaded::new);
    }

    /// Looks at another frame; others are loaded around it.
    ///
    /// @param direction of the scrolling, 1 or -1
    public void at(int index, int direction) {
      wanted = index;
      if (index != heldIndex) hold(index, cache.find(stack.slice(index).key()));
      order = LoadOrder.around(index, direction, stack.size(), room(), video);
      next = 0;
      cancelOutside();
      pump();
    }

    /// Loads one frame and nothing around it: it will be looked at soon.
    public void only(int index) {
      wanted = index;
      order = new int[0];
      next = 0;
      pump();
    }

    private void hold(int index, Optional<LoadedFrame> frame) {
      var before = held;
      heldIndex = index;
      held = frame;
      before.ifPresent(FrameLoader.this::letGo);
    }

    private void give(LoadedFrame frame) {
      if (given.filter(f -> f == frame).isPresent()) return;
      var old = givenBefore;
      givenBefore = given;
      given = Optional.of(frame);
      old.ifPresent(FrameLoader.this::letGo);
    }

    private boolean mayShow(LoadedFrame frame) {
      return java.util.stream.Stream.of(held, given, givenBefore).flatMap(Optional::stream).anyMatch(f -> f == frame);
    }

    private int room() {
      var row = stack.instance(wanted);
      long bytes = Math.max(Math.max(1, frameBytes), 2L * row.rows() * row.columns());
      long share = cache.mostBytes() * 2 / 3 / Math.max(1, looks.size());
      return (int) Math.max(2, Math.min(MOST_AHEAD, share / bytes));
    }

    private void cancelOutside() {
      for (var task : tasks.values()) {
        boolean near = task.index == wanted;
        for (int i = 0; i < Math.min(order.length, 12) && !near; i++) near = order[i] == task.index;
        if (!near) task.cancel();
      }
    }

    /// Tries a frame again that was lost.
    public void retry(int index) {
      failures.clear();
      at(index, 1);
    }

    /// Looks no more.
    public void close() {
      tasks.values().forEach(Task::cancel);
      looks.remove(this);
      wanted = -1;
      held = Optional.empty(); // the frame may be on the screen for a moment: left to the garbage collector
      heldIndex = -1;
    }

    private boolean isKnown(int index) {
      return tasks.containsKey(index) || failures.containsKey(index) || index == heldIndex && held.isPresent() || cache.contains(stack.slice(index).key());
    }

    /// The next frame to load ahead; -1 if all are there.
    private int ahead() {
      while (next < order.length && isKnown(order[next])) next++;
      return next < order.length ? order[next++] : -1;
    }

    private void start(int index) {
      var task = new Task(index, age);
      tasks.put(index, task);
      var slice = stack.slice(index);
      task.handle = Optional.of(runner.<FrameLoad>start("frame", context -> source.load(slice, context::checkCancelled), state -> arrived(task, state)));
    }

    private void arrived(Task task, JobState<FrameLoad> state) {
      if (!state.isFinal()) return;
      if (task.age != age) return; // of what has changed since
      tasks.remove(task.index);
      switch (state) {
        case JobState.Succeeded<FrameLoad>(FrameLoad load) -> took(task.index, load);
        case JobState.Failed<FrameLoad>(Throwable cause) -> took(task.index, new FrameLoad.Undecodable("unexpected " + cause.getClass().getSimpleName()));
        case JobState.Waiting<FrameLoad> _, JobState.Running<FrameLoad> _, JobState.Cancelled<FrameLoad> _ -> {}
      }
      pump();
    }

    private void took(int index, FrameLoad load) {
      switch (load) {
        case FrameLoad.Loaded(LoadedFrame frame) -> {
          cache.put(stack.slice(index).key(), frame);
          frameBytes = Math.max(frameBytes, frame.bytes());
          if (index == wanted) {
            hold(index, Optional.of(frame));
            give(frame);
          }
        }
        case FrameLoad.Undecodable _, FrameLoad.Lost _ -> failures.put(index, load);
      }
      if (looks.contains(this)) listener.loaded(index, load);
    }
  }

  private static final class Task {
    final int index;
    final int age;
    Optional<JobHandle> handle = Optional.empty();

    Task(int index, int age) {
      this.index = index;
      this.age = age;
    }

    void cancel() {
      handle.ifPresent(JobHandle::cancel);
    }
  }

  /// Starts what may be started now; a runner that works in this very thread calls it again from within.
  private void pump() {
    pumpAgain = true;
    if (pumping) return;
    pumping = true;
    try {
      while (pumpAgain) {
        pumpAgain = false;
        for (var look : List.copyOf(looks)) urgent(look);
        loadAhead();
      }
    } finally {
      pumping = false;
    }
  }

  private void urgent(Look look) {
    if (look.wanted < 0 || look.isKnown(look.wanted) || look.tasks.size() >= (look.video ? 1 : 2 * workers)) return;
    look.start(look.wanted);
  }

  private void loadAhead() {
    boolean started = true;
    while (started && running() < workers) {
      started = false;
      for (var look : List.copyOf(looks)) {
        if (running() >= workers || look.wanted < 0 || !look.isKnown(look.wanted)) continue;
        int index = look.ahead();
        if (index < 0) continue;
        look.start(index);
        started = true;
      }
    }
  }

  private int running() {
    return looks.stream().mapToInt(l -> l.tasks.size()).sum();
  }
}
