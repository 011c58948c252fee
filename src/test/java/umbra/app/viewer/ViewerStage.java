package umbra.app.viewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import umbra.app.fx.FxExtension;
import umbra.app.fx.FxJobRunner;
import umbra.app.fx.Look;
import umbra.app.fx.Theme;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.job.PooledJobRunner;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.stack.FrameSource;

/// A window with nothing but the viewer.
public final class ViewerStage {
  private static final SeriesRow SERIES = new SeriesRow(1, 1, "2.25.1", OptionalInt.of(1), "CT", "", 1, 1, 0, 0, 0);

  public final ImageViewer viewer;
  public final Stage stage = new Stage();

  /// On the JavaFX thread.
  public ViewerStage(int width, int height, FrameReader.Streams streams) {
    var runner = new FxJobRunner(new PooledJobRunner());
    viewer = new ImageViewer(runner, runner, new FrameSource(new SourceFiles(), TestCodecs.all(), streams));
    var root = new BorderPane(viewer.node());
    var scene = new Scene(root, width, height);
    Look.apply(Theme.DARK, scene);
    for (var action : viewer.actions()) {
      for (var keys : action.keys()) {
        scene.getAccelerators().put(KeyCombination.valueOf(keys), () -> {
          if (action.enabled().get()) action.run().run();
        });
      }
    }
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    ((Region) viewer.node()).requestFocus();
  }

  /// The instances of some files, as the catalogue would have them.
  public static List<InstanceRow> instances(List<Path> files) throws IOException {
    var rows = new ArrayList<InstanceRow>();
    for (var file : files) {
      try (var read = new DicomReader(ReadOptions.LENIENT.stoppingBeforePixelData()).read(file)) {
        var d = read.dataSet();
        rows.add(new InstanceRow(rows.size() + 1, 1, d.text(Tags.SOP_INSTANCE_UID).orElse(""), d.text(Tags.SOP_CLASS_UID).orElse(""), read.transferSyntax().uid(),
            d.integer(Tag.of(0x0020, 0x0013)).orElse(0), d.integer(Tags.NUMBER_OF_FRAMES).orElse(1), d.integer(Tags.ROWS).orElse(0),
            d.integer(Tags.COLUMNS).orElse(0), true, 1, "", file.toString(), ""));
      }
    }
    return rows;
  }

  public static List<Path> in(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /// Shows files as one series. From any thread.
  public void show(List<Path> files) {
    FxExtension.onFx(() -> {
      viewer.show(SERIES, instances(files));
      return null;
    });
  }

  /// Waits, beside the JavaFX thread, until something holds on it.
  public static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!FxExtension.onFx(condition::getAsBoolean)) {
      if (System.nanoTime() > end) throw new AssertionError("waited in vain");
      Thread.sleep(10);
    }
  }

  /// Waits until the active tile shows what it wants and was painted.
  public void settled() throws InterruptedException {
    await(() -> !viewer.model().active().get().loading().get()
        && !(viewer.model().active().get().content().get() instanceof umbra.app.viewer.tile.TileContent.Waiting));
    Thread.sleep(120);
  }

  public void close() {
    viewer.clear();
    stage.close();
  }
}
