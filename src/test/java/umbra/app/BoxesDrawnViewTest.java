package umbra.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.practice.PracticeCollection;

/// Boxes are drawn, moved and reshaped in Browse, without any finding.
@ExtendWith(FxExtension.class)
class BoxesDrawnViewTest {
  @TempDir
  private static Path practice;

  @TempDir
  private Path folder;

  private FindingsStage stage;

  @BeforeAll
  static void write() throws Exception {
    PracticeCollection.write(practice, 1);
  }

  @BeforeEach
  void open() {
    stage = new FindingsStage(folder, practice);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void theFanIsKeptByDraggingItsCornersInBrowse(FxRobot robot) throws Exception {
    stage.take("us");
    stage.desk.open(s -> s.modality().equals("US"));
    stage.found();
    robot.push(KeyCode.X);
    stage.settle();
    robot.clickOn("#fan");
    stage.settle();
    stage.drag(robot, 32, 24, 135, 52);
    stage.drag(robot, 288, 24, 190, 52);
    stage.drag(robot, 288, 216, 262, 200);
    stage.drag(robot, 32, 216, 58, 200);
    stage.desk.picture("boxes-fan");
    robot.clickOn("#fan");
    DeskStage.await(() -> stage.boxes().size() > 4);
    stage.settle();
    stage.desk.picture("boxes-browse");
    assertTrue(stage.boxes().stream().anyMatch(b -> b.x() == 0 && b.y() == 0 && b.width() == 320 && b.height() >= 40), "all above goes");
    assertTrue(stage.boxes().stream().noneMatch(b -> b.x() < 160 && b.x() + b.width() > 160 && b.y() < 120 && b.y() + b.height() > 120), "the middle stays");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    stage.awaitBoxes(0);
    robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DIGIT4);
    stage.drag(robot, 10, 5, 120, 35);
    DeskStage.await(stage::isSheetReady);
    stage.settle();
    stage.desk.picture("boxes-browse-losses");
    robot.push(KeyCode.ENTER);
    DeskStage.await(() -> stage.boxes().stream().anyMatch(b -> b.instance() == 0));
  }
}
