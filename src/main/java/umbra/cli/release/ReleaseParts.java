package umbra.cli.release;

import java.util.function.Supplier;
import umbra.catalog.finding.ReviewKinds;
import umbra.deid.profile.ProfileStore;
import umbra.job.ComputePool;
import umbra.object.ObjectText;
import umbra.pixel.redact.Redaction;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.export.Preparation;
import umbra.workspace.source.SourceFiles;

/// What the commands of a release share.
///
/// @param newKey makes up a key
public record ReleaseParts(SourceFiles files, ComputePool pool, ObjectText objects, Redaction redaction, ProfileStore profiles, Supplier<byte[]> newKey) {
  static Curation curation(Workspace workspace) {
    return new Curation(workspace, ReviewKinds.ALL);
  }

  Preparation preparation(Workspace workspace, Curation curation) {
    return new Preparation(workspace, files, pool, objects, curation);
  }
}
