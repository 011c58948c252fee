package umbra.app.review.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Severity;

/// Findings in the order of suspicion, with a place in them. Nothing here is decided; a decision goes through [umbra.workspace.curate.Review].
///
/// @param rows the most suspicious first, those of a series together, in it equal texts together
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // there is no current one where there is none
public record FindingQueue(List<FindingRow> rows, Optional<FindingRow> current) {
  public static final FindingQueue EMPTY = new FindingQueue(List.of(), Optional.empty());

  /// White space that has to be evened out, which is rare.
  private static final Pattern SPACES = Pattern.compile("^\\s|\\s\\s|[\\t\\r\\n]|\\s$");

  private record Group(Severity severity, String series, String text) {
    static Group of(FindingRow row) {
      var key = key(row);
      return new Group(row.finding().severity(), row.seriesInstanceUid(), key.isEmpty() ? "#" + row.id() : key);
    }
  }

  public FindingQueue {
    rows = List.copyOf(rows);
  }

  /// Begins at the first open finding that passes.
  public static FindingQueue of(List<FindingRow> found, Predicate<FindingRow> filter) {
    return new FindingQueue(sorted(found.stream().filter(filter).toList()), Optional.empty()).nextOpen();
  }

  private record Ranked(Group group, FindingClass worst, double surest, FindingRow row) {}

  /// Severity, then the series, then the worst class of an equal text, then what the detector was surest of.
  private static List<FindingRow> sorted(List<FindingRow> rows) {
    var groups = rows.stream().map(Group::of).toList();
    var worst = new HashMap<Group, FindingClass>();
    var surest = new HashMap<Group, Double>();
    for (int i = 0; i < rows.size(); i++) {
      worst.merge(groups.get(i), FindingClass.of(rows.get(i).finding()), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      surest.merge(groups.get(i), rows.get(i).finding().confidence(), Math::max);
    }
    var ranked = new ArrayList<Ranked>();
    for (int i = 0; i < rows.size(); i++) ranked.add(new Ranked(groups.get(i), worst.get(groups.get(i)), surest.get(groups.get(i)), rows.get(i)));
    ranked.sort(Comparator.<Ranked, Severity>comparing(r -> r.group().severity()).thenComparing(r -> r.group().series()).thenComparing(Ranked::worst)
        .thenComparing(r -> -r.surest()).thenComparing(r -> r.group().text()).thenComparingLong(r -> r.row().id()));
    return ranked.stream().map(Ranked::row).toList();
  }

  /// The list as it is shown: a head for each series, equal texts in one line.
  public List<FindingLine> lines() {
    var lines = new ArrayList<FindingLine>();
    for (int i = 0; i < rows.size();) {
      int end = i;
      while (end < rows.size() && isBeside(rows.get(i), rows.get(end))) end++;
      var part = rows.subList(i, end);
      int open = (int) part.stream().filter(r -> r.state() == FindingState.OPEN).count();
      lines.add(new FindingLine.Head(part.getFirst().finding().severity(), part.getFirst().seriesInstanceUid(), part.getFirst().patientId(), open, part.size()));
      texts(part, lines);
      i = end;
    }
    return List.copyOf(lines);
  }

  private static boolean isBeside(FindingRow a, FindingRow b) {
    return a.finding().severity() == b.finding().severity() && a.seriesInstanceUid().equals(b.seriesInstanceUid());
  }

  private static void texts(List<FindingRow> part, List<FindingLine> lines) {
    for (int i = 0; i < part.size();) {
      int end = i;
      while (end < part.size() && saysTheSame(part.get(i), part.get(end))) end++;
      lines.add(new FindingLine.Text(part.subList(i, end)));
      i = end;
    }
  }

  private static boolean saysTheSame(FindingRow a, FindingRow b) {
    if (a == b) return true;
    if (a.finding().text().isBlank()) return false;
    return a.finding().text().equals(b.finding().text()) || key(a).equals(key(b));
  }

  /// The same findings read anew: stays at the finding it was at, if it is still there.
  public FindingQueue refreshed(List<FindingRow> found, Predicate<FindingRow> filter) {
    return refreshed(of(found, filter));
  }

  /// @param again the findings read anew, in their order
  FindingQueue refreshed(FindingQueue again) {
    return current.flatMap(c -> again.byId(c.id())).map(again::at).orElse(again);
  }

  /// The same with other states, in the same order.
  public FindingQueue decided(Map<Long, FindingState> states) {
    var changed = rows.stream().map(r -> states.containsKey(r.id()) ? with(r, states.get(r.id())) : r).toList();
    return new FindingQueue(changed, current.flatMap(c -> changed.stream().filter(r -> r.id() == c.id()).findFirst()));
  }

  static FindingRow with(FindingRow r, FindingState state) {
    return new FindingRow(r.id(), r.instance(), r.patientId(), r.studyInstanceUid(), r.seriesInstanceUid(), r.sopInstanceUid(), state, r.finding());
  }

  /// The open finding after the one in front, from the start again after the last; the one in front if no other is open.
  public FindingQueue nextOpen() {
    int from = place() + 1;
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get((from + i) % rows.size());
      if (row.state() == FindingState.OPEN) return at(row);
    }
    return current.isEmpty() && !rows.isEmpty() ? at(rows.getFirst()) : this;
  }

  /// One row on or back, whatever was decided on it; stops at the ends.
  public FindingQueue step(int by) {
    if (rows.isEmpty()) return this;
    return at(rows.get(Math.clamp((long) place() + by, 0, rows.size() - 1)));
  }

  /// A finding of the queue by its number; where it was if it is not in it.
  public FindingQueue to(long id) {
    return byId(id).map(this::at).orElse(this);
  }

  /// All findings with the text of the one in front, itself among them; white space and case at no weight. That in front alone if it has no text.
  ///
  /// @param series only those of its series
  public List<FindingRow> equalTexts(boolean series) {
    if (current.isEmpty()) return List.of();
    var text = key(current.get());
    if (text.isEmpty()) return List.of(current.get());
    return rows.stream().filter(r -> (!series || r.seriesInstanceUid().equals(current.get().seriesInstanceUid())) && key(r).equals(text)).toList();
  }

  public boolean isAllJudged() {
    return rows.stream().noneMatch(r -> r.state() == FindingState.OPEN);
  }

  /// Such as `12 of 40 judged`. Unsure is not judged: somebody has to come back to it.
  public String progress() {
    return "%,d of %,d judged".formatted(judged(), rows.size());
  }

  /// From 0 to 1; 0 if there is nothing to judge.
  public double share() {
    return rows.isEmpty() ? 0 : (double) judged() / rows.size();
  }

  private long judged() {
    return rows.stream().filter(r -> r.state() == FindingState.REDACT || r.state() == FindingState.HARMLESS).count();
  }

  private FindingQueue at(FindingRow row) {
    return new FindingQueue(rows, Optional.of(row));
  }

  private Optional<FindingRow> byId(long id) {
    return rows.stream().filter(r -> r.id() == id).findFirst();
  }

  private int place() {
    return current.map(rows::indexOf).orElse(-1);
  }

  /// White space and case at no weight.
  static String key(FindingRow row) {
    var text = row.finding().text();
    return (SPACES.matcher(text).find() ? text.strip().replaceAll("\\s+", " ") : text).toLowerCase(Locale.ROOT);
  }
}
