package umbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.object.ObjectText;
import umbra.ocr.Box;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.detect.LookPlan;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Vocabulary;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.ffmpeg.VideoStreams;
import umbra.pixel.codec.plain.PlainDecoder;
import umbra.pixel.render.Picture;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Intake;
import umbra.workspace.scan.Scan;
import umbra.workspace.scan.ScanImages;
import umbra.workspace.source.SourceFiles;

/// Frames a second of the whole scan, files and catalogue included, over two series of `-Dframes` frames (500), and seconds for one colour frame.
final class OcrSpeed {
  private static final int FRAMES = Integer.getInteger("frames", 500);
  private static final int SCREENS = 15;
  private static final JobContext QUIET = new JobContext() {
    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {}
  };

  private OcrSpeed() {}

  static void print(TextFinder engine) throws IOException {
    OcrBench.texts(engine, ScanSeries.screen(9), Effort.EVERY_FRAME); // loads the engine
    series("CT slices, no two alike", engine, ScanSeries.slices(Path.of("target/bench/scan-slices-" + FRAMES), FRAMES));
    series("ultrasound loop, every tenth frame repeated", engine, ScanSeries.loop(Path.of("target/bench/scan-loop-" + FRAMES), FRAMES));
    for (var effort : Effort.values()) screen(engine, effort);
  }

  /// Counts what the engine is asked, and how much of the pictures its detector need not see.
  private record Counting(TextFinder engine, AtomicLong pictures, AtomicLong whole, AtomicLong seen) implements TextFinder {
    @Override
    public OcrResult find(Picture picture, Effort effort, Workers workers, Checkpoint checkpoint) {
      var looks = LookPlan.of(picture, effort);
      pictures.incrementAndGet();
      long area = (long) picture.width() * picture.height();
      if (effort == Effort.EVERY_FRAME) { // one scale, two looks: areas can be compared
        whole.addAndGet(2 * area);
        seen.addAndGet(looks.stream().flatMap(l -> l.parts().stream()).mapToLong(Box::area).sum());
      }
      return engine.find(picture, effort, workers, checkpoint);
    }

    @Override
    public String version() {
      return engine.version();
    }
  }

  private static void series(String name, TextFinder engine, Path folder) throws IOException {
    var counting = new Counting(engine, new AtomicLong(), new AtomicLong(), new AtomicLong());
    var images = new ScanImages(new SourceFiles(), new Codecs(List.of(new PlainDecoder()), List.of()), new VideoStreams(), new ObjectText(List.of()));
    var judge = new TextJudge(Vocabulary.read(Path.of("profiles/text/words.yaml")));
    int cores = Runtime.getRuntime().availableProcessors();
    var home = Files.createTempDirectory("umbra-scan");
    try (var pool = new ComputePool(cores); var workspace = Workspace.open(home, Optional.empty())) {
      new Intake(workspace, new SourceFiles(), pool).run(List.of(folder), QUIET);
      long cpu = cpu();
      long start = System.nanoTime();
      new Scan(workspace, images, counting, judge, pool).run(QUIET);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("512x512, %d frames, %s, %d threads: %.1f frames/s, %.0f ms CPU a frame; %d pictures looked at; of two whole looks a picture %.1f %% of the area was spared%n", FRAMES, name, cores,
          FRAMES / seconds, (cpu() - cpu) / 1e6 / FRAMES, counting.pictures().get(), 100.0 - 100.0 * counting.seen().get() / counting.whole().get());
    }
  }

  /// The median, since the first finds a cold program.
  private static void screen(TextFinder engine, Effort effort) throws IOException {
    var seconds = new double[SCREENS];
    var spent = new double[SCREENS];
    int cores = Runtime.getRuntime().availableProcessors();
    try (var pool = new ComputePool(cores)) {
      for (int i = 0; i < SCREENS; i++) {
        var picture = ScanSeries.screen(SCREENS * effort.ordinal() + i);
        long cpu = cpu();
        long start = System.nanoTime();
        if (engine.find(picture, effort, pool::forEach, Checkpoint.NONE) instanceof OcrResult.Unavailable(var reason)) throw new IOException(reason);
        seconds[i] = (System.nanoTime() - start) / 1e9;
        spent[i] = (cpu() - cpu) / 1e9;
      }
    }
    Arrays.sort(seconds);
    Arrays.sort(spent);
    System.out.printf("1024x768 colour frame, %s, %d threads: %.3f s, %.3f s CPU, median of %d%n", effort, cores, seconds[SCREENS / 2], spent[SCREENS / 2], SCREENS);
  }

  /// Of all threads of the process, user and system.
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
