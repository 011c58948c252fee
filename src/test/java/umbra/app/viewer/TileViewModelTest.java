package umbra.app.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.viewer.tile.Corners;
import umbra.app.viewer.tile.Probe;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileViewModel;
import umbra.app.viewer.tool.ImageTool;
import umbra.app.viewer.tool.InputProfile;
import umbra.app.viewer.tool.MeasureTool;
import umbra.job.DirectJobRunner;
import umbra.job.Job;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.view.Projection;
import umbra.practice.PracticeCollection;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.stack.FrameLoader;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.Stack;

/// The models of the viewer, without a toolkit.
class TileViewModelTest {
  @TempDir private static Path folder;
  private ViewerViewModel viewer;
  private Stack ct;
  private FrameSource source;

  @BeforeAll
  static void practice() throws IOException {
    PracticeCollection.write(folder, 1);
  }

  @BeforeEach
  void open() throws IOException {
    source = new FrameSource(new SourceFiles(), TestCodecs.all(), TestCodecs.noVideo());
    ct = Stack.of("CT", ViewerStage.instances(ViewerStage.in(folder.resolve("files/ct")).subList(1, 21)));
    viewer = viewer(new DirectJobRunner());
  }

  private ViewerViewModel viewer(JobRunner runner) {
    return new ViewerViewModel(runner, new DirectJobRunner(), source, new FrameLoader(runner, source, 32 << 20, 1),
        List.of(ImageTool.WINDOW, ImageTool.SCROLL, ImageTool.PAN, ImageTool.ZOOM, new MeasureTool()));
  }

  private TileViewModel tile() {
    return viewer.active().get();
  }

  /// Keeps jobs until they are let go.
  private static final class LateRunner implements JobRunner {
    final List<Runnable> kept = new ArrayList<>();

