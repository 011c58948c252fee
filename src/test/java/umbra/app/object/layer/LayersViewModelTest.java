package umbra.app.object.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.object.Shown;
import umbra.app.object.layer.LayersViewModel.Ground;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.job.ComputePool;
import umbra.job.DirectJobRunner;
import umbra.job.JobContext;
import umbra.object.drawing.DrawnFrame;
import umbra.pixel.codec.TestCodecs;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Intake;
import umbra.workspace.related.DrawnKind;
import umbra.workspace.source.SourceFiles;

/// Objects of the practice collection over its CT, without a window.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayersViewModelTest {
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };

  private Path in;
  private Workspace workspace;
  private LayersViewModel model;

  @BeforeAll
  void importSome(@TempDir Path folder) throws IOException {
    PracticeCollection.write(folder.resolve("p"), 7);
    in = folder.resolve("in");
    for (var part : List.of("ct", "rt", "seg", "pr")) {
      Files.createDirectories(in.resolve(part));
      try (var files = Files.list(folder.resolve("p/files").resolve(part))) {
        for (var file : files.filter(f -> !f.endsWith("enhanced.dcm")).toList()) Files.copy(file, in.resolve(part).resolve(file.getFileName()));
      }
    }
    workspace = Workspace.open(folder.resolve("w"), Optional.empty());
    try (var pool = new ComputePool(2)) {
      new Intake(workspace, new SourceFiles(), pool).run(List.of(in), QUIET);
    }
  }

  @AfterAll
  void close() throws IOException {
    model.clear();
    workspace.close();
  }

  @BeforeEach
  void begin() {
    var files = new SourceFiles();
    model = new LayersViewModel(workspace.catalog(), files, new DirectJobRunner(), new ObjectOpener(files, TestCodecs.all(), TestCodecs.noVideo()));
  }

  private InstanceRow instance(String file) throws IOException {
    try (var read = new DicomReader(ReadOptions.LENIENT).read(in.resolve(file))) {
      return workspace.catalog().collection().variants(read.dataSet().text(Tags.SOP_INSTANCE_UID).orElseThrow()).getFirst();
    }
  }

  private SeriesRow ct() throws IOException {
    return workspace.catalog().collection().findSeries(instance("ct/slice050.dcm").seriesId()).orElseThrow();
  }

  private List<DrawnKind> kinds() {
    return model.layers().stream().map(ObjectLayer::kind).sorted().toList();
  }

  private ObjectLayer layer(DrawnKind kind) {
    return model.layers().stream().filter(l -> l.kind() == kind).findFirst().orElseThrow();
  }

  private DrawnFrame middle() throws IOException {
    var row = instance("ct/slice050.dcm");
    return model.frame(row, 0, row.columns(), row.rows());
  }

  @Test
  void anObjectIsOpenedOnTheImagesItNamesWithTheOthersBesideIt() throws IOException {
    model.open(instance("rt/structures.dcm"));

    var ground = assertInstanceOf(Ground.Images.class, ((Shown.Ready<Ground>) model.ground().get()).content());
    assertEquals(ct().id(), ground.series().id());
    assertEquals(List.of(DrawnKind.STRUCTURES, DrawnKind.DOSE, DrawnKind.SEGMENTATION), kinds());
    assertEquals(Optional.of(layer(DrawnKind.STRUCTURES)), model.chosen().get());
    assertTrue(layer(DrawnKind.STRUCTURES).on().get());
    assertFalse(layer(DrawnKind.DOSE).on().get(), "others wait to be switched on");
    assertTrue(layer(DrawnKind.DOSE).opened().isEmpty(), "and are not read before");
  }

  @Test
  void contoursLieOnTheSliceAndPartsAreSwitchedOff() throws IOException {
    model.open(instance("rt/structures.dcm"));
    var layer = layer(DrawnKind.STRUCTURES);

    var all = layer.drawing(middle()).orElseThrow();
    assertFalse(all.lines().isEmpty());
    var line = all.lines().getFirst();
    double x = 0;
    double y = 0;
    for (int i = 0; i < line.size(); i++) {
      x += line.points()[2 * i] / line.size();
      y += line.points()[2 * i + 1] / line.size();
    }
    var name = layer.parts().stream().filter(p -> p.number() == line.part()).findFirst().orElseThrow().name();
    assertTrue(layer.at(middle(), x, y, OptionalDouble.empty()).contains(name), "the middle of a contour lies in it");

    layer.show(line.part(), false);
    assertTrue(layer.drawing(middle()).orElseThrow().lines().stream().noneMatch(l -> l.part() == line.part()));
    layer.showAll(true);
    assertEquals(all.lines().size(), layer.drawing(middle()).orElseThrow().lines().size());
  }

  @Test
  void whoLooksAtImagesFindsWhatIsDrawnOverThemAndWhatHeCameFromIsOn() throws IOException {
    var dose = instance("rt/dose.dcm");

    model.over(ct(), workspace.catalog().collection().instances(ct().id()), List.of(dose.sopInstanceUid()));

    assertEquals(List.of(DrawnKind.STRUCTURES, DrawnKind.DOSE, DrawnKind.SEGMENTATION), kinds());
    assertTrue(layer(DrawnKind.DOSE).on().get());
    assertEquals(Optional.of(layer(DrawnKind.DOSE)), model.chosen().get());
    assertTrue(layer(DrawnKind.DOSE).drawing(middle()).orElseThrow().wash().isPresent());
    assertInstanceOf(Shown.Nothing.class, model.ground().get());
  }

  @Test
  void anObjectWithoutItsImagesIsDrawnOnPlanesOfItsOwn() throws IOException {
    model.open(instance("pr/notes.dcm"));

    var ground = assertInstanceOf(Ground.Planes.class, ((Shown.Ready<Ground>) model.ground().get()).content());
    assertEquals(DrawnKind.PRESENTATION, ground.layer().kind());
  }

  @Test
  void anObjectThatIsGoneSaysSoAndTheOthersStayUsable() throws IOException {
    var structures = in.resolve("rt/structures.dcm");
    model.over(ct(), workspace.catalog().collection().instances(ct().id()), List.of());
    Files.move(structures, in.resolve("away"));
    try {
      layer(DrawnKind.STRUCTURES).on().set(true);
      layer(DrawnKind.SEGMENTATION).on().set(true);

      assertInstanceOf(Shown.Failed.class, layer(DrawnKind.STRUCTURES).content().get());
      assertTrue(layer(DrawnKind.SEGMENTATION).opened().isPresent());
    } finally {
      Files.move(in.resolve("away"), structures);
    }
  }

  @Test
  void clearingLetsGoOfAll() throws IOException {
    model.open(instance("seg/organs.dcm"));
    var layer = layer(DrawnKind.SEGMENTATION);
    assertTrue(layer.opened().isPresent());

    model.clear();

    assertTrue(model.layers().isEmpty());
    assertEquals(Optional.empty(), model.chosen().get());
    assertTrue(layer.opened().isEmpty());
  }
}
