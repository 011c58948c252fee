package umbra.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
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
import umbra.workspace.Workspace;

/// A window with findings in it, on images of the practice collection. The texts are those that were planted: no engine looks. The ultrasound loop `us` is
/// 320 by 240 pixels, 20 frames.
final class FindingsStage {
  private final Path folder;
  private final Path practice;
  DeskStage desk;

  /// @param practice where the practice collection was written
  FindingsStage(Path folder, Path practice) {
    this.folder = folder;
    this.practice = practice;
    begin();
  }

  private void begin() {
    desk = new DeskStage(folder, TestCodecs.all(), new PlantedScanner(practice.resolve("burned-in.csv")));
  }

  void close() throws Exception {
    desk.close();
  }

  /// Ends the program and starts it on the same workspace.
  void restart() throws Exception {
    var where = workspace().folder();
    FxExtension.onFx(() -> {
      desk.close();
      begin();
      desk.desk.open(where, Optional.empty(), List.of());
      return null;
    });
    DeskStage.await(() -> desk.desk.session().isPresent());
    settle();
  }

  void take(String... files) throws Exception {
    desk.take(List.of(files).stream().map(f -> practice.resolve("files").resolve(f)).toArray(Path[]::new));
  }

  Path source(String file) {
    return practice.resolve("files").resolve(file);
  }

  String text(String id) {
    return ((javafx.scene.control.Label) desk.scene.lookup("#" + id)).getText();
  }

  void found() throws Exception {
    DeskStage.await(() -> tile() != null && tile().tile().content().get() instanceof TileContent.Frame);
    settle();
  }

  void settle() {
    WaitForAsyncUtils.sleep(250, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// That of the original; the one beside it has a name.
  TileView tile() {
    return (TileView) desk.scene.getRoot().lookupAll(".tile").stream().filter(n -> n instanceof TileView && n.getId() == null).findFirst().orElse(null);
  }

  Workspace workspace() {
    return desk.desk.session().orElseThrow().workspace();
  }

  List<FindingRow> findings() {
    return new Findings(workspace().catalog()).page(0, 1000);
  }

  long judged(FindingState state) {
    return findings().stream().filter(f -> f.state() == state).count();
  }

  List<RegionRow> boxes() {
    return new Regions(workspace().catalog()).page(0, 1000);
  }

  void awaitBoxes(int count) throws Exception {
    DeskStage.await(() -> boxes().size() == count);
    settle();
  }

  Point2D onScreen(double x, double y) {
    return FxExtension.onFx(() -> {
      var at = tile().tile().view().get().orElseThrow().logical(tile().ratio()).toView(x, y);
      return tile().localToScreen(at.x(), at.y());
    });
  }

  void drag(FxRobot robot, double x1, double y1, double x2, double y2) {
    var from = onScreen(x1, y1);
    var to = onScreen(x2, y2);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to).release(MouseButton.PRIMARY);
    settle();
  }

  void click(FxRobot robot, String accessibleText) {
    var node = desk.scene.getRoot().lookupAll(".toggle-button").stream().filter(n -> accessibleText.equals(n.getAccessibleText())).findFirst().orElseThrow();
    robot.clickOn(node);
    settle();
  }

  /// An identifier with a point is no selector.
  void press(FxRobot robot, String id) {
    robot.clickOn(desk.scene.getRoot().lookupAll(".button").stream().filter(n -> id.equals(n.getId())).findFirst().orElseThrow());
    settle();
  }

  boolean isSheetReady() {
    var grant = desk.scene.lookup("#losses-grant");
    return grant != null && !grant.isDisabled() && grant.getParent().getParent().getParent().isVisible();
  }
}
