package umbra.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import umbra.job.JobState;

/// How far a job is, on standard error: a line that rewrites itself on a terminal, else a plain line every few seconds.
public final class ProgressLine<T> implements Consumer<JobState<T>> {
  private static final long TERMINAL_NANOS = 200_000_000L;
  private static final long PLAIN_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final String what;
  private final boolean terminal;
  private final long began = System.nanoTime();
  private long shown = began;
  private boolean open;

  public ProgressLine(PrintWriter err, String what, boolean terminal) {
    this.err = err;
    this.what = what;
    this.terminal = terminal;
  }

  @Override
  public void accept(JobState<T> state) {
    if (state instanceof JobState.Running<T>(long done, long total)) running(done, total);
    else if (state.isFinal() && open) err.println();
  }

  private void running(long done, long total) {
    long now = System.nanoTime();
    if (now - shown < (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) return;
    shown = now;
    var line = total == 0 ? what + ": " + done + " found" : String.format(Locale.ROOT, "%s: %d of %d, %d %%, %.0f a second", what, done, total, 100 * done / total,
        done * 1e9 / (now - began));
    if (terminal) {
      err.print("\r" + line + "\u001b[K");
      err.flush();
      open = true;
    } else err.println(line);
  }
}
