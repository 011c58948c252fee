package umbra.workspace.release;

import java.io.IOException;
import java.util.function.Supplier;
import umbra.catalog.finding.ReviewKinds;
import umbra.deid.profile.ProfileStore;
import umbra.job.ComputePool;
import umbra.object.ObjectText;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.RedactionChoice;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.export.InstanceExport;
import umbra.workspace.export.Preparation;
import umbra.workspace.proof.RedactionGuard;
import umbra.workspace.scan.SecondLook;
import umbra.workspace.source.SourceFiles;

/// What planning and writing a version need of the program, in the window and on the command line.
///
/// @param newKey makes up a key
public record ReleaseParts(SourceFiles files, ComputePool pool, ObjectText objects, Pixels pixels, ProfileStore profiles, Supplier<byte[]> newKey) {
  /// Blackens, and proves it.
  ///
  /// @param look is made when it is wanted, since it reads word lists
  public record Pixels(Redaction redaction, RedactionProof proof, Look look) {}

  /// Makes the second look.
  public interface Look {
    SecondLook make() throws IOException;
  }

  private InstanceExport.Redacting redacting(Workspace workspace, RedactionChoice choice) throws IOException {
    return new InstanceExport.Redacting(pixels.redaction(), choice, new RedactionGuard(workspace.catalog(), pixels.proof(), pixels.look().make()));
  }

  public static Curation curation(Workspace workspace) {
    return new Curation(workspace, ReviewKinds.ALL);
  }

  public Preparation preparation(Workspace workspace, Curation curation) {
    return new Preparation(workspace, files, pool, objects, curation);
  }

  /// What an export reads from and decides by, as things are decided now.
  public InstanceExport.Sources sources(Workspace workspace, Curation curation, RedactionChoice choice) throws IOException {
    return new InstanceExport.Sources(files, redacting(workspace, choice), new Review(workspace, curation), curation.textDecisions());
  }

  /// The profiles of the installation, and those that belong to a workspace.
  public static ProfileStore profilesOf(Workspace workspace, ProfileStore installed) {
    return installed.with(workspace.folder().resolve("profiles"));
  }
}
