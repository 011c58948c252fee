package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import umbra.app.fx.FxExtension;
import umbra.app.fx.Theme;
import umbra.app.preference.UserSettings;
import umbra.practice.PracticeCollection;

/// The main paths through the window, with a picture of each screen for a person to look at.
@ExtendWith(FxExtension.class)
class DeskViewTest {
  @TempDir
  private Path folder;

  private DeskStage window;

  @BeforeEach
  void open() {
    window = new DeskStage(folder);
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  /// What a profile does to the image in front, in the inspector.
  private void preview() throws Exception {
    FxExtension.onFx(() -> {
      var tabs = (javafx.scene.control.TabPane) window.scene.lookup(".inspector");
      tabs.getSelectionModel().selectLast();
      window.scene.getRoot().applyCss();
      window.scene.getRoot().layout();
      ((javafx.scene.control.ComboBox<?>) window.scene.lookup("#preview-profile")).getSelectionModel().selectFirst();
      return null;
    });
    DeskStage.await(() -> window.scene.lookup("#preview") instanceof TableView<?> t && t.getItems().size() > 5);
    window.picture("before-after");
    FxExtension.onFx(() -> {
      ((javafx.scene.control.TabPane) window.scene.lookup(".inspector")).getSelectionModel().selectFirst();
      return null;
    });
  }

  /// The header follows the image in front, so lines in it mean that both are there.
  private boolean imageIsShown() {
    return window.scene.getRoot().lookupAll(".header-table").stream().anyMatch(n -> n instanceof TableView<?> t && t.getItems().size() > 5);
  }

  @Test
  void eachTextIsDecidedOnceByAKeyAndTakenBackByUndo(FxRobot robot) throws Exception {
    window.openPractice();
    window.show("values");
    FxExtension.onFx(() -> {
      window.page("values").actions().stream().filter(a -> a.id().equals("values.scan")).findFirst().orElseThrow().run().run();
      return null;
    });
    DeskStage.await(() -> texts().getItems().size() > 10 && !window.desk.jobs().isBusy());
    FxExtension.onFx(() -> {
      texts().requestFocus();
      texts().getSelectionModel().selectRange(0, 3);
      return null;
    });

    robot.press(KeyCode.K).release(KeyCode.K);
    DeskStage.await(() -> texts().getItems().stream().filter(r -> r.decision().isPresent()).count() == 3);
    window.picture("values");

    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    DeskStage.await(() -> texts().getItems().stream().allMatch(r -> r.decision().isEmpty()));

    window.show("audit");
    DeskStage.await(() -> window.scene.lookup("#audit") instanceof TableView<?> t && t.getItems().size() > 3);
    FxExtension.onFx(() -> {
      window.page("audit").actions().getFirst().run().run();
      return null;
    });
    DeskStage.await(() -> ((javafx.scene.control.Label) window.scene.lookup("#audit-said")).getText().startsWith("Whole"));
    window.picture("audit");
  }

  @SuppressWarnings("unchecked")
  private TableView<umbra.catalog.decision.TextRow> texts() {
    return (TableView<umbra.catalog.decision.TextRow>) window.scene.lookup("#values");
  }

  @Test
  void theStartScreenSaysWhatToDo(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    window.picture("start");
    assertTrue(robot.lookup("#start-practice").tryQuery().isPresent());
  }

  @Test
  void theFormOfANewWorkspaceIsLeftByEscapeAndNothingIsMade(FxRobot robot) {
    FxExtension.onFx(() -> {
      window.desk.take(List.of(folder.resolve("incoming")));
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("#start-make").tryQuery().isPresent());

    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();

    assertFalse(robot.lookup("#start-make").tryQuery().isPresent());
    assertTrue(window.desk.session().isEmpty());
    assertFalse(java.nio.file.Files.exists(folder.resolve("data/workspaces")));
  }

  @Test
  void thePracticeCollectionOpensFiltersAndShowsImages(FxRobot robot) throws Exception {
    window.openPractice();
    robot.clickOn("#collection");
    FxExtension.onFx(() -> {
      window.desk.session().orElseThrow().collection().openAll(true);
      return null;
    });
    DeskStage.await(() -> window.lines().getItems().size() > 10);
    FxExtension.onFx(() -> {
      window.lines().getSelectionModel().clearAndSelect(2);
      window.lines().getFocusModel().focus(2);
      return null;
    });
    DeskStage.await(() -> window.desk.session().orElseThrow().collection().current().get().isPresent());
    DeskStage.await(this::imageIsShown);
    int all = window.lines().getItems().size();

    preview();
    window.picture("browse"); // by now with thumbnails
    robot.clickOn("#collection-filter").write("modality:mr");
    DeskStage.await(() -> window.lines().getItems().size() < all);
    window.picture("browse-filtered");

    assertEquals("modality:mr", ((TextField) window.scene.lookup("#collection-filter")).getText());
    assertTrue(window.settings.window().get().recent().size() == 1);
  }

  @Test
  void theKeysOpenAndCloseLines(FxRobot robot) throws Exception {
    window.openPractice();
    FxExtension.onFx(() -> {
      window.lines().requestFocus();
      window.lines().getSelectionModel().clearAndSelect(0);
      return null;
    });
    int before = FxExtension.onFx(() -> window.lines().getItems().size());

    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    DeskStage.await(() -> window.lines().getItems().size() > before);
    assertEquals(0, FxExtension.onFx(() -> window.lines().getSelectionModel().getSelectedIndex()));

    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    DeskStage.await(() -> window.lines().getItems().size() == before);
  }

  @Test
  void aDroppedFolderIsImportedIntoANewWorkspace(FxRobot robot) throws Exception {
    var source = folder.resolve("incoming");
    PracticeCollection.write(source, 7);
    FxExtension.onFx(() -> {
      window.desk.take(List.of(source));
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
    window.picture("start-import");
    robot.clickOn("#start-make");

    DeskStage.await(() -> window.desk.session().isPresent() && !window.desk.jobs().isBusy() && window.desk.session().get().collection().totals().get().instances() > 100);
    FxExtension.onFx(() -> {
      window.desk.shell().show(window.page("quarantine"));
      return null;
    });
    DeskStage.await(() -> window.scene.lookup("#quarantine") instanceof TableView<?> t && t.getItems().size() == 1);
    window.picture("quarantine");
    assertEquals(1, window.desk.session().get().collection().totals().get().quarantined());
  }

  @Test
  void paletteKeysAndPreferencesComeByKeysAndGoByEscape(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("#palette").tryQuery().isPresent());
    robot.write("thm");
    window.picture("palette");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertFalse(robot.lookup("#palette").tryQuery().isPresent());

    robot.press(KeyCode.F1).release(KeyCode.F1);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("#key-sheet").tryQuery().isPresent());
    window.picture("keys");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

    robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#preferences-person").write("Ada");
    window.picture("preferences");
    assertEquals("Ada", window.settings.preferences().get().person());
  }

  @Test
  void theThemeIsSwitchedAndKept(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L).release(KeyCode.L, KeyCode.SHIFT, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();

    assertEquals(Theme.LIGHT, new UserSettings(folder.resolve("config")).preferences().get().theme());
  }

  @Test
  void aFolderThatIsNoWorkspaceIsExplainedInTheBar(FxRobot robot) throws Exception {
    java.nio.file.Files.createDirectories(folder.resolve("other"));
    java.nio.file.Files.writeString(folder.resolve("other/a.txt"), "x");
    FxExtension.onFx(() -> {
      window.desk.open(folder.resolve("other"), Optional.empty(), List.of());
      return null;
    });
    DeskStage.await(() -> window.scene.lookup("#error-message").isVisible() && window.scene.lookup("#error-message").getParent().isVisible());
    window.picture("error");
    robot.clickOn("#error-dismiss");
    assertFalse(FxExtension.onFx(() -> window.scene.lookup("#error-message").getParent().isVisible()));
  }
}
