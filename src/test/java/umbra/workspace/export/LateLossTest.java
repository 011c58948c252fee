package umbra.workspace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.ReviewKinds;
import umbra.deid.profile.ProfileStore;
import umbra.deid.value.ProjectKey;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.object.ObjectText;
import umbra.ocr.OcrResult;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.Sample;
import umbra.workspace.source.SourceFiles;

/// An instance that stays back after the plan was made, while others speak of it.
class LateLossTest {
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };

  @TempDir Path folder;
  private Path image;

  @BeforeEach
  void importAnImageAndOneThatSpeaksOfIt() throws Exception {
    image = folder.resolve("in/image.dcm");
    Sample.of("S", "1.1", "1.1.1", "1.1.1.1").write(image);
    var reference = DataSet.of(DataElement.ofAscii(Tag.of(0x0008, 0x1150), VR.UI, "1.2.840.10008.5.1.4.1.1.7"), DataElement.ofAscii(Tag.of(0x0008, 0x1155), VR.UI, "1.1.1.1"));
    Sample.of("S", "1.1", "1.1.2", "1.1.2.1").with(DataElement.ofItems(Tag.of(0x0008, 0x1140), List.of(reference))).write(folder.resolve("in/other.dcm"));
    try (var open = Workspace.open(folder.resolve("w"), Optional.empty()); var pool = new ComputePool(2)) {
      new Intake(open, new SourceFiles(), pool).run(List.of(folder.resolve("in")), QUIET);
      var curation = new Curation(open, ReviewKinds.ALL);
      for (var gate : Gate.Kind.values()) if (gate != Gate.Kind.REFERENCES) curation.pass(gate.word(), "a test");
    }
  }

  private Export.Report export(boolean isLostBetween) throws Exception {
    try (var open = Workspace.openExisting(folder.resolve("w"), Optional.empty()); var pool = new ComputePool(2)) {
      var curation = new Curation(open, ReviewKinds.ALL);
      var terms = new Terms("c", "1", new ProfileStore(List.of(Path.of("profiles"))).profile("midi-research"), ProjectKey.of("sixteen bytes or more".getBytes(StandardCharsets.US_ASCII)), false, "S-");
      var prepared = new Preparation(open, new SourceFiles(), pool, new ObjectText(List.of()), curation).run(terms, QUIET);
      if (isLostBetween) Files.move(image, folder.resolve("moved.dcm"));
      var sources = new InstanceExport.Sources(new SourceFiles(), TestRedacting.of(open, new OcrResult.Texts(List.of())), new Review(open, curation), curation.textDecisions());
      return new Export(open, pool, sources).run(terms, prepared, folder.resolve("out"), QUIET);
    }
  }

  private RefusedExportException refused(boolean isLostBetween) {
    return assertThrows(RefusedExportException.class, () -> export(isLostBetween));
  }

  @Test
  void theVersionIsNotFinishedUntilAPersonPassesTheGate() throws Exception {
    var first = refused(true);
    assertTrue(first.isBegun() && first.getMessage().contains("1 references lead to instances that stayed back"), first.getMessage());
    assertFalse(Files.exists(folder.resolve("out/manifest.csv")));

    assertEquals(List.of(Gate.Kind.REFERENCES), refused(false).open().stream().map(Gate::kind).toList(), "the next plan says so beforehand");

    try (var open = Workspace.openExisting(folder.resolve("w"), Optional.empty())) {
      new Curation(open, ReviewKinds.ALL).pass(Gate.Kind.REFERENCES.word(), "a test");
    }
    assertEquals(1, export(false).unchanged());
    var page = Files.readString(folder.resolve("out/method.html"));
    assertTrue(page.contains("<td class=\"n\">1</td><td class=\"n\">0</td><td class=\"n\">1</td>"), "before 1, after 0, broken 1");
    assertTrue(Files.readString(folder.resolve("out/collection.json")).contains("\"stays here\" : 1"), "the ledger knows who stayed back");
  }

  @Test
  void theSourceThatCameBackMakesTheVersionWhole() throws Exception {
    refused(true);
    Files.move(folder.resolve("moved.dcm"), image);

    var report = export(false);

    assertEquals(2, report.unchanged() + report.written(), "without a gate");
  }
}
