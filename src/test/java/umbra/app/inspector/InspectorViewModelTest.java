package umbra.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.InstanceRow;
import umbra.dicom.DataSet;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;
import umbra.job.DirectJobRunner;
import umbra.workspace.header.HeaderFilter;
import umbra.workspace.header.Samples;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

class InspectorViewModelTest {
  @TempDir
  Path folder;

  private final InspectorViewModel model = new InspectorViewModel(new SourceFiles(), new DirectJobRunner());

  private InstanceRow instance(int n, DataSet dataSet) throws IOException {
    var file = folder.resolve(n + ".dcm");
    var full = dataSet.with(Samples.text(0x0008, 0x0016, VR.UI, "1.2.840.10008.5.1.4.1.1.7")).with(Samples.text(0x0008, 0x0018, VR.UI, "1.2." + n));
    new DicomWriter().write(DicomWriter.newFile(full, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    return new InstanceRow(n, 1, "1.2." + n, "", "", n, 1, 0, 0, false, 1, "", file.toString(), "");
  }

  private List<String> keys() {
    return model.lines().stream().map(l -> l.node().key().toString()).toList();
  }

  @Test
  void searchOpenLinesAndSelectionStayFromImageToImage() throws IOException {
    model.show(Optional.of(instance(1, Samples.patient())));
    model.query().set("hospital");
    model.nextHit(true);
    assertEquals("1 of 1", model.hitText().get());

    model.show(Optional.of(instance(2, Samples.patient())));

    assertEquals(List.of("(0010,1002)", "(0010,1002)[1]", "(0010,1002)[1].(0010,0021)"), keys());
    assertEquals("1 of 1", model.hitText().get());
    model.query().set("");
    assertTrue(keys().contains("(0010,1002)[1].(0010,0021)"), "what was revealed stays open");
  }

  @Test
  void filtersAreToggledAndTheProfileMaySupplyOne() throws IOException {
    model.show(Optional.of(instance(1, Samples.patient())));
    model.toggleFilter(HeaderFilter.NAMES);
    assertEquals(List.of("(0010,0010)"), keys());
    model.toggleFilter(HeaderFilter.NAMES);

    var changes = HeaderFilter.ofPaths("Changes", "", p -> p.tag().equals(Samples.STUDY_DATE));
    model.profileFilter().set(Optional.of(changes));
    model.toggleFilter(changes);

    assertEquals(List.of("(0008,0020)"), keys());
  }

  @Test
  void hitsGoRound() throws IOException {
    model.show(Optional.of(instance(1, Samples.patient())));
    model.query().set("weber");

    model.nextHit(false);
    assertEquals("(0010,1002)[1].(0010,0021)", model.selected().get().orElseThrow().toString());
    model.nextHit(true);
    assertEquals("(0009,1002)", model.selected().get().orElseThrow().toString());
  }

  @Test
  void aLineOpensAndCloses() throws IOException {
    model.show(Optional.of(instance(1, Samples.patient())));
    var sequence = model.lines().getLast();

    model.toggle(sequence);
    assertEquals("(0010,1002)[1]", keys().getLast());
    model.toggle(model.lines().stream().filter(l -> l.node().key().equals(sequence.node().key())).findFirst().orElseThrow());
    assertEquals("(0010,1002)", keys().getLast());
  }

  @Test
  void aBrokenFileSaysWhyAndWhere() throws IOException {
    var file = Files.writeString(folder.resolve("broken"), "this is no DICOM file at all");

    model.showFile(SourcePlace.of(file));

    var broken = model.broken().get().orElseThrow();
    assertEquals("not a DICOM file", broken.reason());
    assertEquals("this is no DICOM", broken.bytes().getFirst().text());
    assertEquals(List.of(), keys());
  }

  @Test
  void twoInstancesAreComparedAndASeriesCounted() throws IOException {
    var first = instance(1, Samples.patient());
    var second = instance(2, Samples.patient().with(Samples.text(0x0008, 0x0020, VR.DA, "20260104")));
    var series = new SeriesViewModel(new SourceFiles(), new DirectJobRunner(), _ -> List.of(first, second));
    series.comparisonShown(true);
    series.show(Optional.of(first));
    series.hold();
    series.show(Optional.of(second));

    assertTrue(series.lines().stream().anyMatch(l -> l.either().key().toString().equals("(0008,0020)")));
    series.count();
    assertTrue(series.rows().stream().anyMatch(r -> r.path().toString().equals("(0008,0020)") && r.values().size() == 2));
    assertTrue(series.variesText().get().endsWith("attributes vary over 2 instances"), series.variesText().get());
    series.show(Optional.empty());
  }
}
