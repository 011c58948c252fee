package umbra.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.fx.FxExtension;
import umbra.app.fx.Look;
import umbra.app.fx.Screens;
import umbra.app.fx.Theme;
import umbra.catalog.InstanceRow;
import umbra.dicom.TransferSyntax;
import umbra.dicom.DataElement;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;
import umbra.job.DirectJobRunner;
import umbra.workspace.header.Samples;
import umbra.workspace.source.SourceFiles;

@ExtendWith(FxExtension.class)
class InspectorPaneTest {
  @TempDir
  Path folder;

  private InstanceRow instance(int n) throws java.io.IOException {
    var file = folder.resolve(n + ".dcm");
    var code = umbra.dicom.DataSet.of(Samples.text(0x0008, 0x0100, VR.SH, "T-D1100"), Samples.text(0x0008, 0x0102, VR.SH, "SRT"), Samples.text(0x0008, 0x0104, VR.LO, "Head"));
    var full = Samples.patient().with(Samples.text(0x0008, 0x0016, VR.UI, "1.2.840.10008.5.1.4.1.1.2")).with(Samples.text(0x0008, 0x0018, VR.UI, "1.2." + n))
        .with(Samples.text(0x0008, 0x0060, VR.CS, "CT")).with(Samples.text(0x0008, 0x0030, VR.TM, "0709" + (10 + n)))
        .with(DataElement.ofItems(Tag.of(0x0008, 0x2218), List.of(code))).with(Samples.text(0x0010, 0x1010, VR.AS, "045Y"))
        .with(DataElement.ofBytes(Tag.of(0x0029, 0x1010), VR.OB, "SV10....Weber Anna".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    new DicomWriter().write(DicomWriter.newFile(full, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    return new InstanceRow(n, 1, "1.2." + n, "", "", n, 1, 0, 0, false, 1, "", file.toString(), "");
  }

  @Test
  void theHeaderIsShownSearchedAndCompared() throws Exception {
    var files = new SourceFiles();
    var rows = List.of(instance(1), instance(2), instance(3));
    var model = new InspectorViewModel(files, new DirectJobRunner());
    var series = new SeriesViewModel(files, new DirectJobRunner(), _ -> rows);
    var pane = new InspectorPane(model, series);
    var stage = new Stage();
    stage.setScene(new Scene((TabPane) pane.node(), 620, 760));
    Look.apply(Theme.DARK, stage.getScene());
    stage.show();
    model.column().set(Optional.of(new ChipColumn("Action", path -> Optional.of(path.tag().isPrivate()
        ? new ChipColumn.Chip("remove", ChipColumn.Tone.BAD, "Private elements are removed")
        : new ChipColumn.Chip("keep", ChipColumn.Tone.PLAIN, "Kept as it is")))));
    pane.follow(Optional.of(rows.getFirst()));
    model.reveal(model.lines().getLast().node().key());
    Screens.snapshot(stage.getScene(), "inspector-header");

    model.query().set("weber");
    model.nextHit(true);
    Screens.snapshot(stage.getScene(), "inspector-search");
    var table = (TableView<?>) ((TabPane) pane.node()).getTabs().getFirst().getContent().lookup(".header-table");
    assertEquals(6, table.getItems().size());
    model.query().set("");

    series.hold();
    ((TabPane) pane.node()).getSelectionModel().select(2);
    pane.follow(Optional.of(rows.get(1)));
    assertTrue(series.lines().size() >= 2);
    Screens.snapshot(stage.getScene(), "inspector-compare");
    ((TabPane) pane.node()).getSelectionModel().select(1);
    series.count();
    Screens.snapshot(stage.getScene(), "inspector-varies");
    pane.follow(Optional.empty());
    stage.close();
  }

  @Test
  void anUnreadableFileSaysWhy() throws Exception {
    var files = new SourceFiles();
    var model = new InspectorViewModel(files, new DirectJobRunner());
    var pane = new InspectorPane(model, new SeriesViewModel(files, new DirectJobRunner(), _ -> List.of()));
    var stage = new Stage();
    stage.setScene(new Scene((TabPane) pane.node(), 620, 500));
    Look.apply(Theme.DARK, stage.getScene());
    stage.show();
    var file = Files.writeString(folder.resolve("broken"), IntStream.range(0, 40).mapToObj(i -> "no DICOM " + i).reduce("", String::concat));

    pane.showFile(umbra.workspace.source.SourcePlace.of(file));

    Screens.snapshot(stage.getScene(), "inspector-broken");
    assertTrue(((javafx.scene.control.TextArea) pane.node().lookup(".text-area")).getText().startsWith("not a DICOM file"));
    stage.close();
  }
}
