package umbra.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import umbra.app.collection.Line;
import umbra.app.fx.Choosers;
import umbra.app.fx.FxExtension;
import umbra.app.fx.FxJobRunner;
import umbra.app.fx.Look;
import umbra.app.fx.Screens;
import umbra.app.fx.Theme;
import umbra.app.page.Page;
import umbra.app.preference.UserFolders;
import umbra.app.preference.UserSettings;
import umbra.catalog.SeriesRow;
import umbra.job.ComputePool;
import umbra.job.PooledJobRunner;
import umbra.pixel.codec.TestCodecs;
import umbra.workspace.source.SourceFiles;

/// A whole window of 1366 x 740 in a folder of its own. Made and closed on the JavaFX thread, used beside it.
final class DeskStage {
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

  private final PooledJobRunner pool = new PooledJobRunner();
  private final ComputePool compute = new ComputePool(2);
  private final Stage stage = new Stage();
  final UserSettings settings;
  final Desk desk;
  final Scene scene;

  DeskStage(Path folder) {
    this(folder, TestCodecs.all(), (_, _) -> new umbra.workspace.scan.ScanReport(0, 0, 0));
  }

  DeskStage(Path folder, umbra.pixel.codec.Codecs codecs, umbra.app.review.Scanner scanner) {
    var parts = new Parts(new SourceFiles(), compute, codecs, (_, _, place) -> {
      throw new umbra.dicom.UnsupportedDicomException("no video in this test", place);
    }, new UserFolders(folder.resolve("config"), folder.resolve("data")), new umbra.deid.profile.ProfileStore(List.of(Path.of("profiles"))), scanner, umbra.workspace.release.TestReleases.parts(compute), 1L << 30);
    settings = new UserSettings(folder.resolve("config"));
    desk = new Desk(parts, settings, new FxJobRunner(pool), NO_ONE, () -> {});
    scene = new Scene(desk.shell().node(), 1366, 740);
    desk.shell().listenOn(scene);
    Look.apply(Theme.DARK, scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    desk.begin(new Start.Empty());
    stage.show();
  }

  void close() throws InterruptedException {
    desk.jobs().cancelAll();
    desk.endScreens();
    stage.hide();
    pool.close();
    desk.end();
    compute.close();
  }

  static void await(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> FxExtension.onFx(condition::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Imports files into a new workspace.
  void take(Path... paths) throws Exception {
    FxExtension.onFx(() -> {
      desk.take(List.of(paths));
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
    FxExtension.onFx(() -> {
      ((javafx.scene.control.Button) scene.lookup("#start-make")).fire();
      return null;
    });
    await(() -> desk.session().isPresent() && !desk.jobs().isBusy() && desk.session().get().collection().totals().get().instances() > 0);
  }

  List<SeriesRow> series() {
    return desk.session().orElseThrow().workspace().catalog().collection().allSeries(0, 1000);
  }

  /// Imports the practice collection as a new user does.
  void openPractice() throws Exception {
    FxExtension.onFx(() -> {
      ((javafx.scene.control.Button) scene.lookup("#start-practice")).fire();
      return null;
    });
    await(() -> desk.session().isPresent() && !desk.jobs().isBusy() && lines() != null && lines().getItems().size() >= 3);
  }

  @SuppressWarnings("unchecked")
  ListView<Line> lines() {
    return (ListView<Line>) scene.lookup("#collection");
  }

  Page page(String id) {
    return desk.session().orElseThrow().pages().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  void show(String id) {
    FxExtension.onFx(() -> {
      desk.shell().show(page(id));
      return null;
    });
  }

  /// Brings the first series that fits to the front, as a link does.
  void open(Predicate<SeriesRow> wanted) throws Exception {
    var row = series().stream().filter(wanted).findFirst().orElseThrow();
    var session = desk.session().orElseThrow();
    var study = session.workspace().catalog().collection().findStudy(row.studyId()).orElseThrow();
    FxExtension.onFx(() -> {
      session.collection().reveal(row, study);
      return null;
    });
    await(() -> session.collection().current().get().filter(s -> s.id() == row.id()).isPresent());
    WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits for a node that is on the screen.
  Node find(String selector) throws Exception {
    await(() -> scene.lookup(selector) != null);
    return scene.lookup(selector);
  }

  void picture(String name) {
    FxExtension.onFx(() -> {
      Screens.snapshot(scene, name);
      return null;
    });
  }
}
