package umbra.workspace.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.SourceRow.Outcome;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.referee.Referee;
import umbra.workspace.Workspace;
import umbra.workspace.source.SourceFiles;

/// The whole corpus is taken in: nothing lost, nothing twice, and in agreement with its manifest.
@Tag("referee")
class CorpusIntakeTest {
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };
  @TempDir Path folder;

  @Test
  void eachFileOfTheManifestIsInTheCatalogueOrInQuarantineOnce() throws IOException {
    var corpus = Referee.corpus().toAbsolutePath().normalize();
    var manifest = CorpusManifest.read(corpus);
    try (var workspace = Workspace.open(folder, Optional.empty()); var pool = new ComputePool(2)) {
      var report = new Intake(workspace, new SourceFiles(), pool).run(List.of(corpus), QUIET);
      var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
      var reasons = new TreeMap<String, String>();
      for (var path : manifest.keySet()) {
        var row = workspace.catalog().sources().find(corpus.resolve(path).toString(), "");
        assertTrue(row.isPresent(), path + " is neither in the catalogue nor in quarantine");
        outcomes.merge(row.get().outcome(), 1, Integer::sum);
        if (row.get().outcome() == Outcome.QUARANTINED) reasons.put(path, row.get().reason());
        CorpusManifest.check(path, manifest.get(path), row.get());
      }
      assertEquals(manifest.size(), outcomes.values().stream().mapToInt(Integer::intValue).sum());
      assertEquals(outcomes.get(Outcome.INSTANCE).longValue(), report.totals().instances());
      assertEquals(reasons.size(), report.totals().quarantined() - strays(workspace, corpus, manifest.keySet(), Outcome.QUARANTINED));
      reasons.forEach((path, reason) -> assertFalse(reason.isBlank(), path));
      assertTrue(reasons.keySet().containsAll(CorpusManifest.WITHOUT_IDENTITY), reasons::toString);

      var before = CatalogDump.of(workspace.catalog());
      var second = new Intake(workspace, new SourceFiles(), pool).run(List.of(corpus), QUIET);
      assertEquals(second.files(), second.unchanged());
      assertEquals(report.totals(), second.totals());
      assertEquals(before, CatalogDump.of(workspace.catalog()));
    }
  }

  /// Files that lie in the corpus and are not in its manifest.
  private static long strays(Workspace workspace, Path corpus, Set<String> listed, Outcome outcome) {
    return workspace.catalog().sources().withOutcome(outcome, 0, 10_000).stream().filter(r -> !listed.contains(corpus.relativize(Path.of(r.path())).toString().replace('\\', '/'))).count();
  }
}
