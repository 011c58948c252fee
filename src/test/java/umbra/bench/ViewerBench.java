package umbra.bench;

import static umbra.app.fx.FxExtension.onFx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import umbra.app.fx.Look;
import umbra.app.viewer.ViewerStage;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileViewModel;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;
import umbra.pixel.codec.TestCodecs;

/// Times the viewer in a real window: from the click to the first image, and how fast stacks scroll.
final class ViewerBench {
  private static final SeriesRow SERIES = new SeriesRow(1, 1, "2.25.1", java.util.OptionalInt.of(1), "CT", "bench", 1, 1, 0, 0, 0);

  private final ViewerStage stage;

  private ViewerBench(ViewerStage stage) {
    this.stage = stage;
  }

  /// @param slices of the long series
  static void run(int slices) throws Exception {
    if (System.getenv("DISPLAY") == null) {
      System.out.println("viewer: no display; run bash installers/bench, which brings its own");
      return;
    }
    var up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    up.await();
    Look.loadFonts();
    var small = ViewerStage.instances(ViewerStage.in(CtLike.folder(Path.of("target/bench/ct"), slices)).subList(0, slices));
    var large = ViewerStage.instances(ViewerStage.in(largeFolder(Path.of("target/bench/2048"), 48)));
    var bench = new ViewerBench(onFx(() -> new ViewerStage(1366, 768, TestCodecs.noVideo())));
    System.out.printf("viewer, window 1366x768, %s MB heap at most%n", Runtime.getRuntime().maxMemory() >> 20);
    bench.first("512x512x16", small);
    bench.first("2048x2048x16", large);
    bench.scroll("512x512x16", small);
    bench.scroll("2048x2048x16", large);
    bench.scroll("2048x2048x16 again", large);
    onFx(() -> {
      bench.stage.close();
      return null;
    });
    System.exit(0);
  }

  private TileViewModel tile() {
    return stage.viewer.model().active().get();
  }

  private boolean isShown(int index) {
    return tile().content().get() instanceof TileContent.Frame(int at, _) && at == index;
  }

  /// Single files as series of their own, each shown for the first time.
  private void first(String name, List<InstanceRow> instances) throws Exception {
    int runs = Math.min(30, instances.size());
    var millis = new double[runs];
    for (int i = 0; i < runs; i++) {
      var series = instances.subList(i, instances.size());
      var painted = new CompletableFuture<Long>();
      long begin = onFx(() -> {
        var scene = stage.stage.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
          @Override
          public void run() {
            if (!isShown(0)) return;
            scene.removePostLayoutPulseListener(this);
            painted.complete(System.nanoTime());
          }
        });
        long now = System.nanoTime();
        stage.viewer.show(SERIES, series);
        return now;
      });
      millis[i] = (painted.get(60, TimeUnit.SECONDS) - begin) / 1e6;
      Thread.sleep(150);
    }
    System.out.printf("first image %-14s first of all %.0f ms, median of %d %.0f ms, slowest of the rest %.0f ms%n", name, millis[0], runs - 1,
        percentile(Arrays.copyOfRange(millis, 1, runs), 50), percentile(Arrays.copyOfRange(millis, 1, runs), 100));
  }

  /// From the first frame to the last, the next as soon as one is on the screen; then back.
  private void scroll(String name, List<InstanceRow> instances) throws Exception {
    var shown = new ArrayList<Long>();
    var done = new CompletableFuture<Void>();
    onFx(() -> {
      stage.viewer.show(SERIES, instances);
      return null;
    });
    ViewerStage.await(() -> isShown(0));
    onFx(() -> {
      var scene = stage.stage.getScene();
      scene.addPostLayoutPulseListener(new Runnable() {
        private int wanted;
        private int step = 1;

        @Override
        public void run() {
          if (!isShown(wanted)) return;
          shown.add(System.nanoTime());
          if (wanted == instances.size() - 1) step = -1;
          if (wanted == 0 && step < 0) {
            scene.removePostLayoutPulseListener(this);
            done.complete(null);
            return;
          }
          wanted += step;
          Platform.runLater(() -> tile().scrollTo(wanted));
        }
      });
      tile().scrollTo(0);
      stage.viewer.model().display().smooth().set(!stage.viewer.model().display().smooth().get());
      return null;
    });
    done.get(300, TimeUnit.SECONDS);
    var millis = new double[shown.size() - 1];
    for (int i = 0; i < millis.length; i++) millis[i] = (shown.get(i + 1) - shown.get(i)) / 1e6;
    System.out.printf("scroll %-19s %d frames: p50 %.1f frames/s, p95 %.1f frames/s, slowest %.0f ms; resident %d MB, heap used %d MB, frames kept %d MB%n", name,
        millis.length, 1000 / percentile(millis, 50), 1000 / percentile(millis, 95), percentile(millis, 100), resident(),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20, stage.viewer.frameBytes() >> 20);
  }

  private static double percentile(double[] values, int percent) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
  }

  /// Memory of this process beyond the files it maps, in MB; 0 where the system does not tell.
  private static long resident() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0;
    return Files.readAllLines(status).stream().filter(l -> l.startsWith("RssAnon")).mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).sum();
  }

  private static Path largeFolder(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    var random = new java.util.SplittableRandom(7);
    for (int i = 0; i < count; i++) {
      var path = folder.resolve(String.format("dx%03d.dcm", i));
      if (Files.exists(path)) continue;
      var pixels = ByteBuffer.allocate(2048 * 2048 * 2).order(ByteOrder.LITTLE_ENDIAN);
      for (int y = 0; y < 2048; y++) for (int x = 0; x < 2048; x++) pixels.putShort((short) (x + y + 20 * i + random.nextInt(200)));
      var elements = new ArrayList<DataElement>();
      elements.add(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.1.1"));
      elements.add(DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "2.25.77" + i));
      elements.add(DataElement.ofAscii(Tags.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2"));
      for (var us : new int[][] {{0x0002, 1}, {0x0010, 2048}, {0x0011, 2048}, {0x0100, 16}, {0x0101, 16}, {0x0102, 15}, {0x0103, 0}}) {
        elements.add(DataElement.ofBytes(Tag.of(0x0028, us[0]), VR.US, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) us[1]).array()));
      }
      elements.add(DataElement.ofBytes(Tags.PIXEL_DATA, VR.OW, pixels.array()));
      new DicomWriter().write(DicomWriter.newFile(DataSet.of(elements.toArray(DataElement[]::new)), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), path);
    }
    return folder;
  }
}
