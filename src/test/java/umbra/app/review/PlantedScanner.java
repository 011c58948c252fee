package umbra.app.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.Severity;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.scan.Scan;
import umbra.workspace.scan.ScanReport;

/// Finds what the practice collection planted, and nothing else, without an engine.
///
/// @param key its `burned-in.csv`
public record PlantedScanner(Path key) implements Scanner {
  @Override
  public ScanReport scan(Workspace workspace, JobContext context) throws IOException {
    Map<String, List<Finding>> byFile = new HashMap<>();
    for (var line : Files.readAllLines(key, StandardCharsets.UTF_8).stream().skip(1).toList()) {
      var c = line.split(",");
      byFile.computeIfAbsent(c[0].substring("files/".length()), _ -> new ArrayList<>()).add(finding(c));
    }
    var findings = new Findings(workspace.catalog());
    long looked = 0;
    long total = workspace.catalog().collection().totals().instances();
    for (var series : workspace.catalog().collection().allSeries(0, 1000)) {
      for (var instance : workspace.catalog().collection().instances(series.id())) {
        context.checkCancelled();
        var path = instance.path().replace('\\', '/');
        var seen = byFile.entrySet().stream().filter(e -> path.endsWith("/" + e.getKey())).map(Map.Entry::getValue).findFirst().orElse(List.of());
        findings.replace(instance.id(), Scan.TEXT, Optional.of("planted"), seen);
        context.progress(++looked, total);
      }
    }
    return new ScanReport(looked, 0, 0);
  }

  private static Finding finding(String[] c) {
    boolean identifies = c[8].equals("yes");
    boolean isUnclear = c[7].length() < 3;
    var kind = isUnclear ? "text-unclear" : !identifies ? "text-technical" : c[7].startsWith("REF ") ? "text-name" : "text-subject";
    var why = isUnclear ? "a single letter" : !identifies ? "every word is known as harmless" : c[7].startsWith("REF ") ? "looks like a name" : "resembles the header of this subject";
    return new Finding(kind, identifies ? Severity.SUSPECT : isUnclear ? Severity.UNCLEAR : Severity.HARMLESS, Integer.parseInt(c[1]) - 1, Integer.parseInt(c[2]) - 1, Integer.parseInt(c[3]),
        Integer.parseInt(c[4]), Integer.parseInt(c[5]), Integer.parseInt(c[6]), "", c[7], why, 0.97);
  }
}
