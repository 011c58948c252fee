package umbra.app.object.slide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.viewer.ViewerStage;
import umbra.catalog.InstanceRow;
import umbra.job.DirectJobRunner;
import umbra.pixel.codec.TestCodecs;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.stack.FrameSource;

class SlideViewModelTest {
  @TempDir
  private Path folder;

  private static SlideViewModel model(List<InstanceRow> rows, long cacheBytes) {
    var files = new SourceFiles();
    var model = new SlideViewModel(files, new FrameSource(files, TestCodecs.all(), TestCodecs.noVideo()), new DirectJobRunner(), cacheBytes);
    model.resize(800, 600);
    model.show(rows);
    return model;
  }

  @Test
  void allOfTheSlideIsShownFromItsSmallLevel() throws Exception {
    var model = model(ViewerStage.instances(BigSlide.write(folder, 40, 24, 50)), 16 << 20);

    assertEquals(3, model.slide().orElseThrow().levels().size());
    assertEquals(2, model.slide().orElseThrow().beside().size());
    assertTrue(model.isSettled());
    assertTrue(model.painted().size() <= 12, () -> model.painted().size() + " tiles");
  }

  @Test
  void aSlideOfTwoGigabytesKeepsItsTilesWithinTheCache() throws Exception {
    var paths = BigSlide.write(folder, 112, 98, 97);
    assertTrue(Files.size(paths.getFirst()) > 2_000_000_000L);
    var model = model(ViewerStage.instances(paths), 16 << 20);

    var seen = new ArrayList<Integer>();
    model.move(v -> v.zoomed(1 / v.scale(), 400, 300));
    for (int i = 0; i < 120; i++) {
      int step = i;
      model.move(v -> v.panned(step % 40 < 20 ? -700 : 300, step % 2 == 0 ? -400 : 150));
      assertTrue(model.isSettled());
      seen.add(model.painted().size());
      assertTrue(model.tileBytes() <= 16 << 20);
    }

    assertTrue(seen.stream().allMatch(n -> n <= 20), seen::toString);
    assertEquals(1, model.view().get().orElseThrow().scale(), 1e-9);
  }

  @Test
  void withoutASmallLevelTheMiddleIsShownInsteadOfReadingAll() throws Exception {
    var model = model(ViewerStage.instances(BigSlide.write(folder, 112, 98, 1000).subList(0, 1)), 16 << 20);

    assertTrue(model.view().get().orElseThrow().scale() > 0.05);
    assertEquals(14_336, model.view().get().orElseThrow().centerX(), 1);
  }

  @Test
  void aTileThatCannotBeDecodedIsCountedAndTheOthersAreShown() throws Exception {
    var paths = BigSlide.write(folder, 4, 3, 1).subList(0, 1);
    try (var channel = java.nio.channels.FileChannel.open(paths.getFirst(), java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1000);
    }
    var model = model(ViewerStage.instances(paths), 16 << 20);

    assertEquals(1, model.failures());
    assertEquals(11, model.painted().size());
  }
}
