package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import umbra.app.fx.FxExtension;
import umbra.app.review.PlantedScanner;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileView;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.Regions;
import umbra.pixel.codec.TestCodecs;
import umbra.practice.PracticeCollection;

/// Findings are judged and boxes drawn in the window, on the texts that the practice collection planted.
@ExtendWith(FxExtension.class)
class FindingsPageTest {
  @TempDir
  private Path folder;

  private DeskStage desk;

  @BeforeEach
  void open() throws Exception {
    PracticeCollection.write(folder.resolve("practice"), 1);
    desk = new DeskStage(folder, TestCodecs.all(), new PlantedScanner(folder.resolve("practice/burned-in.csv")));
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  private void begin(FxRobot robot, String... files) throws Exception {
    desk.take(List.of(files).stream().map(f -> folder.resolve("practice/files").resolve(f)).toArray(Path[]::new));
    robot.clickOn("#rail-findings");
    WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
    desk.picture("findings-empty");
    robot.push(KeyCode.F5);
    DeskStage.await(() -> desk.scene.lookup("#findings") != null && tile() != null && tile().tile().content().get() instanceof TileContent.Frame);
    settle();
  }

  private void settle() {
    WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private TileView tile() {
    return (TileView) desk.scene.getRoot().lookupAll(".tile").stream().filter(n -> n instanceof TileView && n.getId() == null && n.getScene() != null).findFirst().orElse(null);
  }

  private List<FindingRow> findings() {
    return new Findings(desk.desk.session().orElseThrow().workspace().catalog()).page(0, 1000);
  }

  private List<RegionRow> boxes() {
    return new Regions(desk.desk.session().orElseThrow().workspace().catalog()).page(0, 1000);
  }

  private Point2D onScreen(double x, double y) {
    return FxExtension.onFx(() -> {
      var at = tile().tile().view().get().orElseThrow().logical(tile().ratio()).toView(x, y);
      return tile().localToScreen(at.x(), at.y());
    });
  }

  @Test
  void look(FxRobot robot) throws Exception {
    begin(robot, "us", "p4", "dx");
    desk.picture("findings-first");
    robot.push(KeyCode.R);
    settle();
    assertEquals(1, findings().stream().filter(f -> f.state() == FindingState.REDACT).count());
    robot.push(KeyCode.F);
    settle();
    robot.push(KeyCode.B);
    settle();
    desk.picture("findings-box");
    assertEquals(1, boxes().size());
    robot.clickOn("#findings-split");
    settle();
    desk.picture("findings-split");
    robot.clickOn("#reach-series");
    DeskStage.await(() -> desk.scene.lookup("#losses-grant") != null && !desk.scene.lookup("#losses-grant").isDisabled());
    settle();
    desk.picture("findings-losses");
    assertTrue(true);
  }
}
