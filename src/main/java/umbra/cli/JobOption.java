package umbra.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import umbra.job.DirectJobRunner;
import umbra.job.Job;
import umbra.job.JobState;

/// Runs a job in the calling thread, with a line of progress unless `--quiet`.
public final class JobOption {
  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// @throws Exception what the job threw
  public <T> T run(String name, Job<T> job) throws Exception {
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
