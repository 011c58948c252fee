package umbra.app.fx;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.job.Job;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;

/// The list of long work under way, beside running it.
public final class JobMonitor implements JobRunner {
  private final JobRunner runner;
  private final ObservableList<JobRow> rows = FXCollections.observableArrayList();

  /// @param runner whose listeners arrive where the list may be changed
  public JobMonitor(JobRunner runner) {
    this.runner = runner;
  }

  /// What runs now, oldest first.
  public ObservableList<JobRow> rows() {
    return rows;
  }

  public boolean isBusy() {
    return !rows.isEmpty();
  }

  public void cancelAll() {
    for (var row : rows) row.cancel();
  }

  @Override
  public <T> JobHandle start(String name, Job<T> job, Consumer<JobState<T>> listener) {
    var row = new JobRow(name);
    rows.add(row);
    var handle = runner.start(name, job, state -> {
      row.update(state);
      if (state.isFinal()) rows.remove(row);
      listener.accept(state);
    });
    row.tie(handle);
    return handle;
  }
}
