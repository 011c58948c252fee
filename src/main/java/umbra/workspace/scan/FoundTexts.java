package umbra.workspace.scan;

import java.util.ArrayList;
import java.util.List;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.Severity;
import umbra.ocr.Box;
import umbra.ocr.TextBox;
import umbra.ocr.judge.Verdict;

/// Gathers what was found in the frames of one instance: text that stands still over frames becomes one finding with its range.
final class FoundTexts {
  private static final double SAME_PLACE = 0.6;

  private static final class Run {
    final String tagPath;
    final TextBox text;
    final Verdict verdict;
    final int first;
    int last;
    Box box;

    Run(String tagPath, TextBox text, Verdict verdict, int first, int last) {
      this.tagPath = tagPath;
      this.text = text;
      this.verdict = verdict;
      this.first = first;
      this.last = last;
      this.box = text.box();
    }
  }

  private final List<Run> runs = new ArrayList<>();

  /// Frames are to be added in order.
  ///
  /// @param first index from 0; for a projection, the range it stands for
  void add(String tagPath, int first, int last, TextBox text, Verdict verdict) {
    for (var run : runs) {
      if (run.tagPath.equals(tagPath) && run.last >= first - 1 && isSame(run, text, verdict)) {
        run.last = Math.max(run.last, last);
        run.box = run.box.union(text.box());
        return;
      }
    }
    runs.add(new Run(tagPath, text, verdict, first, last));
  }

  /// Whether something overlapping was found already in all these frames.
  boolean covers(String tagPath, int first, int last, Box box) {
    return runs.stream().anyMatch(r -> r.tagPath.equals(tagPath) && r.first <= first && r.last >= last && r.box.shared(box) >= SAME_PLACE * box.area());
  }

  private static boolean isSame(Run run, TextBox text, Verdict verdict) {
    if (verdict.textClass() != run.verdict.textClass() || !text.text().equals(run.text.text())) return false;
    return text.box().shared(run.box) >= SAME_PLACE * Math.max(text.box().area(), run.box.area());
  }

  List<Finding> findings() {
    return runs.stream().map(FoundTexts::finding).toList();
  }

  private static Finding finding(Run run) {
    var textClass = run.verdict.textClass();
    var severity = switch (textClass.suspicion()) {
      case SUSPECT -> Severity.SUSPECT;
      case UNCLEAR -> Severity.UNCLEAR;
      case HARMLESS -> Severity.HARMLESS;
    };
    var box = run.box;
    boolean isPlaced = Seen.isPlaced(run.text);
    return new Finding("text-" + textClass.name().toLowerCase(java.util.Locale.ROOT), severity, run.first, run.last, isPlaced ? box.x() : 0, isPlaced ? box.y() : 0, isPlaced ? box.width() : 0, isPlaced ? box.height() : 0, run.tagPath,
        run.text.text(), run.verdict.reason(), Math.round(run.text.probability() * 1000) / 1000.0);
  }
}
