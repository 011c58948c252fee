package umbra.app.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.app.fx.FxExtension.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.app.viewer.layer.ImageLayer;
import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.layer.LayerGraphics;
import umbra.app.viewer.layer.LayerPointer;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileViewModel;
import umbra.pixel.codec.TestCodecs;
import umbra.practice.PracticeCollection;

@ExtendWith(FxExtension.class)
class ImageViewerTest {
  @TempDir private static Path folder;
  private ViewerStage stage;

  @BeforeAll
  static void practice() throws Exception {
    PracticeCollection.write(folder, 1);
  }

  @BeforeEach
  void open() {
    stage = new ViewerStage(1200, 800, TestCodecs.noVideo());
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private void showCt() throws Exception {
    stage.show(ViewerStage.in(folder.resolve("files/ct")).subList(1, 41));
    stage.settled();
  }

  private TileViewModel tile() {
    return stage.viewer.model().active().get();
  }

  private int index() {
    return onFx(() -> tile().index().get());
  }

  @Test
  void theSliderIsDraggedThroughTheStack(FxRobot robot) throws Exception {
    showCt();
    var slider = onFx(() -> stage.viewer.tiles().getFirst().lookup(".scroll-bar"));
    robot.drag(onFx(() -> slider.lookup(".thumb")), MouseButton.PRIMARY).moveBy(0, 250).drop();
    stage.settled();
    int far = index();
    robot.drag(onFx(() -> slider.lookup(".thumb")), MouseButton.PRIMARY).moveBy(0, 2000).drop();
    stage.settled();

    assertTrue(far > 3 && far < 39, "frame " + far);
    assertEquals(39, index());
  }

  @Test
  void theWheelScrollsAndKeysDo(FxRobot robot) throws Exception {
    showCt();
    robot.moveTo(stage.viewer.tiles().getFirst());
    robot.scroll(3, VerticalDirection.DOWN);
    stage.settled();
    int afterWheel = index();
    robot.clickOn(stage.viewer.tiles().getFirst());
    robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.PAGE_DOWN);
    stage.settled();

    assertTrue(afterWheel > 0, "the wheel scrolled");
    assertEquals(afterWheel + 11, index());
    robot.type(KeyCode.END);
    assertEquals(39, index());
    robot.type(KeyCode.HOME);
    assertEquals(0, index());
  }

  @Test
  void draggingWithTheLeftButtonWindowsAndDigitsArePresets(FxRobot robot) throws Exception {
    showCt();
    robot.moveTo(stage.viewer.tiles().getFirst());

    robot.press(MouseButton.PRIMARY).moveBy(90, 0).release(MouseButton.PRIMARY);

    double width = onFx(() -> tile().window().chosen().get().orElseThrow().width());
    assertTrue(width > 440 && width < 600, () -> "width " + width);
    robot.type(KeyCode.DIGIT2);
    assertEquals(1500, onFx(() -> tile().window().chosen().get().orElseThrow().width()));
  }

  @Test
  void inTheCurationProfileTheRightButtonWindowsAndTheLeftDraws(FxRobot robot) throws Exception {
    showCt();
    onFx(() -> {
      stage.viewer.model().profile().set(umbra.app.viewer.tool.InputProfile.CURATION);
      return null;
    });
    robot.moveTo(stage.viewer.tiles().getFirst());

    robot.press(MouseButton.PRIMARY).moveBy(90, 30).release(MouseButton.PRIMARY);
    assertEquals(Optional.empty(), onFx(() -> tile().window().chosen().get()));
    robot.press(MouseButton.SECONDARY).moveBy(90, 30).release(MouseButton.SECONDARY);

    assertTrue(onFx(() -> tile().window().chosen().get()).isPresent());
  }

  @Test
  void manyChangesArePaintedOnceAPulse(FxRobot robot) throws Exception {
    showCt();
    var view = stage.viewer.tiles().getFirst();
    long before = onFx(view::paints);
    onFx(() -> {
      for (int i = 0; i < 50; i++) tile().move(v -> v.panned(1, 0));
      return null;
    });
    Thread.sleep(200);

    assertTrue(onFx(view::paints) - before <= 3);
  }

