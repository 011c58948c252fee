package umbra.app.deidentify.version;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.deidentify.plan.MadePlan;
import umbra.app.deidentify.plan.PlanViewModel;
import umbra.app.deidentify.profile.ProfilesViewModel;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.Progress;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.catalog.version.VersionRow;
import umbra.catalog.version.Versions;
import umbra.deid.rule.Profile;
import umbra.job.JobContext;
import umbra.job.JobState;
import umbra.pixel.redact.RedactionChoice;
import umbra.words.Counts;
import umbra.workspace.export.Export;
import umbra.workspace.export.RefusedExportException;
import umbra.workspace.export.check.Verification;
import umbra.workspace.release.VersionCheck;

/// Writes a version and checks it; lists those that were written.
public final class ExportViewModel {
  private static final String TARGET = "release.target ";

  private final ReleaseWork work;
  private final ChoiceViewModel choice;
  private final ProfilesViewModel profiles;
  private final PlanViewModel plan;
  private final GateViewModel gate;
  private final Progress progress = new Progress();
  private final StringProperty collection = new SimpleStringProperty("");
  private final StringProperty version = new SimpleStringProperty("");
  private final StringProperty target = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper outlook = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Path>> written = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<VersionLine> versions = FXCollections.observableArrayList();
  private final ObservableList<Map.Entry<String, String>> withheld = FXCollections.observableArrayList();
  private final ObservableList<Verification.Problem> problems = FXCollections.observableArrayList();

  public ExportViewModel(ReleaseWork work, ChoiceViewModel choice, ProfilesViewModel profiles, PlanViewModel plan, GateViewModel gate) {
    this.work = work;
    this.choice = choice;
    this.profiles = profiles;
    this.plan = plan;
    this.gate = gate;
    for (var text : List.of(collection, version, target)) text.subscribe(this::tell);
    gate.open().subscribe(_ -> tell());
    gate.status().subscribe(_ -> tell());
    progress.running().subscribe(_ -> tell());
    collection.subscribe(this::look);
    version.subscribe(this::look);
    plan.plan().subscribe(_ -> look());
    reload();
  }

  public Progress progress() {
    return progress;
  }

  public StringProperty collection() {
    return collection;
  }

  public StringProperty version() {
    return version;
  }

  public StringProperty target() {
    return target;
  }

  /// Why an export cannot begin; empty if it can.
  public ReadOnlyStringProperty obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  /// What this version would have other than the one before it.
  public ReadOnlyStringProperty outlook() {
    return outlook.getReadOnlyProperty();
  }

  /// What the last export or check came to.
  public ReadOnlyStringProperty outcome() {
    return outcome.getReadOnlyProperty();
  }

  /// The folder written or chosen last, which can be opened and verified.
  public ReadOnlyObjectProperty<Optional<Path>> written() {
    return written.getReadOnlyProperty();
  }

  /// Newest first.
  public ObservableList<VersionLine> versions() {
    return versions;
  }

  /// Original path and reason.
  public ObservableList<Map.Entry<String, String>> withheld() {
    return withheld;
  }

  public ObservableList<Verification.Problem> problems() {
    return problems;
  }

  public void say(String text) {
    choice.say(text);
  }

  private record Found(String collection, List<VersionLine> lines) {}

  /// Reads the versions of this workspace.
  public void reload() {
    work.quietly("Reading the versions", _ -> read(), found -> {
      versions.setAll(found.lines());
      if (collection.get().isBlank()) collection.set(found.collection());
      if (version.get().isBlank()) version.set(nextName(found.lines(), collection.get()));
      if (target.get().isBlank()) stopped().ifPresent(v -> target.set(v.target()));
    });
  }

  /// The version of these names, if it was begun and stopped.
  private Optional<VersionLine> stopped() {
    return versions.stream().filter(v -> v.collection().equals(collection.get().strip()) && v.name().equals(version.get().strip()) && v.state().equals("begun")).findFirst();
  }

  private Found read() {
    var settings = work.workspace().catalog().settings();
    var all = new Versions(work.workspace().catalog());
    var lines = all.all().reversed().stream().map(v -> {
      var released = all.released(v.id()).values();
      return new VersionLine(v.collection(), v.name(), v.profile(), v.state(), v.head(), released.stream().filter(r -> r.isWritten()).count(), released.stream().filter(r -> !r.isWritten()).count(),
          settings.find(TARGET + v.id()).orElse(""));
    }).toList();
    return new Found(work.collection(), lines);
  }

  /// A name not taken yet: one more than the newest number, or the one that was begun.
  private static String nextName(List<VersionLine> lines, String collection) {
    var own = lines.stream().filter(l -> l.collection().equals(collection)).toList();
    var begun = own.stream().filter(l -> l.state().equals("begun")).findFirst();
    if (begun.isPresent()) return begun.get().name();
    long most = own.stream().map(VersionLine::name).filter(n -> n.matches("[0-9]{1,9}")).mapToLong(Long::parseLong).max().orElse(0);
    return Long.toString(most + 1);
  }

  private void tell() {
    obstacle.set(progress.running().get() ? "Work is under way" : !gate.open().get() ? "Gate: " + gate.status().get() : collection.get().isBlank() ? "Name the collection" : version.get().isBlank()
        ? "Name the version" : isFinished() ? "This version is finished: a new one needs a new name" : target.get().isBlank() ? "Choose a folder to write to" : "");
  }

  private boolean isFinished() {
    return versions.stream().anyMatch(v -> v.collection().equals(collection.get().strip()) && v.name().equals(version.get().strip()) && v.state().equals("finished"));
  }

