package umbra.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.RegionRow;
import umbra.cli.DecideCommand;
import umbra.cli.ImportCommand;
import umbra.cli.UmbraCommand;
import umbra.cli.ValuesCommand;
import umbra.deid.profile.ProfileStore;
import umbra.job.ComputePool;
import umbra.object.ObjectText;
import umbra.object.report.ReportText;
import umbra.practice.answer.Answer;
import umbra.practice.answer.AnswerAction;
import umbra.practice.answer.KnownAnswers;
import umbra.practice.answer.Scorer;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Review;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.release.ReleaseParts;

/// From the known-answer collection to its score, as people script it.
class KnownAnswersTest {
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> GATES = List.of("not-looked-at", "objects", "unrecognised", "notes", "texts", "references");

  @Test
  void theResearchProfileMeetsTheAnswerKey(@TempDir Path folder) throws Exception {
    var answers = KnownAnswers.write(folder.resolve("c"), 11);
    var workspace = folder.resolve("w");
    run(0, "import", workspace, folder.resolve("c/files"), "--quiet");
    run(0, "values", workspace, "--quiet");
    boxes(workspace, answers);
    run(0, "decide", workspace, "--decisions", Files.writeString(folder.resolve("d.csv"), decisions(workspace)));
    run(-1, "export", workspace, folder.resolve("out"), "--collection", "answers", "--version", "1", "--profile", "midi-research", "--quiet");
    run(0, "crosswalk", workspace, "--version", "1", "--out", folder.resolve("walk.csv"));

    var score = new Scorer(folder.resolve("out"), crosswalk(folder.resolve("walk.csv"))).score(answers);

    System.out.println(score.table());
    score.faults().stream().collect(Collectors.groupingBy(a -> a.action().word() + " " + a.where() + " in " + a.file().replaceAll(".*/", ""), java.util.TreeMap::new, Collectors.counting()))
        .entrySet().stream().limit(60).forEach(e -> System.out.println(e.getValue() + " x " + e.getKey()));
    for (var action : List.of(AnswerAction.TEXT_REMOVED, AnswerAction.DATE_SHIFTED, AnswerAction.UID_CHANGED, AnswerAction.UID_CONSISTENT, AnswerAction.PATID_CONSISTENT, AnswerAction.PIXELS_HIDDEN)) {
      assertEquals(0, score.failed(action), action.word());
    }
    assertEquals(0, score.withheld(), "names in JPEG segments are cut, and keep no file here");
    assertTrue(score.share() >= 0.999, score.table());
  }

  private static void boxes(Path workspace, List<Answer> answers) throws Exception {
    var burned = answers.stream().filter(a -> a.action() == AnswerAction.PIXELS_HIDDEN).collect(Collectors.toMap(Answer::sopInstanceUid, Answer::expected));
    try (var open = Workspace.open(workspace, java.util.Optional.empty())) {
      var drawn = new ArrayList<RegionRow>();
      var collection = open.catalog().collection();
      for (var series : collection.allSeries(0, 100_000)) {
        for (var instance : collection.instances(series.id())) {
          var box = burned.get(instance.sopInstanceUid());
          if (box == null) continue;
          var b = java.util.stream.Stream.of(box.split(",")).mapToInt(Integer::parseInt).toArray();
          drawn.add(new RegionRow(0, series.id(), 0, 0, 0, b[0], b[1], b[2], b[3], "tester", "text in the pixels"));
        }
      }
      assertEquals(burned.size(), new Review(open, ReleaseParts.curation(open)).draw(drawn, "known answers").size());
    }
  }

  private static String decisions(Path workspace) throws Exception {
    var rows = new StringBuilder("kind,object,private_creator,text,decision,replacement,reason\n");
    try (var open = Workspace.open(workspace, java.util.Optional.empty())) {
      for (var series : open.catalog().collection().allSeries(0, 100_000)) rows.append("series,").append(series.seriesInstanceUid()).append(",,,release,,\n");
    }
    for (var kept : KnownAnswers.KEPT) rows.append("value,,,").append(kept).append(",keep,,names nobody\n");
    for (var gate : GATES) rows.append("gate,").append(gate).append(",,,pass,,known answers\n");
    return rows.toString();
  }

  private static List<Map<String, String>> crosswalk(Path file) throws Exception {
    var lines = Files.readAllLines(file);
    var names = lines.getFirst().split(",", -1);
    var rows = new ArrayList<Map<String, String>>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      var row = new LinkedHashMap<String, String>();
      for (int i = 0; i < names.length; i++) row.put(names[i], cells[i]);
      rows.add(row);
    }
    return rows;
  }

  /// @param code expected; -1 for any
  private static String run(int code, Object... arguments) {
    var out = new ByteArrayOutputStream();
    var before = List.of(System.out, System.err);
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(print);
    System.setErr(print);
    int got;
    try (var pool = new ComputePool(2)) {
      var words = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      var parts = new ReleaseParts(new SourceFiles(), pool, new ObjectText(List.of(new ReportText())), TestPixels.seeingNothing(),
          new ProfileStore(List.of(Path.of("profiles"))), KEY::clone);
      got = UmbraCommand.run(words, List.of(new ImportCommand(new SourceFiles(), pool), new DecideCommand(), new ValuesCommand(new SourceFiles()), new ExportCommand(parts), new CrosswalkCommand()));
    } finally {
      System.setOut(before.get(0));
      System.setErr(before.get(1));
    }
    var text = out.toString(StandardCharsets.UTF_8);
    if (code >= 0) assertEquals(code, got, text);
    else System.out.println("exit " + got + ": " + text.lines().limit(20).collect(Collectors.joining("\n")));
    return text;
  }
}
