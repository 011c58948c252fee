package umbra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import umbra.job.ComputePool;
import umbra.ocr.Effort;
import umbra.ocr.TextFinder;
import umbra.pixel.render.Picture;

/// Frames a second over a series, and seconds for one colour frame.
final class OcrSpeed {
  private static final int FRAMES = Integer.getInteger("frames", 60);

  private OcrSpeed() {}

  static void print(TextFinder engine) throws IOException {
    var frame = noise(512, 512, 1);
    OcrBench.texts(engine, frame, Effort.EVERY_FRAME);
    int cores = Runtime.getRuntime().availableProcessors();
    try (var pool = new ComputePool(cores)) {
      for (var effort : new Effort[] {Effort.FIRST_LOOK, Effort.EVERY_FRAME}) {
        long cpu = cpu();
        long start = System.nanoTime();
        pool.forEach(FRAMES, i -> {
          try {
            OcrBench.texts(engine, noise(512, 512, i), effort);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("512x512, %d frames, %s, %d threads: %.1f frames/s, %.0f ms CPU a frame%n", FRAMES, effort, cores, FRAMES / seconds, (cpu() - cpu) / 1e6 / FRAMES);
      }
    }
    var colour = noise(1024, 768, 7);
    double best = 1e9;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      OcrBench.texts(engine, colour, Effort.FIRST_LOOK);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    System.out.printf("1024x768 colour frame, first look: %.3f s, best of 5%n", best);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static Picture noise(int width, int height, int seed) {
    var random = new SplittableRandom(seed);
    var argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int v = Math.clamp((int) (90 + 60 * Math.sin(x / 37.0 + seed) * Math.sin(y / 29.0) + 30 * (random.nextDouble() - 0.5)), 0, 255);
        argb[y * width + x] = 0xFF00_0000 | v * 0x01_0101;
      }
    }
    return new Picture(width, height, argb);
  }
}
