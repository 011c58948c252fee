package umbra.pixel.codec;

import java.util.LinkedHashMap;
import java.util.Optional;
import umbra.pixel.FrameKey;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;

/// Decoded frames kept within a limit of bytes: those not asked for the longest go first. For several threads.
public final class FrameCache {
  private final long mostBytes;
  private final LinkedHashMap<FrameKey, Raster> frames = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  public FrameCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  public synchronized Optional<Raster> find(FrameKey key) {
    return Optional.ofNullable(frames.get(key));
  }

  /// Keeps a frame; one that is larger than the whole limit is not kept.
  public synchronized void put(FrameKey key, Raster raster) {
    var before = frames.remove(key);
    if (before != null) bytes -= size(before);
    if (size(raster) > mostBytes) return;
    frames.put(key, raster);
    bytes += size(raster);
    var oldest = frames.entrySet().iterator();
    while (bytes > mostBytes) {
      bytes -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  /// Bytes of all samples kept.
  public synchronized long bytes() {
    return bytes;
  }

  private static long size(Raster raster) {
    long samples = raster.values().length();
    return switch (raster.values()) {
      case Samples.Bytes _ -> samples;
      case Samples.Shorts _ -> 2 * samples;
      case Samples.Ints _, Samples.Floats _ -> 4 * samples;
      case Samples.Doubles _ -> 8 * samples;
    };
  }
}
