package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import umbra.app.fx.Choosers;
import umbra.app.fx.FxExtension;
import umbra.app.fx.FxJobRunner;
import umbra.app.fx.Look;
import umbra.app.fx.Screens;
import umbra.app.fx.Theme;
import umbra.app.preference.UserFolders;
import umbra.app.preference.UserSettings;
import umbra.job.ComputePool;
import umbra.job.PooledJobRunner;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.plain.PlainDecoder;
import umbra.practice.PracticeCollection;
import umbra.workspace.source.SourceFiles;

/// The main paths through the window, with a picture of each screen for a person to look at.
@ExtendWith(FxExtension.class)
class DeskViewTest {
  private static final Choosers NO_ONE = new Choosers() {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public List<Path> files(String title) {
      return List.of();
    }

    @Override
    public boolean confirm(String title, String question, String doIt) {
      return true;
    }
  };

  @TempDir
  private Path folder;

  private final PooledJobRunner pool = new PooledJobRunner();
  private final ComputePool compute = new ComputePool(2);
  private UserSettings settings;
  private Desk desk;
  private Stage stage;
  private Scene scene;

  @BeforeEach
  void open() {
    settings = new UserSettings(folder.resolve("config"));
    var codecs = new Codecs(List.of(new PlainDecoder()), List.of());
    var parts = new Parts(new SourceFiles(), compute, codecs, (_, _, place) -> {
      throw new umbra.dicom.UnsupportedDicomException("no video in this test", place);
    }, new UserFolders(folder.resolve("config"), folder.resolve("data")), new umbra.deid.profile.ProfileStore(List.of(Path.of("profiles"))), (_, _) -> new umbra.workspace.scan.ScanReport(0, 0, 0), umbra.workspace.release.TestReleases.parts(compute), 1L << 30);
    desk = new Desk(parts, settings, new FxJobRunner(pool), NO_ONE, () -> {});
    scene = new Scene(desk.shell().node(), 1366, 768);
    desk.shell().listenOn(scene);
    Look.apply(Theme.DARK, scene);
    stage = new Stage();
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    desk.begin(new Start.Empty());
    stage.show();
  }

  @AfterEach
  void close() throws InterruptedException {
    desk.jobs().cancelAll();
    desk.endScreens();
    stage.hide();
    pool.close();
    desk.end();
    compute.close();
  }

