package umbra.pixel.codec;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import umbra.pixel.FrameKey;

/// Decoded frames kept within a limit of bytes: those not asked for the longest go first. For several threads.
///
/// @param <F> what is kept of a frame
public final class FrameCache<F> {
  private final long mostBytes;
  private final ToLongFunction<F> size;
  private final LinkedHashMap<FrameKey, F> frames = new LinkedHashMap<>(16, 0.75f, true);
  private final Consumer<F> evicted;
  private long bytes;

  /// @param size bytes that a frame takes up, always the same for the same frame
  public FrameCache(long mostBytes, ToLongFunction<F> size) {
    this(mostBytes, size, _ -> {});
  }

  /// @param evicted hears of frames that went for others, but not of those cleared away
  public FrameCache(long mostBytes, ToLongFunction<F> size, Consumer<F> evicted) {
    this.mostBytes = mostBytes;
    this.size = size;
    this.evicted = evicted;
  }

  public synchronized Optional<F> find(FrameKey key) {
    return Optional.ofNullable(frames.get(key));
  }

  /// Whether a frame is here, without counting as asking for it.
  public synchronized boolean contains(FrameKey key) {
    return frames.containsKey(key);
  }

  /// Keeps a frame; one that is larger than the whole limit is not kept.
  public synchronized void put(FrameKey key, F frame) {
    var before = frames.remove(key);
    if (before != null) bytes -= size.applyAsLong(before);
    if (before != null && before != frame) evicted.accept(before);
    if (size.applyAsLong(frame) > mostBytes) return;
    frames.put(key, frame);
    bytes += size.applyAsLong(frame);
    var oldest = frames.entrySet().iterator();
    while (bytes > mostBytes) {
      var old = oldest.next().getValue();
      bytes -= size.applyAsLong(old);
      oldest.remove();
      evicted.accept(old);
    }
  }

  public synchronized void clear() {
    frames.clear();
    bytes = 0;
  }

  public long mostBytes() {
    return mostBytes;
  }

  /// Bytes of all frames kept.
  public synchronized long bytes() {
    return bytes;
  }
}