  @Test
  void aDoubleClickMaximisesATileAndBack(FxRobot robot) throws Exception {
    onFx(() -> {
      stage.viewer.model().layout().set(Layout.FOUR);
      return null;
    });
    showCt();
    var view = stage.viewer.tiles().getFirst();
    double width = view.getWidth();

    robot.doubleClickOn(view);
    ViewerStage.await(() -> view.getWidth() > 1.8 * width);
    robot.doubleClickOn(view);

    ViewerStage.await(() -> view.getWidth() == width);
  }

  @Test
  void theProbeFollowsThePointer(FxRobot robot) throws Exception {
    showCt();

    robot.moveTo(stage.viewer.tiles().getFirst());
    robot.moveBy(5, 5);

    var probe = onFx(() -> stage.viewer.model().probe().get());
    assertTrue(probe.matches("frame 1  x \\d+  y \\d+  stored -?\\d+ · -?\\d+ HU"), probe);
  }

  @Test
  void aFrameThatCannotBeDecodedSaysWhyInItsPlace(FxRobot robot) throws Exception {
    var file = folder.resolve("broken.dcm");
    var bytes = Files.readAllBytes(folder.resolve("files/ct/slice001.dcm"));
    var rows = new byte[] {0x28, 0, 0x10, 0, 'U', 'S', 2, 0};
    for (int i = 0; i + rows.length < bytes.length; i++) {
      if (java.util.Arrays.equals(bytes, i, i + rows.length, rows, 0, rows.length)) bytes[i + 9] = 0x20; // 8192 rows: more than there are pixels for
    }
    Files.write(file, bytes);
    stage.show(List.of(file));
    stage.settled();

    assertTrue(onFx(() -> tile().content().get()) instanceof TileContent.Failed(_, String reason) && reason.contains("Pixel Data ends"));
    assertTrue(robot.lookup(".tile-message-title").queryAll().stream().anyMatch(n -> ((Label) n).getText().contains("Frame 1 cannot be decoded")));
  }

  @Test
  void aSourceThatVanishedCanBeTriedAgain(FxRobot robot) throws Exception {
    var file = folder.resolve("files/dx/chest.dcm");
    var aside = folder.resolve("aside.dcm");
    var rows = ViewerStage.instances(List.of(file));
    Files.move(file, aside);
    onFx(() -> {
      tile().show(umbra.workspace.stack.Stack.of("DX", rows));
      return null;
    });
    stage.settled();
    assertTrue(onFx(() -> tile().content().get()) instanceof TileContent.Lost);

    Files.move(aside, file);
    robot.clickOn(robot.lookup("Retry").match(n -> n instanceof Button b && b.isVisible() && b.getScene() != null && n.getParent().isVisible()
        && n.getParent().getParent().isVisible()).<Button>query());
    stage.settled();

    assertTrue(onFx(() -> tile().content().get()) instanceof TileContent.Frame);
  }

  /// A layer that takes presses in the middle of the image.
  private static final class Spot implements ImageLayer {
    final SimpleLongProperty changes = new SimpleLongProperty();
    int draws;
    LayerPointer pressed;
    LayerFrame on;

    @Override
    public String id() {
      return "spot";
    }

    @Override
    public String title() {
      return "Spot";
    }

    @Override
    public ObservableBooleanValue visible() {
      return new SimpleBooleanProperty(true);
    }

    @Override
    public Observable changes() {
      return changes;
    }

    @Override
    public void draw(LayerFrame frame, LayerGraphics graphics) {
      changes.get();
      draws++;
    }

    @Override
    public boolean pressed(LayerFrame frame, LayerPointer pointer) {
      on = frame;
      pressed = pointer;
      return true;
    }
  }

  @Test
  void layersAreDrawnAndTakeTheMouseInStoredPixels(FxRobot robot) throws Exception {
    showCt();
    var spot = new Spot();
    onFx(() -> {
      stage.viewer.model().display().layers().add(spot);
      tile().move(v -> v.turned(1));
      return null;
    });
    ViewerStage.await(() -> spot.draws > 0);
    Thread.sleep(150);
    int draws = onFx(() -> spot.draws);
    onFx(() -> {
      spot.changes.set(7);
      return null;
    });
    ViewerStage.await(() -> spot.draws > draws);

    robot.clickOn(stage.viewer.tiles().getFirst());

    assertEquals(256, spot.pressed.x(), 12);
    assertEquals(256, spot.pressed.y(), 12);
    assertEquals(512, spot.on.columns());
    assertFalse(onFx(() -> tile().window().chosen().get()).isPresent(), "no tool saw the press");
  }
}
