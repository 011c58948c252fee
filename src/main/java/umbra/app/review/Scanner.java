package umbra.app.review;

import java.io.IOException;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.scan.ScanReport;

/// Looks for text in a workspace with the engine of this installation.
@FunctionalInterface
public interface Scanner {
  /// @throws IOException if the word lists cannot be read
  ScanReport scan(Workspace workspace, JobContext context) throws IOException;
}
