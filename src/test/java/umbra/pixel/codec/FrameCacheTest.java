package umbra.pixel.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import umbra.pixel.FrameKey;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;

class FrameCacheTest {
  private static Raster raster(int columns) {
    return new Raster(1, columns, 1, 16, false, Photometric.MONOCHROME2, new Raster.Samples.Shorts(new short[columns], false));
  }

  @Test
  void whatWasNotAskedForTheLongestGoesFirst() {
    var cache = new FrameCache<Raster>(50, r -> 2L * r.values().length());
    for (int i = 0; i < 2; i++) cache.put(new FrameKey("a", i), raster(10));
    cache.find(new FrameKey("a", 0));

    cache.put(new FrameKey("a", 2), raster(10));

    assertTrue(cache.find(new FrameKey("a", 0)).isPresent());
    assertTrue(cache.find(new FrameKey("a", 1)).isEmpty());
    assertEquals(40, cache.bytes());
  }

  @Test
  void aFrameBeyondTheLimitIsNotKept() {
    var cache = new FrameCache<Raster>(50, r -> 2L * r.values().length());
    cache.put(new FrameKey("a", 0), raster(10));

    cache.put(new FrameKey("a", 0), raster(100));

    assertEquals(0, cache.bytes());
  }
}
