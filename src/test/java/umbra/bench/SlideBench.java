package umbra.bench;

import static umbra.app.fx.FxExtension.onFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import umbra.app.fx.FxJobRunner;
import umbra.app.fx.Look;
import umbra.app.fx.Screens;
import umbra.app.fx.Theme;
import umbra.app.object.slide.BigSlide;
import umbra.app.object.slide.SlideContent;
import umbra.app.object.slide.SlideViewModel;
import umbra.app.viewer.ImageViewer;
import umbra.app.viewer.ViewerStage;
import umbra.catalog.SeriesRow;
import umbra.job.PooledJobRunner;
import umbra.pixel.codec.TestCodecs;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.stack.FrameSource;

/// Opens a tiled slide of 2 GB in a window, moves over it, and prints the memory that the process had resident.
final class SlideBench {
  private static final int STEPS = 400;

  private SlideBench() {}

  static void run() throws Exception {
    if (System.getenv("DISPLAY") == null) {
      System.out.println("slide: no display; run bash installers/bench slide, which brings its own");
      return;
    }
    var rows = ViewerStage.instances(BigSlide.write(Path.of("target/bench/slide"), 112, 98, 3));
    System.out.printf("slide of %,d bytes, %s MB heap at most%n", Files.size(Path.of(rows.getFirst().path())), Runtime.getRuntime().maxMemory() >> 20);
    var up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    up.await();
    Look.loadFonts();
    var runner = new FxJobRunner(new PooledJobRunner());
    var files = new SourceFiles();
    var frames = FrameSource.unmapped(files, TestCodecs.all(), TestCodecs.noVideo());
    var model = onFx(() -> new SlideViewModel(files, frames, runner, 64L << 20));
    tell("before", "");
    long start = System.nanoTime();
    var scene = onFx(() -> {
      var content = new SlideContent(model, frames, runner, new ImageViewer(runner, runner, frames), (_, _, _) -> java.util.List.of());
      var made = new Scene(new BorderPane(content.node()), 1366, 768);
      Look.apply(Theme.DARK, made);
      var stage = new Stage();
      stage.setScene(made);
      stage.show();
      content.show(new SeriesRow(1, 1, "2.25.772", OptionalInt.of(1), "SM", "", 1, 1, 0, 0, 0), rows);
      return made;
    });
    settle(model);
    tell("opened", "%d ms".formatted((System.nanoTime() - start) / 1_000_000));
    onFx(() -> {
      Screens.snapshot(scene, "slide-2gb");
      model.move(v -> v.zoomed(1 / v.scale(), 400, 300));
      return null;
    });
    start = System.nanoTime();
    for (int i = 0; i < STEPS; i++) {
      int step = i;
      onFx(() -> {
        model.move(v -> v.panned(step % 100 < 50 ? -500 : 500, step % 8 < 4 ? -300 : 100));
        return null;
      });
      settle(model);
    }
    tell("moved " + STEPS + " times at 1:1", "%.1f ms a step".formatted((System.nanoTime() - start) / 1e6 / STEPS));
    onFx(() -> {
      Screens.snapshot(scene, "slide-2gb-close");
      return null;
    });
    System.exit(0);
  }

  private static void settle(SlideViewModel model) throws InterruptedException {
    while (!onFx(() -> model.view().get().isPresent() && model.isSettled())) Thread.sleep(2);
  }

  private static void tell(String when, String more) throws IOException {
    var text = new StringBuilder("  " + when);
    for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM") || line.startsWith("VmRSS") || line.startsWith("RssAnon") || line.startsWith("RssFile")) {
        text.append("  ").append(line.split(":")[0]).append(' ').append(Long.parseLong(line.replaceAll("\\D", "")) / 1024).append(" MB");
      }
    }
    System.out.println(text + "  " + more);
  }
}
