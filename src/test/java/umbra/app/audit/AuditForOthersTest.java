package umbra.app.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.ReviewKinds;
import umbra.deid.value.TextDecision;
import umbra.job.ComputePool;
import umbra.job.DirectJobRunner;
import umbra.job.Job;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.curate.Subjects;
import umbra.workspace.curate.TextScan;
import umbra.workspace.curate.Verdict;
import umbra.workspace.intake.Intake;
import umbra.workspace.source.SourceFiles;

/// The trail that leaves the house holds nothing that was planted in the practice collection, after every kind of decision.
class AuditForOthersTest {
  private static final Set<String> PLANTED = Set.of("PatientName", "PatientID", "ReferringPhysicianName", "InstitutionName", "InstitutionAddress", "AccessionNumber", "StationName", "DeviceSerialNumber",
      "SOPInstanceUID", "SeriesInstanceUID", "StudyInstanceUID");

  @TempDir
  private Path folder;

  private static <T> void run(Job<T> job) throws Exception {
    new DirectJobRunner().start("work", job, _ -> {}).await();
  }

  @Test
  void noPlantedValueLeavesWithTheTrail() throws Exception {
    PracticeCollection.write(folder.resolve("source"), 1);
    var secrets = secrets();
    assertTrue(secrets.size() > 100, "the answer key was read");
    try (var workspace = Workspace.open(folder.resolve("w"), Optional.empty()); var pool = new ComputePool(2)) {
      run(context -> new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("source/files")), context));
      run(context -> new TextScan(workspace, new SourceFiles()).run(context));
      decide(workspace, secrets.getFirst());
      var model = new AuditViewModel(workspace.audit(), new DirectJobRunner());
      model.reload();
      assertTrue(model.shown().size() >= 10, "decisions are on record: " + model.shown().size());
      assertTrue(model.shown().stream().anyMatch(r -> r.event().why().contains(secrets.getFirst())), "a careless reason is in the trail, so that the search below can find something");

      model.exportForOthers(Files.createDirectories(folder.resolve("out")));
      var text = Files.readString(folder.resolve("out/audit-trail.csv"));
      assertEquals(model.shown().size() + 1, text.lines().count(), "all rows and a header");
      assertEquals(List.of(), secrets.stream().filter(text::contains).toList());
    }
  }

  /// One decision of each kind, each with a reason that names a patient.
  private static void decide(Workspace workspace, String careless) {
    var curation = new Curation(workspace, ReviewKinds.ALL);
    var review = new Review(workspace, curation);
    var catalog = workspace.catalog();
    var texts = curation.values().rows(Optional.empty(), 500).stream().map(r -> r.where()).toList();
    curation.decide(texts, TextDecision.REMOVE, false, careless);
    curation.decide(texts.subList(0, 3), new TextDecision.ReplaceBy(careless), true, careless);
    var series = catalog.collection().allSeries(0, 100);
    curation.judge(series.stream().map(s -> s.id()).toList(), Verdict.UNSURE, careless);
    curation.pass("texts", careless);
    review.decideText(careless, umbra.catalog.finding.FindingState.REDACT, careless);
    var instance = catalog.collection().instances(series.getFirst().id()).getFirst();
    review.replace(List.of(), List.of(new RegionRow(0, series.getFirst().id(), instance.id(), 0, 0, 1, 1, 4, 4, "", "")), "Draw a box", careless);
    var subjects = new Subjects(workspace, curation);
    subjects.merge(List.of(2L), 1, careless);
    subjects.split(List.of(2L), careless);
    curation.history().undo();
    curation.history().redo();
  }

  private List<String> secrets() throws Exception {
    var found = new ArrayList<String>();
    for (var line : Files.readAllLines(folder.resolve("source/answer-key.csv"))) {
      var cells = line.split(",", 4);
      if (cells.length < 4 || !PLANTED.contains(cells[1])) continue;
      var value = cells[3].replace("\"", "");
      found.add(value);
      if (cells[1].endsWith("Name")) found.addAll(List.of(value.split("[\\^=]")));
    }
    return found.stream().filter(v -> v.length() > 3).distinct().collect(Collectors.toList());
  }
}
