package umbra.workspace.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.InstanceRow;
import umbra.job.DirectJobRunner;
import umbra.job.JobContext;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.place.SlicePlane;
import umbra.pixel.view.Prepared;
import umbra.pixel.view.Projection;
import umbra.practice.PracticeCollection;
import umbra.workspace.source.SourceFiles;

class FrameLoaderTest {
  @TempDir private static Path folder;
  private FrameSource source;
  private Stack stack;

  @BeforeAll
  static void practice() throws IOException {
    PracticeCollection.write(folder, 1);
  }

  @BeforeEach
  void open() {
    source = new FrameSource(new SourceFiles(), TestCodecs.all(), TestCodecs.noVideo());
    var rows = new ArrayList<InstanceRow>();
    for (int i = 1; i <= 24; i++) rows.add(row(folder.resolve("files/mr/slice%02d.dcm".formatted(i)), 1, 256, 256));
    stack = Stack.of("MR", rows);
  }

  private static InstanceRow row(Path file, int frames, int rows, int columns) {
    return new InstanceRow(1, 1, "", "", "1.2.840.10008.1.2.1", 0, frames, rows, columns, true, 1, "", file.toString(), "");
  }

  @Test
  void theFrameLookedAtComesFirstThenItsNeighboursInTheDirectionOfScrolling() {
    var order = new ArrayList<Integer>();
    var loader = new FrameLoader(new DirectJobRunner(), source, 8 << 20, 1);

    loader.look(stack, (index, _) -> order.add(index)).at(10, 1);

    assertEquals(List.of(10, 11, 12, 9, 13, 14, 8), order.subList(0, 7));
  }

  @Test
  void memoryStaysWithinTheLimitWhileAStackIsScrolled() {
    long limit = 6 * 256 * 256 * 2;
    var loader = new FrameLoader(new DirectJobRunner(), source, limit, 1);
    var look = loader.look(stack, (_, _) -> {});

    for (int i = 0; i < stack.size(); i++) {
      look.at(i, 1);
      assertTrue(loader.bytes() <= limit);
      assertInstanceOf(FrameLoad.Loaded.class, look.find(i).orElseThrow());
    }
  }

  @Test
  void arraysAreFilledAgainButNeverThoseOfFramesThatMayBeOnTheScreen() {
    var original = new ArrayList<short[]>();
    for (int i = 0; i < stack.size(); i++) original.add(samples(source.load(stack.slice(i), umbra.pixel.Checkpoint.NONE)).clone());
    var loader = new FrameLoader(new DirectJobRunner(), source, 6 * 256 * 256 * 2, 1);
    var looks = List.of(loader.look(stack, (_, _) -> {}), loader.look(stack, (_, _) -> {}));
    var shown = new ArrayList<>(List.of(0, 0));
    var loads = new ArrayList<>(List.of(load(looks.get(0), 0), load(looks.get(1), 0)));
    var arrays = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<short[], Boolean>());
    var random = new java.util.SplittableRandom(3);

    for (int step = 0; step < 400; step++) {
      int which = random.nextInt(2);
      shown.set(which, random.nextInt(stack.size()));
      loads.set(which, load(looks.get(which), shown.get(which)));
      for (int l = 0; l < 2; l++) {
        arrays.add(samples(loads.get(l)));
        assertArrayEquals(original.get(shown.get(l)), samples(loads.get(l)), "step " + step);
      }
    }

