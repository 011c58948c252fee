package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import umbra.app.deidentify.profile.ProfileItem;
import umbra.app.deidentify.version.GateRow;
import umbra.app.fx.FxExtension;
import umbra.workspace.export.Gate;

/// A person on the De-identify page, from the profile to the verified version: with the mouse, or with nothing but keys. All gates but that of the findings are
/// passed with a reason.
final class ReleaseHands {
  private static final String PROFILE = "ps315-basic";
  private static final int MOST_TABS = 80;

  private final FindingsStage stage;
  private final FxRobot robot;

  ReleaseHands(FindingsStage stage, FxRobot robot) {
    this.stage = stage;
    this.robot = robot;
  }

  void byMouse(Path out) throws Exception {
    robot.clickOn("#rail-deidentify");
    DeskStage.await(() -> profiles() != null && profiles().getItems().size() >= 4);
    stage.settle();
    robot.clickOn(cell(PROFILE));
    stage.settle();
    robot.clickOn("#step-plan");
    stage.settle();
    robot.clickOn("#plan-make");
    DeskStage.await(() -> table("plan").getItems().size() > 20);
    robot.clickOn("#step-gate");
    gates(() -> robot.clickOn("#gate-release"), () -> robot.clickOn("#stale-plan"), () -> robot.clickOn("#step-gate"), () -> robot.clickOn("#gate-reason").write("a test").clickOn("#gate-pass"));
    robot.clickOn("#step-export");
    stage.settle();
    robot.clickOn("#export-target").write(out.toString());
    robot.clickOn("#export-run");
    stage.settle();
    stage.desk.picture("release-mouse-run");
    DeskStage.await(() -> stage.text("export-outcome").startsWith("Version 1 is written"));
    robot.clickOn("#export-verify-this");
    DeskStage.await(() -> stage.text("export-outcome").contains("Verified") || stage.text("export-outcome").contains("problem"));
  }

  void byKeys(Path out) throws Exception {
    robot.push(KeyCode.CONTROL, page("deidentify"));
    DeskStage.await(() -> profiles() != null && profiles().getItems().size() >= 4);
    stage.settle();
    tabTo("profiles");
    for (int i = 0; i < 10 && !PROFILE.equals(chosen()); i++) {
      robot.push(i == 0 ? KeyCode.HOME : KeyCode.DOWN);
      stage.settle();
    }
    assertEquals(PROFILE, chosen());
    robot.push(KeyCode.ALT, KeyCode.DIGIT3);
    press("plan-make");
    DeskStage.await(() -> table("plan").getItems().size() > 20);
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    gates(() -> press("gate-release"), () -> press("stale-plan"), () -> robot.push(KeyCode.ALT, KeyCode.DIGIT4), () -> {
      tabTo("gate-reason");
      robot.write("a test").push(KeyCode.ENTER);
    });
    robot.push(KeyCode.ALT, KeyCode.DIGIT5);
    stage.settle();
    tabTo("export-target");
    robot.write(out.toString());
    press("export-run");
    DeskStage.await(() -> stage.text("export-outcome").startsWith("Version 1 is written"));
    stage.settle();
    press("export-verify-this");
    DeskStage.await(() -> stage.text("export-outcome").contains("Verified") || stage.text("export-outcome").contains("problem"));
  }

  private interface Hand {
    void act() throws Exception;
  }

  /// The series is released and the plan made again, then the rest is passed, the row in front first.
  private void gates(Hand release, Hand plan, Hand back, Hand pass) throws Exception {
    DeskStage.await(() -> gate() != null && gate().getItems().stream().anyMatch(GateRow::isClosed));
    stage.settle();
    assertEquals(Gate.Kind.VERDICTS, gate().getSelectionModel().getSelectedItem().kind(), "the first that is open is chosen");
    release.act();
    DeskStage.await(() -> stage.desk.scene.lookup("#stale-plan").getParent().isVisible());
    stage.settle();
    plan.act();
    DeskStage.await(() -> !stage.desk.scene.lookup("#stale-plan").getParent().isVisible() && !stage.desk.desk.jobs().isBusy());
    back.act();
    DeskStage.await(() -> gate() != null && gate().getItems().stream().noneMatch(r -> r.kind() == Gate.Kind.VERDICTS && r.isClosed()));
    assertEquals(List.of(), gate().getItems().stream().filter(r -> r.kind() == Gate.Kind.FINDINGS && r.isClosed()).toList(), "all findings are judged");
    for (long left = closed(); left > 0; left--) {
      stage.settle();
      pass.act();
      long now = left - 1;
      DeskStage.await(() -> closed() == now);
    }
    stage.settle();
  }

  private long closed() {
    return gate().getItems().stream().filter(GateRow::isClosed).count();
  }

  /// Goes on with Tab until a control has the focus, as nobody could who has no mouse if it could not be reached.
  private void tabTo(String id) throws Exception {
    for (int i = 0; i < MOST_TABS && !id.equals(focused()); i++) robot.push(KeyCode.TAB);
    assertEquals(id, focused(), "reached with Tab");
  }

  private void press(String id) throws Exception {
    stage.settle();
    tabTo(id);
    robot.push(KeyCode.SPACE);
    stage.settle();
  }

  private String focused() {
    return FxExtension.onFx(() -> {
      var owner = stage.desk.scene.getFocusOwner();
      return owner == null || owner.getId() == null ? "" : owner.getId();
    });
  }

  private KeyCode page(String id) {
    var pages = stage.desk.desk.session().orElseThrow().pages().stream().map(umbra.app.page.Page::id).toList();
    return KeyCode.valueOf("DIGIT" + (pages.indexOf(id) + 1));
  }

  private String chosen() {
    return FxExtension.onFx(() -> {
      var item = profiles().getSelectionModel().getSelectedItem();
      return item == null ? "" : item.name();
    });
  }

  private Node cell(String text) {
    return FxExtension.onFx(() -> profiles().lookupAll(".label").stream().filter(n -> n instanceof Labeled l && text.equals(l.getText())).findFirst().orElseThrow());
  }

  @SuppressWarnings("unchecked")
  private ListView<ProfileItem> profiles() {
    return (ListView<ProfileItem>) stage.desk.scene.lookup("#profiles");
  }

  private TableView<?> table(String id) {
    return (TableView<?>) stage.desk.scene.lookup("#" + id);
  }

  @SuppressWarnings("unchecked")
  private TableView<GateRow> gate() {
    return (TableView<GateRow>) table("gate");
  }
}