  private static void await(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> FxExtension.onFx(condition::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private ListView<umbra.app.collection.Line> lines() {
    return (ListView<umbra.app.collection.Line>) scene.lookup("#collection");
  }

  private void picture(String name) {
    FxExtension.onFx(() -> {
      Screens.snapshot(scene, name);
      return null;
    });
  }

  private void openPractice(FxRobot robot) throws Exception {
    robot.clickOn("#start-practice");
    await(() -> desk.session().isPresent() && !desk.jobs().isBusy() && lines() != null && lines().getItems().size() >= 3);
  }

  /// What a profile does to the image in front, in the inspector.
  private void preview() throws Exception {
    FxExtension.onFx(() -> {
      var tabs = (javafx.scene.control.TabPane) scene.lookup(".inspector");
      tabs.getSelectionModel().selectLast();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      ((javafx.scene.control.ComboBox<?>) scene.lookup("#preview-profile")).getSelectionModel().selectFirst();
      return null;
    });
    await(() -> scene.lookup("#preview") instanceof TableView<?> t && t.getItems().size() > 5);
    picture("before-after");
    FxExtension.onFx(() -> {
      ((javafx.scene.control.TabPane) scene.lookup(".inspector")).getSelectionModel().selectFirst();
      return null;
    });
  }

  private umbra.app.page.Page page(String id) {
    return desk.session().orElseThrow().pages().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private void show(String id) {
    FxExtension.onFx(() -> {
      desk.shell().show(page(id));
      return null;
    });
  }

  /// The header follows the image in front, so lines in it mean that both are there.
  private boolean imageIsShown() {
    return scene.getRoot().lookupAll(".header-table").stream().anyMatch(n -> n instanceof TableView<?> t && t.getItems().size() > 5);
  }

  @Test
  void eachTextIsDecidedOnceByAKeyAndTakenBackByUndo(FxRobot robot) throws Exception {
    openPractice(robot);
    show("values");
    FxExtension.onFx(() -> {
      page("values").actions().stream().filter(a -> a.id().equals("values.scan")).findFirst().orElseThrow().run().run();
      return null;
    });
    await(() -> texts().getItems().size() > 10 && !desk.jobs().isBusy());
    FxExtension.onFx(() -> {
      texts().requestFocus();
      texts().getSelectionModel().selectRange(0, 3);
      return null;
    });

    robot.press(KeyCode.K).release(KeyCode.K);
    await(() -> texts().getItems().stream().filter(r -> r.decision().isPresent()).count() == 3);
    picture("values");

    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    await(() -> texts().getItems().stream().allMatch(r -> r.decision().isEmpty()));

    show("audit");
    await(() -> scene.lookup("#audit") instanceof TableView<?> t && t.getItems().size() > 3);
    FxExtension.onFx(() -> {
      page("audit").actions().getFirst().run().run();
      return null;
    });
    await(() -> ((javafx.scene.control.Label) scene.lookup("#audit-said")).getText().startsWith("Whole"));
    picture("audit");
  }

  @SuppressWarnings("unchecked")
  private TableView<umbra.catalog.decision.TextRow> texts() {
    return (TableView<umbra.catalog.decision.TextRow>) scene.lookup("#values");
  }

  @Test
  void theStartScreenSaysWhatToDo(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    picture("start");
    assertTrue(robot.lookup("#start-practice").tryQuery().isPresent());
  }

  @Test
  void thePracticeCollectionOpensFiltersAndShowsImages(FxRobot robot) throws Exception {
    openPractice(robot);
    robot.clickOn("#collection");
    FxExtension.onFx(() -> {
      desk.session().orElseThrow().collection().openAll(true);
      return null;
    });
    await(() -> lines().getItems().size() > 10);
    FxExtension.onFx(() -> {
      lines().getSelectionModel().clearAndSelect(2);
      lines().getFocusModel().focus(2);
      return null;
    });
    await(() -> desk.session().orElseThrow().collection().current().get().isPresent());
    await(this::imageIsShown);
    picture("browse");
    int all = lines().getItems().size();

    preview();
    robot.clickOn("#collection-filter").write("modality:mr");
    await(() -> lines().getItems().size() < all);
    picture("browse-filtered");

    assertEquals("modality:mr", ((TextField) scene.lookup("#collection-filter")).getText());
    assertTrue(settings.window().get().recent().size() == 1);
  }

  @Test
  void theKeysOpenAndCloseLines(FxRobot robot) throws Exception {
    openPractice(robot);
    FxExtension.onFx(() -> {
      lines().requestFocus();
      lines().getSelectionModel().clearAndSelect(0);
      return null;
    });
    int before = FxExtension.onFx(() -> lines().getItems().size());

    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    await(() -> lines().getItems().size() > before);
    assertEquals(0, FxExtension.onFx(() -> lines().getSelectionModel().getSelectedIndex()));

    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    await(() -> lines().getItems().size() == before);
  }

  @Test
  void aDroppedFolderIsImportedIntoANewWorkspace(FxRobot robot) throws Exception {
    var source = folder.resolve("incoming");
    PracticeCollection.write(source, 7);
    FxExtension.onFx(() -> {
      desk.take(List.of(source));
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
    picture("start-import");
    robot.clickOn("#start-make");

    await(() -> desk.session().isPresent() && !desk.jobs().isBusy() && desk.session().get().collection().totals().get().instances() > 100);
    FxExtension.onFx(() -> {
      desk.shell().show(page("quarantine"));
      return null;
    });
    await(() -> scene.lookup("#quarantine") instanceof TableView<?> t && t.getItems().size() == 1);
    picture("quarantine");
    assertEquals(1, desk.session().get().collection().totals().get().quarantined());
  }

  @Test
  void paletteKeysAndPreferencesComeByKeysAndGoByEscape(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("#palette").tryQuery().isPresent());
    robot.write("thm");
    picture("palette");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    assertFalse(robot.lookup("#palette").tryQuery().isPresent());

    robot.press(KeyCode.F1).release(KeyCode.F1);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("#key-sheet").tryQuery().isPresent());
    picture("keys");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

    robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#preferences-person").write("Ada");
    picture("preferences");
    assertEquals("Ada", settings.preferences().get().person());
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
      desk.open(folder.resolve("other"), Optional.empty(), List.of());
      return null;
    });
    await(() -> scene.lookup("#error-message").isVisible() && scene.lookup("#error-message").getParent().isVisible());
    picture("error");
    robot.clickOn("#error-dismiss");
    assertFalse(FxExtension.onFx(() -> scene.lookup("#error-message").getParent().isVisible()));
  }
}
