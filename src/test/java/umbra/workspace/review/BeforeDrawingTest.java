package umbra.workspace.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.RegionRow;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.RedactionPlan;
import umbra.pixel.redact.region.Box;
import umbra.pixel.redact.region.Region;
import umbra.workspace.stack.FrameLoad;

/// What a person sees of boxes before and after they are drawn.
class BeforeDrawingTest {
  @TempDir
  Path folder;

  private ReviewSample sample;

  @BeforeEach
  void open() throws Exception {
    sample = new ReviewSample(folder);
  }

  @AfterEach
  void close() {
    sample.close();
  }

  private RegionRow wide(String series) {
    return new RegionRow(0, sample.series(series).id(), 0, 0, 0, 8, 8, 30, 12, "", "");
  }

  @Test
  void aGroupIsOfOneDeviceAndOneSize() throws Exception {
    var found = new DeviceGroup(sample.workspace.catalog(), sample.files).of(sample.stack("1.1").instance(0), ReviewSample.QUIET);

    assertEquals(List.of("1.1", "1.2"), found.members().stream().map(m -> m.series().seriesInstanceUid()).sorted().toList());
    assertEquals(5, found.instances());
    assertEquals(0, found.unread());
    assertEquals("Acme Acme One", found.device());
    var rows = ScopedBoxes.of(new Box(1, 1, 5, 5), new Scope.Group(), sample.stack("1.1"), 0, found.members());
    assertEquals(2, rows.size());
    assertEquals(List.of(0L, 0L), rows.stream().map(RegionRow::instance).toList(), "each a whole series");
  }

  @Test
  void lossesShowEachFrameWithWhatGoes() {
    var losses = Losses.of(List.of(wide("1.1"), wide("1.2")), sample.workspace.catalog(), sample.frames(), sample.areas(), ReviewSample.QUIET);

    assertEquals(5, losses.frames());
    assertEquals(5, losses.shown().size());
    assertEquals(5, losses.projected());
    assertEquals(List.of(new Box(8, 8, 30, 12)), losses.shown().getFirst().blackened());
    assertEquals(Losses.WIDTH, losses.brightest().orElseThrow().picture().width());
    assertEquals(List.of(), losses.refused());
  }

  @Test
  void theTrueAreaOfNativePixelsIsTheBox() {
    var plan = assertInstanceOf(RedactionPlan.Possible.class, sample.areas().of(sample.stack("1.1").instance(0), List.of(wide("1.1"))));
    assertEquals(List.of(new Box(8, 8, 30, 12)), plan.blackened().stream().map(Region::box).toList());
  }

  @Test
  void asExportedIsBlackInsideAndTheSameOutside() throws Exception {
    var plain = sample.frames();
    var sources = new ExportedFrames.Sources(sample.files, TestCodecs.all(), TestCodecs.noVideo(), sample.redaction(), folder);
    try (var exported = new ExportedFrames(sources, plain, sample.workspace.catalog(), sample.review)) {
      var slice = sample.stack("1.1").slice(1);
      var before = ((FrameLoad.Loaded) plain.load(slice, Checkpoint.NONE)).frame();
      assertEquals(before.stored().at(10, 10, 0), ((FrameLoad.Loaded) exported.load(slice, Checkpoint.NONE)).frame().stored().at(10, 10, 0), "no box yet");
      sample.review.draw(List.of(wide("1.1")), "");
      var after = ((FrameLoad.Loaded) exported.load(slice, Checkpoint.NONE)).frame();
      for (int y = 0; y < 48; y++) {
        for (int x = 0; x < 64; x++) {
          boolean in = x >= 8 && x < 38 && y >= 8 && y < 20;
          assertEquals(in ? 0 : before.stored().at(x, y, 0), after.stored().at(x, y, 0), x + "," + y);
        }
      }
      assertNotEquals(0, before.stored().at(10, 10, 0));
    }
  }
}
