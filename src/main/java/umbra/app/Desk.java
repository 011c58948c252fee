package umbra.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import umbra.app.fx.Choosers;
import umbra.app.fx.JobMonitor;
import umbra.app.preference.UserSettings;
import umbra.app.shell.Shell;
import umbra.app.start.StartView;
import umbra.catalog.h2.CatalogException;
import umbra.catalog.h2.CatalogException.Kind;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.practice.PracticeCollection;
import umbra.words.Counts;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.IntakeReport;

/// What the window does: opens and closes workspaces, imports, and shows what belongs to the one that is open.
public final class Desk implements StartView.Wishes {
  private static final long PRACTICE_SEED = 1;

  private final Parts parts;
  private final UserSettings settings;
  private final JobRunner quiet;
  private final JobMonitor jobs;
  private final Choosers choosers;
  private final Commands commands;
  private final Shell shell;
  private Optional<Session> session = Optional.empty();
  private Optional<StartView> start = Optional.empty();

  /// @param runner whose listeners arrive on the thread of the window
  public Desk(Parts parts, UserSettings settings, JobRunner runner, Choosers choosers, Runnable quit) {
    this.parts = parts;
    this.settings = settings;
    this.quiet = runner;
    this.jobs = new JobMonitor(runner);
    this.choosers = choosers;
    this.commands = new Commands(this, settings, choosers, quit);
    this.shell = new Shell(commands.list(), settings.preferences().get().keys(), jobs);
    shell.onDrop(this::take);
    settings.preferences().addListener((_, before, now) -> {
      if (!before.keys().equals(now.keys())) shell.useKeys(now.keys());
    });
    settings.problem().subscribe(now -> {
      if (!now.isEmpty()) shell.error(now, "");
    });
  }

  public Shell shell() {
    return shell;
  }

  Optional<Session> session() {
    return session;
  }

  public JobMonitor jobs() {
    return jobs;
  }

  public void begin(Start what) {
    showStart();
    switch (what) {
      case Start.Empty _ -> {}
      case Start.Open(var workspace) -> open(workspace, Optional.empty(), List.of());
      case Start.Practice(var folder) -> practice(folder);
    }
  }

  private StartView showStart() {
    var view = new StartView(this, choosers, parts.folders().workspaces(), settings.window().get().recent());
    start = Optional.of(view);
    shell.showAlone(view.node(), "Drop a folder, or open a workspace");
    return view;
  }

  @Override
  public void practice() {
    practice(parts.folders().data().resolve("practice"));
  }

  private void practice(Path folder) {
    var workspace = folder.resolve("workspace");
    if (Workspace.isWorkspace(workspace)) {
      open(workspace, Optional.empty(), List.of(folder.resolve("files")));
      return;
    }
    run("Writing the practice collection", jobs, _ -> PracticeCollection.write(folder, PRACTICE_SEED).size(),
        _ -> open(workspace, Optional.empty(), List.of(folder.resolve("files"))), e -> shell.error("The practice collection cannot be written below " + folder, e));
  }

  @Override
  public void open(Path folder, Optional<String> passphrase, List<Path> imports) {
    if (session.isPresent() && !mayStop()) return;
    run("Opening " + folder.getFileName(), quiet, _ -> Workspace.open(folder, passphrase), workspace -> opened(workspace, imports), e -> refused(folder, imports, e));
  }

  private void opened(Workspace workspace, List<Path> imports) {
    if (session.isPresent()) jobs.cancelAll();
    session.ifPresent(Session::close);
    start = Optional.empty();
    var now = new Session(workspace, parts, new Session.Runners(quiet, jobs), settings, new Session.Wishes(this::retry, shell::show, shell::update, choosers, shell::error));
    session = Optional.of(now);
    settings.changeWindow(w -> w.withRecent(workspace.folder()));
    commands.opened(true);
    shell.showPages(now.pages());
    if (!imports.isEmpty()) importPaths(imports);
  }

  private void refused(Path folder, List<Path> imports, Throwable cause) {
    if (cause instanceof CatalogException e && (e.kind() == Kind.PASSPHRASE_NEEDED || e.kind() == Kind.WRONG_PASSPHRASE)) {
      var view = session.isPresent() ? leave() : start.orElseGet(this::showStart);
      view.askPassphrase(folder, e.kind() == Kind.WRONG_PASSPHRASE ? "The passphrase does not fit. Try again." : "Give its passphrase to open it.", imports);
      return;
    }
    shell.error(cause instanceof IOException ? String.valueOf(cause.getMessage()) : folder + ": the workspace cannot be opened", cause);
  }

