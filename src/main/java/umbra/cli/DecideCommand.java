package umbra.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umbra.catalog.decision.TextPlace;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.ReviewKinds;
import umbra.deid.value.TextDecision;
import umbra.words.Counts;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.curate.Verdict;
import umbra.workspace.export.Gate;
import umbra.workspace.release.CsvRows;

/// `umbra decide`: decisions from a file, as the window makes them. The whole file is checked before the first is made.
@Command(name = "decide", description = "Make decisions from a CSV file with the columns kind,object,private_creator,text,decision,replacement,reason.")
public final class DecideCommand implements Callable<Integer> {
  private static final List<String> COLUMNS = List.of("kind", "object", "private_creator", "text", "decision", "replacement", "reason");
  private static final int PAGE = 1000;

  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--decisions", required = true, paramLabel = "F", description = "Rows of kind `series` (object: Series Instance UID; release, withhold, unsure) or `value` (object: tag path as"
      + " `umbra values` prints it, empty for every place; text; keep, remove, replace), `finding` (object: its id; redact, harmless, unsure), `finding-text` (text: all findings of exactly this text, later ones too; redact, harmless, unsure, open) or `gate` (object: its word; pass).")
  private Path decisions;

  @Spec
  private CommandSpec spec;

  /// A row that was understood.
  private interface Ready {
    boolean make(Curation curation, Review review);
  }

  @Override
  public Integer call() throws Exception {
    var rows = rows(Files.readString(decisions, StandardCharsets.UTF_8));
    try (var open = workspace.openExisting()) {
      var series = series(open);
      var ready = new ArrayList<Ready>();
      for (int i = 0; i < rows.size(); i++) ready.add(ready(rows.get(i), i + 2, series));
      var curation = new Curation(open, ReviewKinds.ALL);
      var review = new Review(open, curation);
      int made = 0;
      for (var row : ready) if (row.make(curation, review)) made++;
      spec.commandLine().getOut().println(Counts.of(made, "decision") + " made, " + (ready.size() - made) + " as before");
      return ExitCode.DONE;
    }
  }

  private List<Map<String, String>> rows(String text) {
    try {
      var rows = CsvRows.of(text);
      if (!rows.isEmpty() && !rows.getFirst().keySet().containsAll(COLUMNS)) throw new IllegalArgumentException("the header must be " + String.join(",", COLUMNS));
      return rows;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), decisions + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, List<Long>> series(Workspace open) {
    var byUid = new HashMap<String, List<Long>>();
    long after = 0;
    for (var page = open.catalog().collection().allSeries(after, PAGE); !page.isEmpty(); page = open.catalog().collection().allSeries(after, PAGE)) {
      for (var row : page) byUid.computeIfAbsent(row.seriesInstanceUid(), _ -> new ArrayList<>()).add(row.id());
      after = page.getLast().id();
    }
    return byUid;
  }

  private Ready ready(Map<String, String> row, int number, Map<String, List<Long>> series) {
    var reason = row.get("reason");
    return switch (row.get("kind")) {
      case "series" -> {
        var ids = series.get(row.get("object"));
        if (ids == null) throw wrong(number, "no series has this Series Instance UID");
        var verdict = Verdict.ofWord(row.get("decision")).orElseThrow(() -> wrong(number, "the decision must be release, withhold or unsure"));
        if (verdict != Verdict.RELEASE && reason.isBlank()) throw wrong(number, verdict.word() + " needs a reason");
        yield (c, _) -> c.judge(ids, verdict, reason).isPresent();
      }
      case "value" -> {
        var place = new TextPlace(row.get("object"), row.get("private_creator"), "", row.get("text"));
        var decision = switch (row.get("decision")) {
          case "keep" -> TextDecision.KEEP;
          case "remove" -> TextDecision.REMOVE;
          case "replace" -> new TextDecision.ReplaceBy(row.get("replacement"));
          case "undecided" -> TextDecision.UNDECIDED;
          default -> throw wrong(number, "the decision must be keep, remove, replace or undecided");
        };
        yield (c, _) -> c.decide(place, decision, reason).isPresent();
      }
      case "gate" -> {
        var gate = Gate.Kind.ofWord(row.get("object")).orElseThrow(() -> wrong(number, "there is no such gate; `umbra plan` names those that are open"));
        boolean passes = row.get("decision").equals("pass");
        if (!passes && !row.get("decision").equals("close")) throw wrong(number, "the decision must be pass or close");
        if (passes && reason.isBlank()) throw wrong(number, "passing a gate needs a reason");
        yield (c, _) -> c.pass(gate.word(), passes ? reason : "").isPresent();
      }
      case "finding" -> {
        if (!row.get("object").matches("\\d{1,18}")) throw wrong(number, "the object must be the id that `umbra findings` prints");
        var state = state(row, number);
        yield (c, _) -> c.judgeFinding(Long.parseLong(row.get("object")), state, reason).isPresent();
      }
      case "finding-text" -> {
        if (row.get("text").isBlank()) throw wrong(number, "the text must be that of findings, as `umbra findings` prints it");
        var state = state(row, number);
        yield (_, r) -> r.decideText(row.get("text"), state, reason).isPresent();
      }
      default -> throw wrong(number, "the kind must be series, value, finding, finding-text or gate");
    };
  }

  private FindingState state(Map<String, String> row, int number) {
    return Arrays.stream(FindingState.values()).filter(s -> s.name().equalsIgnoreCase(row.get("decision"))).findFirst()
        .orElseThrow(() -> wrong(number, "the decision must be redact, harmless, unsure or open"));
  }

  private ParameterException wrong(int number, String what) {
    return new ParameterException(spec.commandLine(), decisions + ", row " + number + ": " + what + "; nothing was decided");
  }
}
