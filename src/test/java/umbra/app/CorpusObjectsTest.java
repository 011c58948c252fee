package umbra.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import umbra.app.fx.FxExtension;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;

/// Objects of each family of `../shared/corpus`, opened as a person opens them; pictures of all are in `target/screens`.
@ExtendWith(FxExtension.class)
class CorpusObjectsTest {
  private static final Path CORPUS = Path.of("../shared/corpus");

  @TempDir
  private Path folder;
  private DeskStage stage;

  @BeforeEach
  void open() {
    assumeTrue(Files.isDirectory(CORPUS), "../shared/corpus is not there");
    stage = new DeskStage(folder);
  }

  @AfterEach
  void close() throws InterruptedException {
    if (stage != null) stage.close();
  }

  private void take(String... names) throws Exception {
    stage.take(Stream.of(names).map(CORPUS::resolve).toArray(Path[]::new));
  }

  private InstanceRow first(SeriesRow series) {
    return stage.desk.session().orElseThrow().workspace().catalog().collection().instances(series.id()).getFirst();
  }

  /// Opens the series whose first file has this name, and waits until it is drawn.
  private void open(String name) throws Exception {
    stage.open(s -> first(s).path().endsWith(name));
    WaitForAsyncUtils.sleep(900, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private TableView<?> parts() throws Exception {
    return (TableView<?>) stage.find("#layer-parts");
  }

  @Test
  void aStructureSetIsDrawnOnItsCt(FxRobot robot) throws Exception {
    take("rt/rtkit_phantom");

    stage.open(s -> s.modality().equals("RTSTRUCT"));
    DeskStage.await(() -> stage.scene.lookup("#layer-parts") != null);
    WaitForAsyncUtils.sleep(1200, TimeUnit.MILLISECONDS);
    stage.picture("corpus-rtstruct");

    assertTrue(parts().getItems().size() > 1);
  }

  @Test
  void aStructureSetWithoutItsCtIsDrawnAlone(FxRobot robot) throws Exception {
    take("rt/rtkit_rtstruct.dcm", "rt/py_rtstruct.dcm");

    open("rtkit_rtstruct.dcm");
    stage.picture("corpus-rtstruct-alone");

    assertTrue(stage.find("#object-plot").isVisible());
  }

  @Test
  void aSlideIsShownWithWhatLiesBesideIt(FxRobot robot) throws Exception {
    take("wsi");

    open("wsi2dcm_jpeg.dicom");
    stage.picture("corpus-slide");
    open("boxes_0.dcm");
    stage.picture("corpus-slide-boxes");
    open("highdicom_sm_image.dcm");
    stage.picture("corpus-slide-sparse");

    assertTrue(stage.find("#slide").isVisible());
  }

  @Test
  void segmentationsOfASlideLieOverItsTiles(FxRobot robot) throws Exception {
    take("wsi/highdicom_sm_image.dcm", "seg-pm/highdicom_seg_image_sm_dots_tiled_full.dcm", "seg-pm/highdicom_seg_image_sm_control_labelmap_palette_color.dcm");

    open("highdicom_sm_image.dcm");
    stage.picture("corpus-slide-segments");

    assertTrue(robot.lookup("#slide-segments .check-box").queryAll().size() > 1);
    robot.interact(() -> first(robot).fire());
    robot.interact(() -> frames(robot).fire());
    robot.interact(() -> frames(robot).fire());
    assertFalse(first(robot).isSelected(), "what was hidden stays hidden");
  }

  private static CheckBox first(FxRobot robot) {
    return robot.lookup("#slide-segments .check-box").<CheckBox>queryAll().iterator().next();
  }

  private static ToggleButton frames(FxRobot robot) {
    return robot.lookup("As frames").queryAs(ToggleButton.class);
  }

  @Test
  void aDoseIsColourAndLinesOnItsCt(FxRobot robot) throws Exception {
    take("rt");

    stage.open(s -> s.modality().equals("RTDOSE") && s.instances() == 4);
    DeskStage.await(() -> stage.scene.lookup("#layer-parts") != null);
    WaitForAsyncUtils.sleep(1200, TimeUnit.MILLISECONDS);
    stage.picture("corpus-dose");
    tab("Histogram");
    stage.find("#dose-volumes");
    stage.picture("corpus-dose-histogram");
    open("explicit_rtdose_16bit_mono2_3d-volume.dcm");
    stage.picture("corpus-dose-alone");
    stage.open(s -> s.modality().equals("RTPLAN"));
    stage.picture("corpus-plan");
    stage.open(s -> s.modality().equals("RTIMAGE"));
    stage.picture("corpus-rtimage");
  }

  private void tab(String name) throws Exception {
    var tabs = (javafx.scene.control.TabPane) stage.scene.lookup("#layers .tab-pane");
    FxExtension.onFx(() -> {
      tabs.getTabs().stream().filter(t -> t.getText().startsWith(name)).findFirst().ifPresent(tabs.getSelectionModel()::select);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void segmentsAndMapsAreColours(FxRobot robot) throws Exception {
    take("seg-pm");

    for (var name : new String[] {"liver.dcm", "dcmqi_seg.dcm", "highdicom_seg_image_ct_true_fractional.dcm", "highdicom_seg_image_sm_dots_tiled_full.dcm", "parametric_map_float.dcm"}) {
      open(name);
      stage.picture("corpus-" + name.replace(".dcm", ""));
      assertTrue(stage.find("#object-plot").isVisible(), name);
    }
    open("dcmqi_rwvm.dcm");
    stage.picture("corpus-rwvm");
  }

  @Test
  void presentationStatesAreDrawnOnTheirImages(FxRobot robot) throws Exception {
    take("ko-pr");

    stage.open(s -> s.modality().equals("PR"));
    DeskStage.await(() -> stage.scene.lookup("#layers") != null);
    WaitForAsyncUtils.sleep(1500, TimeUnit.MILLISECONDS);
    stage.picture("corpus-presentation");
    stage.open(s -> s.modality().equals("KO"));
    stage.picture("corpus-key-objects");
    robot.clickOn(".hyperlink");
    WaitForAsyncUtils.sleep(1500, TimeUnit.MILLISECONDS);
    stage.picture("corpus-key-object-followed");
  }

  @Test
  void otherFamiliesHaveAViewToo(FxRobot robot) throws Exception {
    take("waveform", "sr", "encapsulated", "derived/encapsulated_stl_cube.dcm", "derived/audio_basic_voice.dcm");

    for (var name : new String[] {"dcmqi_tid1500_sr.dcm", "pixelmed_1074466202.fixed.dcm", "pixelmed_39da47b7.dcm", "test-cda.dcm", "encapsulated_stl_cube.dcm", "audio_basic_voice.dcm"}) {
      open(name);
      stage.picture("corpus-" + name.replace(".dcm", ""));
    }
  }
}