    assertTrue(arrays.size() < 24, () -> arrays.size() + " arrays for 400 frames");
  }

  private static FrameLoad load(FrameLoader.Look look, int index) {
    look.at(index, 1);
    return look.find(index).orElseThrow();
  }

  private static short[] samples(FrameLoad load) {
    return ((umbra.pixel.Raster.Samples.Shorts) assertInstanceOf(FrameLoad.Loaded.class, load).frame().stored().values()).array();
  }

  @Test
  void aFrameTooLargeForTheCacheIsShownAndNotLoadedForEver() {
    var loads = new ArrayList<Integer>();
    var loader = new FrameLoader(new DirectJobRunner(), source, 1000, 1);
    var look = loader.look(stack, (index, _) -> loads.add(index));

    look.at(3, 1);

    assertInstanceOf(FrameLoad.Loaded.class, look.find(3).orElseThrow());
    assertTrue(loads.size() < 5, loads::toString);
  }

  @Test
  void aSourceThatIsGoneIsLostUntilItIsBack() throws IOException {
    var file = folder.resolve("files/mr/slice05.dcm");
    var aside = folder.resolve("aside");
    Files.move(file, aside);
    var look = new FrameLoader(new DirectJobRunner(), source, 8 << 20, 1).look(stack, (_, _) -> {});

    look.at(4, 1);
    assertInstanceOf(FrameLoad.Lost.class, look.find(4).orElseThrow());
    Files.move(aside, file);
    look.retry(4);

    assertInstanceOf(FrameLoad.Loaded.class, look.find(4).orElseThrow());
  }

  @Test
  void aFrameThatCannotBeDecodedSaysWhy() throws IOException {
    var file = Files.copy(folder.resolve("files/mr/slice05.dcm"), folder.resolve("cut.dcm"));
    try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 5000);
    }

    var load = source.load(Stack.of("cut", List.of(row(file, 1, 256, 256))).slice(0), umbra.pixel.Checkpoint.NONE);

    assertTrue(load instanceof FrameLoad.Undecodable(String reason) && !reason.isBlank() || load instanceof FrameLoad.Lost, load::toString);
  }

  @Test
  void framesAskedForAreNearestFirstAndWithinTheStack() {
    assertArrayEquals(new int[] {1, 2, 3}, LoadOrder.around(0, 1, 10, 3, false));
    assertArrayEquals(new int[] {8, 7, 6}, LoadOrder.around(9, 1, 10, 3, false));
    assertArrayEquals(new int[] {4, 3, 6, 2, 1, 7, 0, 8, 9}, LoadOrder.around(5, -1, 10, 50, false));
    assertArrayEquals(new int[] {6, 7, 8, 9}, LoadOrder.around(5, 1, 10, 50, true));
    assertArrayEquals(new int[0], LoadOrder.around(0, 1, 1, 5, false));
  }

  @Test
  void stacksAreComparedByTheirDepthInThePatient() {
    var every = source.depths(stack, umbra.pixel.Checkpoint.NONE);
    var second = new ArrayList<InstanceRow>();
    for (int i = 1; i <= 24; i += 2) second.add(row(folder.resolve("files/mr/slice%02d.dcm".formatted(i)), 1, 256, 256));
    var half = source.depths(Stack.of("half", second), umbra.pixel.Checkpoint.NONE);
    var other = source.depths(Stack.of("CT", List.of(row(folder.resolve("files/ct/slice001.dcm"), 1, 512, 512))), umbra.pixel.Checkpoint.NONE);

    assertEquals(5, every.nearest(10, half).orElseThrow());
    assertTrue(every.nearest(10, other).isEmpty());
  }

  @Test
  void theMinimumOverAStackKeepsWhatStandsStill() {
    var cine = Stack.of("US", List.of(row(folder.resolve("files/us/cine.dcm"), 20, 240, 320)));
    var context = new JobContext() {
      @Override
      public void progress(long done, long total) {}

      @Override
      public void checkCancelled() {}
    };

    var made = StackProjection.of(cine, Projection.Kind.MINIMUM, source, context);

    assertEquals(20, made.frames());
    var colour = (Prepared.Colour) made.frame().orElseThrow().prepared();
    int bright = 0;
    for (int x = 0; x < 320; x++) for (int y = 0; y < 40; y++) if (colour.plane().at(x, y, 0) > 200) bright++;
    assertTrue(bright > 200, "the burned-in name is still there");
  }

  @Test
  void sidesOfThePatientAreNamedByTheirStrength() {
    assertEquals("L", Orientation.letters(new SlicePlane.Vector(1, 0, 0)));
    assertEquals("AF", Orientation.letters(new SlicePlane.Vector(0, -0.8, -0.6)));
    assertEquals("PH", Orientation.opposite("AF"));
  }
}