  /// Closes the workspace and shows the start screen.
  private StartView leave() {
    jobs.cancelAll();
    session.ifPresent(Session::close);
    session = Optional.empty();
    commands.opened(false);
    return showStart();
  }

  void closeWorkspace() {
    if (mayStop()) leave();
  }

  @Override
  public void forget(Path recent) {
    settings.changeWindow(w -> w.withoutRecent(recent));
  }

  void newWorkspace() {
    start.orElseGet(this::leave).newWorkspace("collection", List.of());
  }

  /// What was dropped: a workspace is opened, all else is imported.
  public void take(List<Path> paths) {
    if (paths.size() == 1 && Workspace.isWorkspace(paths.getFirst())) open(paths.getFirst(), Optional.empty(), List.of());
    else if (session.isPresent()) importPaths(paths);
    else {
      var name = String.valueOf(paths.getFirst().getFileName()).replaceFirst("\\.[A-Za-z0-9]{1,4}$", "");
      start.orElseGet(this::showStart).newWorkspace(freeName(name), paths);
    }
  }

  private String freeName(String name) {
    var folder = parts.folders().workspaces();
    var free = name;
    for (int i = 2; Files.exists(folder.resolve(free)); i++) free = name + "-" + i;
    return free;
  }

  void importPaths(List<Path> paths) {
    var open = session.orElseThrow();
    var name = paths.size() == 1 ? String.valueOf(paths.getFirst().getFileName()) : Counts.of(paths.size(), "item");
    intake("Import of " + name, open, context -> new Intake(open.workspace(), parts.files(), parts.compute()).run(paths, context));
  }

  private void retry() {
    session.ifPresent(open -> intake("Looking again at the quarantine", open, context -> new Intake(open.workspace(), parts.files(), parts.compute()).retry(context)));
  }

  private void intake(String name, Session open, umbra.job.Job<IntakeReport> job) {
    jobs.<IntakeReport>start(name, job, state -> {
      boolean current = session.isPresent() && session.get() == open;
      switch (state) {
        case JobState.Running<IntakeReport> _ -> {
          if (current) open.refresh();
        }
        case JobState.Succeeded<IntakeReport>(var report) -> {
          if (current) open.reload();
          var found = report.found();
          shell.hint("Imported: %s, %,d known, %,d not DICOM, %,d set aside".formatted(Counts.of(found.added(), "new instance"), report.unchanged(), found.notDicom(), found.quarantined()));
        }
        case JobState.Failed<IntakeReport>(var cause) -> {
          if (!current) return; // its workspace was closed under it, on purpose
          open.reload();
          shell.error(name + " stopped: " + cause.getMessage(), cause);
        }
        case JobState.Cancelled<IntakeReport> _ -> {
          if (current) open.reload();
          shell.hint(name + " was cancelled; what was read until then is kept");
        }
        case JobState.Waiting<IntakeReport> _ -> {}
      }
    });
  }

  /// Asks before work under way is stopped, and before what was not saved is given up.
  boolean mayStop() {
    if (jobs.isBusy() && !choosers.confirm("Work is under way", jobs.rows().getFirst().name() + " is not finished. What is done so far is kept; begin it again later to go on.", "Stop and close")) return false;
    return session.map(Session::mayClose).orElse(true);
  }

  /// At the end of the window, while the toolkit still runs.
  void endScreens() {
    session.ifPresent(Session::closeScreens);
  }

  /// After all jobs have ended.
  public void end() {
    session.ifPresent(s -> s.workspace().close());
  }

  private static <T> void run(String name, JobRunner runner, umbra.job.Job<T> job, Consumer<T> then, Consumer<Throwable> failed) {
    runner.<T>start(name, job, state -> {
      switch (state) {
        case JobState.Succeeded<T>(var result) -> then.accept(result);
        case JobState.Failed<T>(var cause) -> failed.accept(cause);
        case JobState.Waiting<T> _, JobState.Running<T> _, JobState.Cancelled<T> _ -> {}
      }
    });
  }
}
