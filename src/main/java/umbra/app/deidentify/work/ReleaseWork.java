package umbra.app.deidentify.work;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import umbra.deid.profile.ProfileStore;
import umbra.job.Job;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.release.KeyFile;
import umbra.workspace.release.ReleaseParts;

/// What the steps of a release share in one open workspace.
///
/// @param quiet for what is over in a moment
/// @param jobs for what a person sees in the list of jobs
/// @param trouble shows in the window what went wrong, with the cause for those who help
public record ReleaseWork(Workspace workspace, Curation curation, ReleaseParts parts, JobRunner quiet, JobRunner jobs, BiConsumer<String, Throwable> trouble) {
  public static final String COLLECTION = "release.collection";

  public KeyFile key() {
    return new KeyFile(workspace, parts.newKey());
  }

  /// The name of the collection as a person gave it last, or of the workspace.
  public String collection() {
    return workspace.catalog().settings().find(COLLECTION).orElse(workspace.name());
  }

  /// The shipped profiles, the person's own, and those that belong to this workspace.
  public ProfileStore profiles() {
    return ReleaseParts.profilesOf(workspace, parts.profiles());
  }

  /// Runs what is over in a moment; a failure is shown as `what`.
  public <T> void quietly(String what, Job<T> job, Consumer<T> then) {
    quiet.<T>start(what, job, state -> {
      switch (state) {
        case JobState.Succeeded<T>(var result) -> then.accept(result);
        case JobState.Failed<T>(var cause) -> trouble.accept(what + " failed" + reason(cause), cause);
        case JobState.Waiting<T> _, JobState.Running<T> _, JobState.Cancelled<T> _ -> {}
      }
    });
  }

  /// Only what a person can do something about; the messages of these never hold values.
  public static String reason(Throwable cause) {
    return cause instanceof java.io.IOException || cause instanceof IllegalArgumentException ? ": " + cause.getMessage() : "";
  }
}
