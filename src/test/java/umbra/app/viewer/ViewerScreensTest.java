package umbra.app.viewer;

import static umbra.app.fx.FxExtension.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.app.fx.Screens;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.view.Projection;
import umbra.practice.PracticeCollection;

/// Pictures of the viewer in both themes for a person to look at.
@ExtendWith(FxExtension.class)
class ViewerScreensTest {
  @Test
  void practiceImages(FxRobot robot, @TempDir Path folder) throws Exception {
    PracticeCollection.write(folder, 1);
    var files = folder.resolve("files");
    var small = onFx(() -> new ViewerStage(1366, 768, TestCodecs.noVideo()));
    small.show(ViewerStage.in(files.resolve("ct")).subList(1, 101));
    small.settled();
    onFx(() -> {
      small.viewer.model().strip().set(true);
      small.viewer.model().active().get().scrollTo(60);
      return null;
    });
    Thread.sleep(800);
    snapshot(small, "viewer-ct");
    onFx(() -> {
      small.viewer.model().strip().set(false);
      small.viewer.model().layout().set(Layout.FOUR);
      return null;
    });
    small.show(ViewerStage.in(files.resolve("ct")).subList(1, 101));
    next(small, ViewerStage.in(files.resolve("mr")));
    next(small, List.of(files.resolve("us/cine.dcm")));
    next(small, List.of(files.resolve("xc/skin.dcm")));
    snapshot(small, "viewer-four");
    onFx(() -> {
      small.close();
      return null;
    });
    var large = onFx(() -> new ViewerStage(1920, 1080, TestCodecs.noVideo()));
    large.show(List.of(files.resolve("dx/chest.dcm")));
    large.settled();
    snapshot(large, "viewer-chest");
    large.show(List.of(files.resolve("us/cine.dcm")));
    large.settled();
    onFx(() -> {
      large.viewer.model().project(Projection.Kind.MINIMUM);
      return null;
    });
    Thread.sleep(1000);
    snapshot(large, "viewer-projection");
    onFx(() -> {
      large.close();
      return null;
    });
  }

  private static void next(ViewerStage stage, List<Path> files) throws InterruptedException {
    stage.settled();
    onFx(() -> {
      stage.viewer.model().activateNext(1);
      return null;
    });
    stage.show(files);
    stage.settled();
  }

  private static void snapshot(ViewerStage stage, String name) {
    onFx(() -> {
      Screens.snapshot(stage.stage.getScene(), name);
      return null;
    });
  }

  /// For our own eyes: real files of all kinds.
  @Test
  void corpusImages(FxRobot robot) throws Exception {
    var corpus = Path.of("../shared/corpus");
    Assumptions.assumeTrue(Files.isDirectory(corpus), "no ../shared/corpus beside the checkout");
    Assumptions.assumeTrue(Boolean.getBoolean("umbra.corpus.screens"), "only asked for with -Dumbra.corpus.screens=true");
    var stage = onFx(() -> new ViewerStage(1366, 768, new umbra.pixel.codec.ffmpeg.VideoStreams()));
    int n = 0;
    for (var line : Files.readAllLines(Path.of(System.getProperty("umbra.corpus.list")))) {
      stage.show(List.of(corpus.resolve(line)));
      stage.settled();
      var name = "corpus-" + n++;
      snapshot(stage, name);
    }
    onFx(() -> {
      stage.close();
      return null;
    });
  }
}
