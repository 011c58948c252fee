package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.deidentify.profile.ProfileItem;
import umbra.app.deidentify.version.GateRow;
import umbra.app.fx.FxExtension;
import umbra.app.page.Page;
import umbra.catalog.decision.TextRow;
import umbra.practice.PracticeCollection;
import umbra.workspace.curate.Verdict;
import umbra.workspace.export.Gate;
import umbra.workspace.export.Prepared.Open;

/// From the practice collection to a verified version with nothing but the page, and pictures of each step.
@ExtendWith(FxExtension.class)
class DeidentifyViewTest {
  @TempDir
  private Path folder;

  private DeskStage stage;

  @BeforeEach
  void open() {
    stage = new DeskStage(folder);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  private void openPage() throws Exception {
    PracticeCollection.write(folder.resolve("source"), 1);
    stage.take(folder.resolve("source/files"));
    FxExtension.onFx(() -> {
      stage.desk.shell().show(page("deidentify"));
      return null;
    });
    DeskStage.await(() -> profiles() != null && profiles().getItems().size() >= 4);
  }

  private Page page(String id) {
    return stage.desk.session().orElseThrow().pages().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private ListView<ProfileItem> profiles() {
    return (ListView<ProfileItem>) stage.scene.lookup("#profiles");
  }

  private CheckBox option(String word) {
    return (CheckBox) stage.scene.lookup("#option-" + word);
  }

  private TableView<?> table(String id) {
    return (TableView<?>) stage.scene.lookup("#" + id);
  }

  private String text(String id) {
    return ((Label) stage.scene.lookup("#" + id)).getText();
  }

  private void fire(String id) throws Exception {
    var button = (ButtonBase) stage.find("#" + id);
    FxExtension.onFx(() -> {
      assertFalse(button.isDisabled(), id + " is dead");
      button.fire();
      return null;
    });
  }

  private void write(String id, String text) throws Exception {
    var field = (TextInputControl) stage.find("#" + id);
    FxExtension.onFx(() -> {
      field.setText(text);
      return null;
    });
  }

  private void choose(String name) throws Exception {
    FxExtension.onFx(() -> {
      profiles().getSelectionModel().select(profiles().getItems().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow());
      return null;
    });
    DeskStage.await(() -> !option("clean-descriptors").isDisabled());
  }

  private void step(FxRobot robot, KeyCode digit) {
    robot.press(KeyCode.ALT, digit).release(digit, KeyCode.ALT);
  }

  @Test
  void anOptionIsSwitchedRefusedAndTakenBack(FxRobot robot) throws Exception {
    openPage();
    choose("midi-research");
    DeskStage.await(() -> option("retain-modified-dates").isSelected());

    fire("option-retain-full-dates");
    DeskStage.await(() -> text("deidentify-said").contains("exclude each other"));
    assertFalse(FxExtension.onFx(() -> option("retain-full-dates").isSelected()));

    fire("option-retain-device-identity");
    DeskStage.await(() -> text("deidentify-said").contains("Switch off retain-device-identity"));
    assertFalse(FxExtension.onFx(() -> option("retain-device-identity").isSelected()));
    stage.picture("deidentify-profile");

    FxExtension.onFx(() -> {
      profiles().requestFocus();
      return null;
    });
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    DeskStage.await(() -> option("retain-device-identity").isSelected());
    write("rule-search", "PatientName");
    DeskStage.await(() -> table("rules").getItems().size() > 0);
    stage.picture("deidentify-rules");
  }

  @Test
  void aCopyIsEditedWithTheLineThatIsWrong(FxRobot robot) throws Exception {
    openPage();
    choose("ps315-basic");
    fire("profile-edit");
    DeskStage.await(() -> stage.scene.lookup("#profile-text") instanceof TextInputControl t && t.getText().contains("profile: ps315-basic-own"));
    var area = (TextInputControl) stage.scene.lookup("#profile-text");
    int lines = FxExtension.onFx(() -> (int) area.getText().lines().count());

    write("profile-text", area.getText() + "\nnonsense: 1\n");
    DeskStage.await(() -> text("profile-problem").contains("nonsense"));
    assertTrue(text("profile-problem").contains("line " + (lines + 2)) || text("profile-problem").contains("line " + (lines + 1)), text("profile-problem"));
    stage.picture("deidentify-editor");
    fire("profile-close");
    DeskStage.await(() -> profiles().getItems().stream().anyMatch(ProfileItem::own));
    assertEquals("ps315-basic-own", FxExtension.onFx(() -> profiles().getSelectionModel().getSelectedItem().name()));
  }

  @Test
  void thePracticeCollectionLeavesVerified(FxRobot robot) throws Exception {
    openPage();
    choose("midi-research");
    step(robot, KeyCode.DIGIT2);
    DeskStage.await(() -> table("subjects") != null && table("subjects").getItems().size() > 1);
    fire("name-sequence");
    step(robot, KeyCode.DIGIT3);
    fire("plan-make");
    DeskStage.await(() -> table("plan").getItems().size() > 20);
    FxExtension.onFx(() -> {
      table("plan").getSelectionModel().select(3);
      return null;
    });
    DeskStage.await(() -> table("plan-examples").getItems().size() > 0);
    stage.picture("deidentify-plan");
    FxExtension.onFx(() -> {
      ((javafx.scene.control.TabPane) stage.scene.lookup("#plan-tabs")).getSelectionModel().select(1);
      return null;
    });
    DeskStage.await(() -> table("plan-shares").getItems().size() > 5);
    stage.picture("deidentify-share");

    step(robot, KeyCode.DIGIT4);
    DeskStage.await(() -> gate().getItems().stream().anyMatch(GateRow::isClosed));
    stage.picture("deidentify-gate");
    release();
    passAll();
    stage.picture("deidentify-gate-passed");

    step(robot, KeyCode.DIGIT5);
    var out = folder.resolve("version-1");
    write("export-target", out.toString());
    fire("export-run");
    DeskStage.await(() -> text("export-outcome").startsWith("Version 1 is written"));
    stage.picture("deidentify-exported");
    assertTrue(Files.exists(out.resolve("manifest.csv")));

    fire("export-verify-this");
    DeskStage.await(() -> text("export-outcome").contains("Verified") || text("export-outcome").contains("problems"));
    stage.picture("deidentify-verified");
    assertTrue(text("export-outcome").startsWith("Verified"), text("export-outcome"));
    assertEquals("2", ((TextField) stage.scene.lookup("#export-version")).getText());
    wide();
  }

  /// On a large screen, step by step.
  private void wide() throws Exception {
    FxExtension.onFx(() -> {
      stage.scene.getWindow().setWidth(1880);
      stage.scene.getWindow().setHeight(1040);
      return null;
    });
    DeskStage.await(() -> stage.scene.getWidth() > 1800);
    for (var id : java.util.List.of("export", "profile", "identity", "plan")) {
      fire("step-" + id);
      stage.picture("deidentify-wide-" + id);
    }
  }

  @SuppressWarnings("unchecked")
  private TableView<GateRow> gate() {
    return (TableView<GateRow>) table("gate");
  }

  /// All series may leave, so the plan is out of date and made again.
  private void release() throws Exception {
    select(gate().getItems().stream().filter(r -> r.kind() == Gate.Kind.VERDICTS).findFirst().orElseThrow());
    fire("gate-release");
    DeskStage.await(() -> stage.scene.lookup("#stale-plan").getParent().isVisible());
    fire("stale-plan");
    DeskStage.await(() -> !stage.scene.lookup("#stale-plan").getParent().isVisible() && !stage.desk.jobs().isBusy());
    assertEquals(Verdict.RELEASE, Verdict.ofWord("release").orElseThrow());
    FxExtension.onFx(() -> {
      ((ButtonBase) stage.scene.lookup("#step-gate")).fire();
      return null;
    });
    DeskStage.await(() -> gate() != null && gate().getItems().stream().noneMatch(r -> r.kind() == Gate.Kind.VERDICTS && r.isClosed()));
  }

  private void passAll() throws Exception {
    long open = gate().getItems().stream().filter(GateRow::isClosed).count();
    for (long left = open; left > 0; left--) {
      select(gate().getItems().stream().filter(GateRow::isClosed).findFirst().orElseThrow());
      write("gate-reason", "practice");
      fire("gate-pass");
      long now = left - 1;
      DeskStage.await(() -> gate().getItems().stream().filter(GateRow::isClosed).count() == now);
    }
  }

  private void select(GateRow row) {
    FxExtension.onFx(() -> {
      gate().getSelectionModel().select(row);
      return null;
    });
  }

  @Test
  void theGateLeadsToTheVeryTextAndTheVerySeries(FxRobot robot) throws Exception {
    openPage();
    stage.show("values");
    FxExtension.onFx(() -> {
      page("values").actions().stream().filter(a -> a.id().equals("values.scan")).findFirst().orElseThrow().run().run();
      return null;
    });
    DeskStage.await(() -> table("values").getItems().size() > 10 && !stage.desk.jobs().isBusy());
    stage.show("deidentify");
    choose("midi-research");
    step(robot, KeyCode.DIGIT3);
    fire("plan-make");
    DeskStage.await(() -> table("plan").getItems().size() > 20);
    step(robot, KeyCode.DIGIT4);
    DeskStage.await(() -> gate() != null && !gate().getItems().isEmpty());

    var text = settle(Gate.Kind.TEXTS, 1);
    DeskStage.await(() -> table("values").getSelectionModel().getSelectedItem() instanceof TextRow r && text.what().endsWith(" " + r.where().text().replace('\n', ' ')));

    stage.show("deidentify");
    var verdict = settle(Gate.Kind.VERDICTS, 2);
    DeskStage.await(() -> stage.desk.session().orElseThrow().collection().current().get().filter(s -> s.id() == verdict.series()).isPresent());
  }

  /// Goes where a place of the gate is settled.
  private Open settle(Gate.Kind kind, int place) throws Exception {
    select(gate().getItems().stream().filter(r -> r.kind() == kind).findFirst().orElseThrow());
    DeskStage.await(() -> table("gate-places") != null && table("gate-places").getItems().size() > place);
    FxExtension.onFx(() -> {
      table("gate-places").getSelectionModel().clearAndSelect(place);
      return null;
    });
    var chosen = (Open) table("gate-places").getItems().get(place);
    fire("gate-go");
    return chosen;
  }
}
