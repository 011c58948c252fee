package umbra.workspace.deidentify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import umbra.deid.DeidOutcome;
import umbra.deid.Retention;
import umbra.job.ComputePool;
import umbra.job.JobContext;

/// De-identifies a file, or all files of a folder, with several threads.
///
/// @param way that each file takes through `files`
public record FolderDeidentifier(FileDeidentifier files, ComputePool pool, Way way) {
  private static final int PROGRESS_EVERY = 64;

  /// What becomes of one file. For several threads.
  @FunctionalInterface
  public interface Way {
    /// @throws IOException if the target cannot be written
    DeidOutcome take(Path file) throws IOException;
  }

  /// A file that was left out.
  public record Left(Path file, DeidOutcome.Withheld why) {}

  /// @param left in the order of the files
  public record Report(int done, Retention retention, List<Left> left) {
    public Report {
      left = List.copyOf(left);
    }

    /// Nothing stays behind but files whose very bytes left under another name.
    public boolean isComplete() {
      return left.stream().allMatch(l -> l.why().reason() == DeidOutcome.Reason.DUPLICATE);
    }
  }

  /// @throws IOException if the target cannot be written; what was written until then is whole and checked
  public Report run(Path in, JobContext context) throws IOException {
    var all = filesOf(in);
    var outcomes = new DeidOutcome[all.size()];
    var count = new AtomicInteger();
    try {
      pool.forEach(all.size(), i -> {
        context.checkCancelled();
        outcomes[i] = one(all.get(i));
        int done = count.incrementAndGet();
        if (done % PROGRESS_EVERY == 0) context.progress(done, all.size());
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    new SameInstances(files, all, outcomes, this::one).settle();
    return report(all, outcomes);
  }

  private DeidOutcome one(Path file) {
    try {
      return switch (way.take(file)) {
        case DeidOutcome.Done(var plan) -> new DeidOutcome.Done(plan.forgetting());
        case DeidOutcome.Withheld withheld -> withheld;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those that [#run] takes, in order.
  public static List<Path> filesOf(Path in) throws IOException {
    if (!Files.isDirectory(in)) return List.of(in);
    // A link to a folder is the folder that it leads to.
    try (var walk = Files.walk(in.toRealPath())) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Report report(List<Path> all, DeidOutcome[] outcomes) {
    int done = 0;
    var retention = Retention.NONE;
    var left = new ArrayList<Left>();
    for (int i = 0; i < outcomes.length; i++) {
      switch (outcomes[i]) {
        case DeidOutcome.Done(var plan) -> {
          done++;
          retention = retention.plus(plan.retention());
        }
        case DeidOutcome.Withheld withheld -> left.add(new Left(all.get(i), withheld));
      }
    }
    return new Report(done, retention, left);
  }
}
