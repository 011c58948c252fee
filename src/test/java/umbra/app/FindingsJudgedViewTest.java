package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.app.review.finding.FindingLine;
import umbra.app.viewer.tile.TileContent;
import umbra.catalog.finding.FindingState;
import umbra.practice.PracticeCollection;

/// Findings are judged one after the other, and for all equals of a text.
@ExtendWith(FxExtension.class)
class FindingsJudgedViewTest {
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
  void undoWorksAfterARestart(FxRobot robot) throws Exception {
    stage.take("us");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    stage.settle();
    robot.push(KeyCode.F5);
    stage.found();
    robot.push(KeyCode.F);
    stage.settle();
    robot.push(KeyCode.SHIFT, KeyCode.B);
    stage.awaitBoxes(1);
    stage.restart();
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    stage.found();
    assertEquals(1, stage.boxes().size());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    stage.awaitBoxes(0);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    DeskStage.await(() -> stage.judged(FindingState.HARMLESS) == 0);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    stage.awaitBoxes(1);
    assertEquals(1, stage.judged(FindingState.HARMLESS));
  }

  @Test
  void aKeyThatIsHeldJudgesOneFinding(FxRobot robot) throws Exception {
    stage.take("us");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    stage.settle();
    robot.push(KeyCode.F5);
    stage.found();
    held(KeyCode.R);
    stage.settle();
    assertEquals(1, stage.judged(FindingState.REDACT));
  }

  @Test
  void aVerdictHoldsForATextEverywhereAndTheNextImageIsThereAtOnce(FxRobot robot) throws Exception {
    stage.take("p4", "p5");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    stage.settle();
    robot.push(KeyCode.F5);
    stage.found();
    stage.settle();
    @SuppressWarnings("unchecked")
    var list = (ListView<FindingLine>) stage.desk.scene.lookup("#findings");
    var hospital = stage.findings().stream().filter(f -> f.finding().text().startsWith("PRACTICE HOSPITAL")).toList();
    assertTrue(hospital.size() > 3);
    FxExtension.onFx(() -> {
      for (int i = 0; i < list.getItems().size(); i++) if (list.getItems().get(i) instanceof FindingLine.Text text && text.holds(hospital.getFirst().id())) list.getSelectionModel().select(i);
      return null;
    });
    stage.settle();
    robot.push(KeyCode.ALT, KeyCode.R);
    DeskStage.await(() -> stage.findings().stream().filter(f -> f.finding().text().startsWith("PRACTICE HOSPITAL")).allMatch(f -> f.state() == FindingState.REDACT));
    stage.settle();
    stage.desk.picture("findings-many");
    System.out.println("from the key to the next image, worst of five: " + measure() / 1_000_000 + " ms");
    assertEquals(5, stage.judged(FindingState.HARMLESS));
  }

  /// As a keyboard that repeats: three presses and one release, where the focus is.
  private void held(KeyCode key) {
    FxExtension.onFx(() -> {
      for (int i = 0; i < 4; i++) {
        var type = i < 3 ? javafx.scene.input.KeyEvent.KEY_PRESSED : javafx.scene.input.KeyEvent.KEY_RELEASED;
        javafx.event.Event.fireEvent(stage.desk.scene.lookup("#findings"), new javafx.scene.input.KeyEvent(type, "", "", key, false, false, false, false));
      }
      return null;
    });
  }

  /// From the key to the image of the next finding, in nanoseconds; the worst of five.
  private long measure() {
    long worst = 0;
    for (int i = 0; i < 5; i++) {
      stage.settle();
      long[] times = new long[2];
      FxExtension.onFx(() -> {
        var tile = stage.tile().tile();
        var before = tile.content().get();
        tile.content().addListener(new javafx.beans.value.ChangeListener<TileContent>() {
          @Override
          public void changed(javafx.beans.value.ObservableValue<? extends TileContent> source, TileContent old, TileContent now) {
            if (now instanceof TileContent.Frame && now != before) {
              times[1] = System.nanoTime();
              tile.content().removeListener(this);
            }
          }
        });
        times[0] = System.nanoTime();
        javafx.event.Event.fireEvent(stage.desk.scene.getRoot(), new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", KeyCode.F, false, false, false, false));
        return null;
      });
      stage.settle();
      if (times[1] > 0) worst = Math.max(worst, times[1] - times[0]);
    }
    return worst;
  }
}
