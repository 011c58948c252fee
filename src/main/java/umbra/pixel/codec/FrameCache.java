package umbra.pixel.codec;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.ToLongFunction;
import umbra.pixel.FrameKey;

/// Decoded frames kept within a limit of bytes: those not asked for the longest go first. For several threads.
///
/// @param <F> what is kept of a frame
public final class FrameCache<F> {
  private final long mostBytes;
  private final ToLongFunction<F> size;
  private final LinkedHashMap<FrameKey, F> frames = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /// @param size bytes that a frame takes up, always the same for the same frame
  public FrameCache(long mostBytes, ToLongFunction<F> size) {
    this.mostBytes = mostBytes;
    this.size = size;
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
    if (size.applyAsLong(frame) > mostBytes) return;
    frames.put(key, frame);
    bytes += size.applyAsLong(frame);
    var oldest = frames.entrySet().iterator();
    while (bytes > mostBytes) {
      bytes -= size.applyAsLong(oldest.next().getValue());
      oldest.remove();
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
