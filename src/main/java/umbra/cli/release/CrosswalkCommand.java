package umbra.cli.release;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.cli.CrosswalkFile;
import umbra.cli.ExitCode;
import umbra.cli.WorkspaceOption;
import umbra.workspace.export.Crosswalk;

/// `umbra crosswalk`: what ties a version to its sources. Confidential.
@Command(name = "crosswalk", description = "Write what ties a version to its sources: CONFIDENTIAL, never beside the export.")
public final class CrosswalkCommand implements Callable<Integer> {
  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--version", paramLabel = "V", required = true, description = "The name of the version.")
  private String version;

  @Option(names = "--collection", paramLabel = "NAME", description = "The name of the collection, where several have such a version.")
  private String collection;

  @Option(names = "--out", paramLabel = "F.csv", required = true, description = "The file to write; must not exist.")
  private Path out;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (var open = workspace.openExisting()) {
      var fitting = Crosswalk.versions(open, version).stream().filter(v -> collection == null || v.collection().equals(collection)).toList();
      if (fitting.size() != 1) {
        throw new ParameterException(spec.commandLine(), fitting.isEmpty() ? "no version " + version + " was exported from this workspace" : "several collections have a version " + version + "; name one by --collection");
      }
      try (var file = CrosswalkFile.create(out)) {
        file.write(Crosswalk.rows(open, fitting.getFirst()));
      }
      open.audit().append(AuditEvent.of(AuditAction.CROSSWALK, "version " + version, "written to a file"));
      return ExitCode.DONE;
    }
  }
}
