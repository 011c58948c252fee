package umbra.workspace.curate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.decision.Change;
import umbra.catalog.decision.Edit;
import umbra.catalog.decision.EditHistory;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.Regions;
import umbra.catalog.finding.ReviewKinds;
import umbra.catalog.finding.TextRules;
import umbra.pixel.redact.region.Region;
import umbra.workspace.Workspace;

/// Decides findings and draws regions, each as one edit that can be undone.
public final class Review {
  private final EditHistory history;
  private final Findings findings;
  private final Regions regions;
  private final TextRules rules;
  private final String author;

  /// @param curation whose one history holds the edits; made with [ReviewKinds#ALL]
  public Review(Workspace workspace, Curation curation) {
    this.history = curation.history();
    this.findings = new Findings(workspace.catalog());
    this.regions = new Regions(workspace.catalog());
    this.rules = new TextRules(workspace.catalog());
    this.author = workspace.audit().author().who();
  }

  public EditHistory history() {
    return history;
  }

  public Findings findings() {
    return findings;
  }

  public Regions regions() {
    return regions;
  }

  /// One decision on several findings. Those to be redacted are blackened like boxes, see [#boxes].
  public Optional<Edit> decide(Collection<FindingRow> rows, FindingState state, String why) {
    var after = new LinkedHashMap<String, Optional<String>>();
    for (var row : rows) after.put("finding " + row.id(), Optional.of(state.name()));
    return history.change(AuditAction.FINDING, "Finding: " + state.name().toLowerCase(java.util.Locale.ROOT), why, ReviewKinds.FINDING.name(), after);
  }

  /// One decision for all findings of exactly this text that nobody decided by itself, those of later scans included. What
  /// resembles the header of its own subject stays open where a rule says harmless.
  ///
  /// @param state [FindingState#OPEN] ends the rule
  public Optional<Edit> decideText(String text, FindingState state, String why) {
    if (text.isBlank()) throw new IllegalArgumentException("a text that could not be read has no equals");
    var value = state == FindingState.OPEN ? Optional.<String>empty() : Optional.of(state.name());
    return history.change(AuditAction.FINDING, "Everywhere: " + state.name().toLowerCase(java.util.Locale.ROOT), why, ReviewKinds.TEXT_RULE.name(), Map.of("text " + rules.id(text), value));
  }

  /// Draws boxes at one stroke.
  ///
  /// @param drawn their ids are not looked at
  /// @return the boxes as they are stored
  public List<RegionRow> draw(List<RegionRow> drawn, String why) {
    return replace(List.of(), drawn, drawn.size() == 1 ? "Draw a box" : "Draw " + drawn.size() + " boxes", why);
  }

  /// Moves or resizes a box, or gives it another scope.
  public Optional<Edit> change(RegionRow after) {
    return history.change(AuditAction.REGION, "Change a box", "", ReviewKinds.REGION.name(), Map.of("region " + after.id(), Optional.of(after.stored())));
  }

  public Optional<Edit> remove(Collection<RegionRow> gone) {
    var after = new LinkedHashMap<String, Optional<String>>();
    for (var row : gone) after.put("region " + row.id(), Optional.empty());
    return history.change(AuditAction.REGION, gone.size() == 1 ? "Delete a box" : "Delete " + gone.size() + " boxes", "", ReviewKinds.REGION.name(), after);
  }

  /// Takes a finding over as a box of its own that can be moved and resized, and decides it so, as one edit.
  ///
  /// @param box where it is, for its instance or more
  /// @return the box as it is stored
  public RegionRow box(FindingRow finding, RegionRow box) {
    var row = new RegionRow(regions.nextId(), box.series(), box.instance(), box.frameFirst(), box.frameLast(), box.x(), box.y(), box.width(), box.height(), author, "finding " + finding.id());
    var changes = new ArrayList<Change>();
    changes.add(new Change(ReviewKinds.REGION.name(), "region " + row.id(), Optional.empty(), Optional.of(row.stored())));
    findings.stored(finding.id()).ifPresent(state -> changes.add(new Change(ReviewKinds.FINDING.name(), "finding " + finding.id(), Optional.of(state.name()), Optional.of(FindingState.REDACT.name()))));
    history.apply(new Edit(AuditAction.REGION, "Turn a finding into a box", "", changes));
    return row;
  }

  /// Replaces boxes by others at one stroke, such as one of an instance by one of the series.
  ///
  /// @return the boxes as they are stored
  public List<RegionRow> replace(Collection<RegionRow> gone, List<RegionRow> drawn, String title, String why) {
    var stored = new ArrayList<RegionRow>();
    var changes = new ArrayList<Change>();
    for (var row : gone) changes.add(new Change(ReviewKinds.REGION.name(), "region " + row.id(), Optional.of(row.stored()), Optional.empty()));
    for (var box : drawn) {
      var row = new RegionRow(regions.nextId(), box.series(), box.instance(), box.frameFirst(), box.frameLast(), box.x(), box.y(), box.width(), box.height(),
          box.author().isBlank() ? author : box.author(), box.reason());
      stored.add(row);
      changes.add(new Change(ReviewKinds.REGION.name(), "region " + row.id(), Optional.empty(), Optional.of(row.stored())));
    }
    history.apply(new Edit(AuditAction.REGION, title, why, changes));
    return List.copyOf(stored);
  }

  /// Boxes of the catalogue as the redaction takes them.
  public static List<Region> regions(List<RegionRow> boxes) {
    return boxes.stream().map(b -> new Region(Math.max(1, b.frameFirst()), b.frameLast() == 0 ? Region.LAST : b.frameLast(), b.x(), b.y(), b.width(), b.height())).toList();
  }

  /// All boxes that lie on an instance: those drawn, and those of findings to be redacted.
  public List<RegionRow> boxes(long series, long instance) {
    var all = new ArrayList<>(regions.ofSeries(series).stream().filter(r -> r.isOn(instance)).toList());
    for (var row : findings.ofInstance(instance)) {
      var f = row.finding();
      if (row.state() == FindingState.REDACT && f.width() > 0 && f.height() > 0 && f.tagPath().isEmpty()) {
        all.add(new RegionRow(0, series, instance, f.firstFrame() + 1, f.lastFrame() + 1, f.x(), f.y(), f.width(), f.height(), author, "finding " + row.id()));
      }
    }
    return List.copyOf(all);
  }
}
