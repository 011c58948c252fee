package umbra.app.review;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import umbra.job.Job;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.words.Counts;
import umbra.workspace.scan.ScanReport;

/// The scan as a person sees it: begun, stopped, gone on with, and how much nobody has looked at.
public final class ScanViewModel {
  private static final long READ_EACH_NANOS = 1_500_000_000L;

  private final JobRunner quiet;
  private final JobRunner jobs;
  private final Job<ScanReport> scan;
  private final LongSupplier unseenNow;
  private final Runnable found;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyLongWrapper unseen = new ReadOnlyLongWrapper(-1);
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private Optional<JobHandle> handle = Optional.empty();
  private String last = "";
  private long read;

  /// @param unseen counts instances nobody has looked at
  /// @param found told when there may be new findings
  public ScanViewModel(JobRunner quiet, JobRunner jobs, Job<ScanReport> scan, LongSupplier unseen, Runnable found) {
    this.quiet = quiet;
    this.jobs = jobs;
    this.scan = scan;
    this.unseenNow = unseen;
    this.found = found;
  }

  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /// From 0 to 1; -1 while the total is not known.
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /// Instances nobody has looked at to the end; -1 while that is not known.
  public ReadOnlyLongProperty unseen() {
    return unseen.getReadOnlyProperty();
  }

  /// In words: what is under way, what came of it, what is left.
  public ReadOnlyStringProperty state() {
    return state.getReadOnlyProperty();
  }

  /// Counts anew what nobody has looked at.
  public void refresh() {
    quiet.<Long>start("Counting", _ -> unseenNow.getAsLong(), now -> {
      if (!(now instanceof JobState.Succeeded<Long>(var count))) return;
      unseen.set(count);
      if (!running.get()) tell();
    });
  }

  private void tell() {
    var left = unseen.get() == 0 ? "All instances looked at" : Counts.of(unseen.get(), "instance") + " not looked at";
    state.set(last.isEmpty() ? left : last + " · " + left);
  }

  /// Begins, or goes on where it was stopped.
  public void start() {
    if (running.get()) return;
    running.set(true);
    progress.set(-1);
    state.set("Loading the text engine…");
    handle = Optional.of(jobs.start("Looking for burned-in text", scan, this::heard));
  }

  public void cancel() {
    handle.ifPresent(JobHandle::cancel);
    if (running.get()) state.set("Stopping after what is being looked at…");
  }

  private void heard(JobState<ScanReport> now) {
    switch (now) {
      case JobState.Waiting<ScanReport> _ -> {}
      case JobState.Running<ScanReport>(long done, long total) -> {
        progress.set(total > 0 ? (double) done / total : -1);
        if (total > 0) state.set("Looking: %,d of %s".formatted(done, Counts.of(total, "instance")));
        if (System.nanoTime() - read > READ_EACH_NANOS) {
          read = System.nanoTime();
          found.run();
        }
      }
      case JobState.Succeeded<ScanReport>(var report) -> end("%,d looked at".formatted(report.looked() - report.failed()) + (report.unchanged() == 0 ? "" : ", %,d as before".formatted(report.unchanged()))
          + (report.failed() == 0 ? "" : ", %,d could not be looked at in whole or part".formatted(report.failed())));
      case JobState.Cancelled<ScanReport> _ -> end("Stopped; what was found is kept, begin again to go on");
      case JobState.Failed<ScanReport>(var cause) -> end("The scan stopped: " + cause.getMessage());
    }
  }

  private void end(String words) {
    running.set(false);
    progress.set(0);
    last = words;
    handle = Optional.empty();
    found.run();
    refresh();
  }
}
