package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.Files;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileView;
import umbra.app.viewer.tile.TileViewModel;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.RegionRow;
import umbra.practice.PracticeCollection;

/// The whole way, by mouse only and by keyboard only: texts are found and judged, boxes drawn and applied to the series, undone and done again; the version is
/// exported on the De-identify page and verified there; at the end the proof is read, and every pixel of the file that left.
@ExtendWith(FxExtension.class)
class FindingsReleasedViewTest {
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
  void byMouse(FxRobot robot) throws Exception {
    stage.take("us");
    robot.clickOn("#rail-findings");
    stage.settle();
    stage.desk.picture("findings-empty");
    robot.clickOn("#findings-scan");
    stage.found();
    stage.desk.picture("findings-first");

    robot.clickOn("#findings-redact");
    stage.settle();
    assertEquals(1, stage.judged(FindingState.REDACT));
    robot.clickOn("#findings-redact");
    stage.settle();
    assertEquals(2, stage.judged(FindingState.REDACT), "the next one came by itself");
    DeskStage.await(() -> stage.tile().tile().index().get() == 7);
    robot.clickOn("#findings-box");
    stage.awaitBoxes(1);
    assertEquals(3, stage.judged(FindingState.REDACT));
    var made = stage.boxes().getFirst();
    assertEquals(8, made.frameFirst());
    assertEquals(12, made.frameLast());

    stage.drag(robot, made.x() + made.width() / 2.0, made.y() + made.height() / 2.0, made.x() + made.width() / 2.0 + 10, made.y() + made.height() / 2.0 - 6);
    assertEquals(made.at(made.x() + 10, made.y() - 6, made.width(), made.height()), stage.boxes().getFirst(), "moved");
    var moved = stage.boxes().getFirst();
    stage.drag(robot, moved.x() + moved.width(), moved.y() + moved.height(), moved.x() + moved.width() + 8, moved.y() + moved.height() + 9);
    assertEquals(moved.at(moved.x(), moved.y(), moved.width() + 8, moved.height() + 9), stage.boxes().getFirst(), "resized");

    stage.click(robot, "Draw a box");
    stage.drag(robot, 130, 60, 170, 75);
    stage.awaitBoxes(2);
    var drawn = stage.boxes().getLast();
    assertTrue(Math.abs(drawn.x() - 130) <= 1 && Math.abs(drawn.y() - 60) <= 1 && Math.abs(drawn.width() - 40) <= 2 && Math.abs(drawn.height() - 15) <= 2, drawn::toString);
    assertTrue(drawn.instance() > 0 && drawn.frameFirst() == 0, "all frames of its instance");
    stage.desk.picture("findings-box");

    robot.clickOn("#reach-series");
    DeskStage.await(stage::isSheetReady);
    stage.settle();
    stage.desk.picture("findings-losses");
    robot.clickOn("#losses-grant");
    DeskStage.await(() -> stage.boxes().stream().anyMatch(b -> b.instance() == 0));
    stage.settle();
    assertEquals(2, stage.boxes().size(), "the box of the series took the place of that of the instance");
    robot.clickOn("#findings-split");
    stage.settle();
    DeskStage.await(() -> ((TileView) stage.desk.scene.lookup("#exported")).tile().content().get() instanceof TileContent.Frame);
    var beside = ((TileView) stage.desk.scene.lookup("#exported")).tile();
    assertEquals(stage.tile().tile().index().get(), beside.index().get());
    assertEquals(0, brightness(beside, drawn), "black beside");
    assertTrue(brightness(stage.tile().tile(), drawn) > 0, "and not in the original");
    stage.desk.picture("findings-split");

    stage.press(robot, "tool-findings.undo");
    DeskStage.await(() -> stage.boxes().stream().noneMatch(b -> b.instance() == 0));
    stage.settle();
    stage.press(robot, "tool-findings.redo");
    DeskStage.await(() -> stage.boxes().stream().anyMatch(b -> b.instance() == 0));
    stage.settle();
    var out = folder.resolve("by-mouse");
    new ReleaseHands(stage, robot).byMouse(out);
    proven(out);
    robot.clickOn("#rail-browse");
    stage.settle();
    stage.desk.open(s -> s.modality().equals("US"));
    stage.desk.picture("findings-badge");
  }

  @Test
  void byKeyboardOnly(FxRobot robot) throws Exception {
    stage.take("us");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    stage.settle();
    robot.push(KeyCode.F5);
    stage.found();
    robot.push(KeyCode.R);
    stage.settle();
    assertEquals(1, stage.judged(FindingState.REDACT));
    robot.push(KeyCode.R);
    stage.settle();
    assertEquals(2, stage.judged(FindingState.REDACT));
    robot.push(KeyCode.B);
    stage.awaitBoxes(1);
    var made = stage.boxes().getFirst();
    for (int i = 0; i < 3; i++) robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    stage.settle();
    assertEquals(made.at(made.x() + 3, made.y() - 10, made.width(), made.height()), stage.boxes().getFirst());
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
    stage.settle();
    assertEquals(made.height() + 11, stage.boxes().getFirst().height());

    robot.push(KeyCode.SHIFT, KeyCode.B);
    stage.awaitBoxes(2);
    robot.push(KeyCode.CONTROL, KeyCode.D);
    stage.awaitBoxes(3);
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    stage.settle();
    robot.push(KeyCode.DELETE);
    stage.awaitBoxes(2);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    stage.awaitBoxes(3);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    stage.awaitBoxes(2);
    robot.push(KeyCode.Q);
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.TAB);
    stage.settle();
    robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DIGIT4);
    DeskStage.await(stage::isSheetReady);
    robot.push(KeyCode.ENTER);
    DeskStage.await(() -> stage.boxes().stream().anyMatch(b -> b.instance() == 0));
    stage.settle();
    var out = folder.resolve("by-keys");
    new ReleaseHands(stage, robot).byKeys(out);
    proven(out);
  }

  /// What stands in the record of the export, and what is in its file.
  private void proven(Path out) throws Exception {
    assertTrue(stage.text("export-outcome").startsWith("Verified"), stage.text("export-outcome"));
    assertTrue(Files.readString(out.resolve("collection.json")).contains("uniform inside, equal outside"), "the proof stands in the record");
    ExportedLoop.check(stage.source("us/cine.dcm"), ExportedLoop.in(out), ExportedLoop.wanted(stage));
  }

  private static double brightness(TileViewModel tile, RegionRow in) {
    var stored = tile.frame().orElseThrow().stored();
    double sum = 0;
    for (int y = in.y(); y < in.y() + in.height(); y++) for (int x = in.x(); x < in.x() + in.width(); x++) sum += stored.at(x, y, 0);
    return sum;
  }
}
