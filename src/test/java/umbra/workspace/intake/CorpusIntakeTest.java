package umbra.workspace.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.SourceRow;
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
  /// What the corpus's notes call readable, and we put aside: they state no SOP Instance UID, which nobody can do without.
  private static final Set<String> WITHOUT_IDENTITY = Set.of("charset/empty_charset_LEI.dcm", "malformed/meta_missing_tsyntax.dcm",
      "overlay-icon/JPEGLosslessP14SV1_1s_1f_u_16_16.dcm", "private/nested_priv_SQ.dcm", "transfer-syntax/JLSL_RGB_ILV0.dcm", "transfer-syntax/JLSL_RGB_ILV2.dcm");

  @TempDir Path folder;

  @Test
  void eachFileOfTheManifestIsInTheCatalogueOrInQuarantineOnce() throws IOException {
    var corpus = Referee.corpus().toAbsolutePath().normalize();
    var manifest = manifest(corpus);
    try (var workspace = Workspace.open(folder, Optional.empty()); var pool = new ComputePool(2)) {
      var report = new Intake(workspace, new SourceFiles(), pool).run(List.of(corpus), QUIET);
      var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
      var reasons = new TreeMap<String, String>();
      for (var path : manifest.keySet()) {
        var row = workspace.catalog().sources().find(corpus.resolve(path).toString(), "");
        assertTrue(row.isPresent(), path + " is neither in the catalogue nor in quarantine");
        outcomes.merge(row.get().outcome(), 1, Integer::sum);
        if (row.get().outcome() == Outcome.QUARANTINED) reasons.put(path, row.get().reason());
        check(path, manifest.get(path), row.get());
      }
      assertEquals(manifest.size(), outcomes.values().stream().mapToInt(Integer::intValue).sum());
      assertEquals(outcomes.get(Outcome.INSTANCE).longValue(), report.totals().instances());
      assertEquals(reasons.size(), report.totals().quarantined() - strays(workspace, corpus, manifest.keySet(), Outcome.QUARANTINED));
      reasons.forEach((path, reason) -> assertFalse(reason.isBlank(), path));
      assertTrue(reasons.keySet().containsAll(WITHOUT_IDENTITY), reasons::toString);

      var before = CatalogDump.of(workspace.catalog());
      var second = new Intake(workspace, new SourceFiles(), pool).run(List.of(corpus), QUIET);
      assertEquals(second.files(), second.unchanged());
      assertEquals(report.totals(), second.totals());
      assertEquals(before, CatalogDump.of(workspace.catalog()));
    }
  }

  /// The manifest and the catalogue say the same of one file.
  private static void check(String path, Map<String, String> said, SourceRow row) {
    boolean isDicom = !said.get("sop_class").equals("n/a (not DICOM)");
    boolean readable = said.get("pydicom").equals("ok") && said.get("dcmdump").equals("ok");
    switch (row.outcome()) {
      case INSTANCE, DUPLICATE -> assertTrue(isDicom, path + " is no DICOM file");
      case NOT_DICOM -> assertFalse(isDicom && readable, path + " is DICOM");
      case DIRECTORY -> assertTrue(path.contains("DICOMDIR"), path + " is no DICOMDIR");
      case QUARANTINED -> assertTrue(!readable || WITHOUT_IDENTITY.contains(path), path + ": " + row.reason());
      case ARCHIVE -> assertFalse(isDicom, path);
    }
  }

  /// Files that lie in the corpus and are not in its manifest.
  private static long strays(Workspace workspace, Path corpus, Set<String> listed, Outcome outcome) {
    return workspace.catalog().sources().withOutcome(outcome, 0, 10_000).stream().filter(r -> !listed.contains(corpus.relativize(Path.of(r.path())).toString().replace('\\', '/'))).count();
  }

  private static Map<String, Map<String, String>> manifest(Path corpus) throws IOException {
    var rows = new TreeMap<String, Map<String, String>>();
    var lines = records(Files.readString(corpus.resolve("manifest.csv")));
    var header = lines.getFirst();
    for (var line : lines.subList(1, lines.size())) {
      var row = new TreeMap<String, String>();
      for (int i = 0; i < header.size(); i++) row.put(header.get(i), line.get(i));
      rows.put(row.get("path"), row);
    }
    assertEquals(lines.size() - 1, new HashSet<>(rows.keySet()).size());
    return rows;
  }

  /// RFC 4180.
  private static List<List<String>> records(String csv) {
    var records = new ArrayList<List<String>>();
    var record = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') quoted = !quoted;
      else if (!quoted && (c == ',' || c == '\n')) {
        record.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          records.add(List.copyOf(record));
          record.clear();
        }
      } else if (quoted || c != '\r') cell.append(c);
    }
    return records;
  }
}