    @Override
    public <T> JobHandle start(String name, Job<T> job, Consumer<JobState<T>> listener) {
      kept.add(() -> new DirectJobRunner().start(name, job, listener));
      return new JobHandle() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public void cancel() {}

        @Override
        public void await() {}
      };
    }
  }

  @Test
  void scrollingStopsAtTheEnds() {
    viewer.show(ct);

    tile().scrollBy(-1);
    assertEquals(0, tile().index().get());
    tile().scrollTo(Integer.MAX_VALUE);

    assertEquals(19, tile().index().get());
    assertTrue(tile().content().get() instanceof TileContent.Frame(int index, _) && index == 19);
    assertEquals(20, viewer.current().get().orElseThrow().number());
  }

  @Test
  void theLastImageStaysWhileTheNextIsOnItsWay() {
    var late = new LateRunner();
    viewer = viewer(late);
    viewer.show(ct);
    assertInstanceOf(TileContent.Waiting.class, tile().content().get());
    late.kept.removeFirst().run();

    tile().scrollTo(15);

    assertTrue(tile().loading().get());
    assertTrue(tile().content().get() instanceof TileContent.Frame(int index, _) && index == 0);
    while (!late.kept.isEmpty() && tile().loading().get()) late.kept.removeFirst().run();
    assertTrue(tile().content().get() instanceof TileContent.Frame(int index, _) && index == 15);
  }

  @Test
  void draggingWidensAndBrightensFromTheWindowThatIsShown() {
    viewer.show(ct);
    var before = tile().window().effective(tile().frame().orElseThrow().prepared()).orElseThrow();

    tile().window().grab();
    tile().window().drag(300, 0);
    assertEquals(2 * before.width(), tile().window().chosen().get().orElseThrow().width(), 1);
    tile().window().drag(0, 300);

    assertEquals(before.center() - before.width(), tile().window().chosen().get().orElseThrow().center(), 1);
  }

  @Test
  void aWindowStaysWhileScrollingAndResetGivesItBack() {
    viewer.show(ct);
    viewer.preset(2);
    tile().scrollTo(7);

    assertEquals(1500, tile().window().chosen().get().orElseThrow().width());
    tile().reset();

    assertEquals(Optional.empty(), tile().window().chosen().get());
  }

  @Test
  void digitsAreTheUsualWindowsForCtThenThoseOfTheImage() {
    viewer.show(ct);

    assertEquals(List.of("Soft tissue", "Lung", "Liver", "Bone", "Brain", "Abdomen", "Mediastinum", "SOFT TISSUE", "LUNG"),
        viewer.presets().stream().map(Preset::name).toList());
  }

  @Test
  void linkedTilesScrollToTheSamePlaceInThePatient() throws IOException {
    viewer.layout().set(Layout.SIDE_BY_SIDE);
    viewer.show(ct);
    viewer.activateNext(1);
    var every = ViewerStage.in(folder.resolve("files/ct"));
    viewer.show(Stack.of("every second", ViewerStage.instances(java.util.stream.IntStream.range(0, 10).mapToObj(i -> every.get(1 + 2 * i)).toList())));
    viewer.links().scrolling().set(true);

    viewer.tiles().getFirst().scrollTo(12);

    assertEquals(6, viewer.tiles().get(1).index().get());
  }

  @Test
  void linkedWindowsAreTheSame() {
    viewer.layout().set(Layout.SIDE_BY_SIDE);
    viewer.show(ct);
    viewer.activateNext(1);
    viewer.show(ct);
    viewer.links().windows().set(true);

    viewer.preset(4);

    assertEquals(2500, viewer.tiles().getFirst().window().chosen().get().orElseThrow().width());
  }

  @Test
  void playingGoesRoundOrBackAndForth() {
    viewer.show(Stack.of("three", ct.instances().subList(0, 3)));
    var cine = viewer.cine();
    cine.toggle(tile());
    cine.rate().set(10);
    var seen = new ArrayList<Integer>();

    for (long t = 0; t < 5; t++) {
      cine.tick(t * 100_000_000L, tile());
      seen.add(tile().index().get());
    }
    assertEquals(List.of(1, 2, 0, 1, 2), seen);
    cine.swinging().set(true);
    cine.tick(600_000_000L, tile());

    assertEquals(1, tile().index().get());
  }

  @Test
  void aProjectionStandsInUntilTheNextScrolling() {
    viewer.show(ct);

    viewer.project(Projection.Kind.MAXIMUM);
    assertTrue(tile().content().get() instanceof TileContent.Projected(var p, _) && p.frames() == 20);
    tile().scrollBy(1);

    assertInstanceOf(TileContent.Frame.class, tile().content().get());
  }

  @Test
  void theProbeTellsStoredAndRescaledValues() {
    viewer.show(ct);
    var frame = tile().frame().orElseThrow();

    var probe = Probe.of(frame, 256.7, 10.2).orElseThrow();

    assertEquals(256, probe.x());
    assertEquals(10, probe.y());
    assertTrue(probe.value().matches("stored -?\\d+ · -?\\d+ HU"), probe.value());
    assertEquals(Optional.empty(), Probe.of(frame, -0.1, 5));
  }

  @Test
  void cornersThinOutInSmallTiles() {
    viewer.show(ct);
    var frame = tile().frame().orElseThrow();
    var view = tile().view().get().orElseThrow();
    var large = Corners.of(new Corners.Scene(frame, 4, 20, Optional.empty(), view, false, 700));
    var small = Corners.of(new Corners.Scene(frame, 4, 20, Optional.empty(), view, false, 150));

    assertEquals(4, large.topLeft().size());
    assertEquals(List.of(), small.topLeft());
    assertEquals(List.of("5 / 20"), small.bottomLeft());
  }

  @Test
  void everyKeyIsOneAndNoTwoActionsShareIt() {
    var seen = new java.util.HashMap<javafx.scene.input.KeyCombination, String>();
    for (var action : ViewerActions.of(viewer, new MeasureTool())) {
      for (var keys : action.keys()) {
        var combination = javafx.scene.input.KeyCombination.valueOf(keys);
        assertInstanceOf(javafx.scene.input.KeyCodeCombination.class, combination, keys);
        assertEquals(null, seen.put(combination, action.id()), keys);
      }
    }
  }

  @Test
  void aProfilePicksItsTool() {
    viewer.profile().set(InputProfile.CURATION);

    assertEquals("measure", viewer.tool().get().id());
    assertEquals(Optional.of("window"), InputProfile.CURATION.tool(umbra.app.viewer.tool.Gesture.plain(umbra.app.viewer.tool.Gesture.Kind.SECONDARY)));
    viewer.profile().set(InputProfile.RADIOLOGY);
    assertEquals("window", viewer.tool().get().id());
  }
}
