package umbra.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Model.CommandSpec;
import umbra.job.DirectJobRunner;
import umbra.job.Job;
import umbra.job.JobState;

/// Runs a job in the calling thread with a line of progress.
public final class JobLine {
  private JobLine() {}

  /// @throws Exception what the job threw
  public static <T> T run(CommandSpec spec, String name, boolean quiet, Job<T> job) throws Exception {
    var end = new AtomicReference<JobState<T>>();
    var progress = new ProgressLine<T>(spec.commandLine().getErr(), name, System.console() != null && System.console().isTerminal());
    new DirectJobRunner().start(name, job, state -> {
      if (!quiet) progress.accept(state);
      end.set(state);
    });
    return switch (end.get()) {
      case JobState.Succeeded<T>(var result) -> result;
      case JobState.Failed<T>(Exception cause) -> throw cause;
      case JobState.Failed<T>(var cause) -> throw new IllegalStateException(cause);
      case JobState.Cancelled<T> _, JobState.Waiting<T> _, JobState.Running<T> _ -> throw new CancellationException();
    };
  }
}