  private void look() {
    var made = plan.plan().get();
    if (made.isEmpty() || collection.get().isBlank()) {
      outlook.set("");
      return;
    }
    var name = collection.get().strip();
    work.quietly("Comparing with the version before", _ -> outlook(made.get(), name), outlook::set);
  }

  private String outlook(MadePlan made, String name) {
    var all = new Versions(work.workspace().catalog());
    var previous = all.of(name).stream().filter(VersionRow::isFinished).reduce((_, b) -> b);
    long leaving = made.prepared().leaving().size();
    if (previous.isEmpty()) return "The first version: %s may leave, %,d stay".formatted(Counts.of(leaving, "instance"), made.prepared().withheld().size());
    var before = all.released(previous.get().id());
    var now = made.prepared().leaving().stream().map(l -> l.row().id()).toList();
    long added = now.stream().filter(id -> !before.containsKey(id) || !before.get(id).isWritten()).count();
    long gone = before.values().stream().filter(r -> r.isWritten() && !now.contains(r.instance())).count();
    return "Since version " + previous.get().name() + ": %s, %,d withdrawn, %,d written again; pseudonyms are the same".formatted(Counts.of(added, "more instance"), gone, leaving - added);
  }

  /// Begins, or goes on with what was stopped.
  public void export() {
    if (!obstacle.get().isEmpty()) {
      choice.say(obstacle.get());
      return;
    }
    var made = plan.plan().get().orElseThrow();
    var profile = profiles.effective().get().orElseThrow();
    var name = collection.get().strip();
    var label = version.get().strip();
    var out = Path.of(target.get().strip());
    outcome.set("");
    withheld.clear();
    problems.clear();
    progress.<Export.Report>run(work.jobs(), "Exporting version " + label, context -> write(made, profile, name, label, out, context), state -> ended(state, label, out));
  }

  private Export.Report write(MadePlan made, Profile profile, String name, String label, Path out, JobContext context) throws Exception {
    var terms = made.choice().terms(profile, work.key().read(), name, label);
    var settings = work.workspace().catalog().settings();
    settings.put(ReleaseWork.COLLECTION, name);
    try {
      return new Export(work.workspace(), work.parts().pool(), work.parts().sources(work.workspace(), work.curation(), RedactionChoice.USUAL)).run(terms, gate.prepared(made), out, context);
    } finally {
      new Versions(work.workspace().catalog()).find(name, label).ifPresent(v -> settings.put(TARGET + v.id(), out.toString()));
    }
  }

  private void ended(JobState<Export.Report> state, String label, Path out) {
    switch (state) {
      case JobState.Succeeded<Export.Report>(var report) -> {
        withheld.setAll(report.withheld().entrySet());
        written.set(Optional.of(out));
        outcome.set("Version %s is written: %s, %,d withheld%s".formatted(label, Counts.of(report.written() + report.unchanged(), "instance"), report.withheld().size(),
            report.unchanged() > 0 ? " (%,d were there from before)".formatted(report.unchanged()) : ""));
        version.set("");
        target.set("");
      }
      case JobState.Failed<Export.Report>(var cause) -> {
        outcome.set(failure(cause, out));
        work.trouble().accept(failure(cause, out), cause);
      }
      case JobState.Cancelled<Export.Report> _ -> outcome.set("Stopped: what is in place is whole and checked. Export again to go on.");
      case JobState.Waiting<Export.Report> _, JobState.Running<Export.Report> _ -> {}
    }
    reload();
    plan.checkFreshness();
  }

  /// In words a person can act on.
  private static String failure(Throwable cause, Path out) {
    return switch (cause) {
      case RefusedExportException e -> "The export was refused: " + e.getMessage();
      case java.nio.file.AccessDeniedException _ -> out + ": this folder cannot be written. Choose another, or ask for the right to write. Nothing half is left there";
      case java.nio.file.ReadOnlyFileSystemException _ -> out + ": is read-only. Choose another folder";
      case java.nio.file.NoSuchFileException _ -> out + ": is gone. Bring it back and export again: it goes on where it stopped";
      case java.io.IOException e -> "The export stopped: " + e.getMessage() + ". Make room or bring the folder back, then export again: it goes on where it stopped";
      case IllegalArgumentException e -> "The export did not begin: " + e.getMessage();
      default -> "The export stopped. Export again: it goes on where it stopped";
    };
  }

  /// Checks a folder from outside, with the originals this workspace knows.
  public void verify(Path out) {
    if (!Files.isDirectory(out)) {
      work.trouble().accept(out + ": is not there, so it cannot be verified", new java.nio.file.NoSuchFileException(out.toString()));
      return;
    }
    problems.clear();
    outcome.set("");
    progress.<Verification.Report>run(work.jobs(), "Verifying " + out.getFileName(), context -> new VersionCheck(out).with(work.workspace(), work.parts().files(), context), state -> {
      switch (state) {
        case JobState.Succeeded<Verification.Report>(var report) -> {
          written.set(Optional.of(out));
          problems.setAll(report.problems());
          outcome.set(report.problems().isEmpty() ? "Verified: %s whole, marked, and without any original identifier; references that lead outside: %,d".formatted(Counts.of(report.files(), "file is", "files are"), report.outside())
              : Counts.of(report.files(), "file") + " looked at: " + Counts.of(report.problems().size(), "problem"));
        }
        case JobState.Failed<Verification.Report>(var cause) -> work.trouble().accept(out + ": cannot be verified" + ReleaseWork.reason(cause), cause);
        case JobState.Cancelled<Verification.Report> _ -> outcome.set("The check was cancelled");
        case JobState.Waiting<Verification.Report> _, JobState.Running<Verification.Report> _ -> {}
      }
    });
  }
}
