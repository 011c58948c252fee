package umbra.cli.release;

import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import umbra.cli.ExitCode;
import umbra.cli.FormOption;
import umbra.cli.JobOption;
import umbra.cli.Table;
import umbra.cli.WorkspaceOption;
import umbra.catalog.version.VersionRow;
import umbra.catalog.version.Versions;
import umbra.dicom.dict.UidNames;
import umbra.words.Counts;
import umbra.workspace.Workspace;
import umbra.workspace.export.Prepared;
import umbra.workspace.integrity.Ledger;
import umbra.workspace.release.ReleaseParts;

/// `umbra plan`: what an export would do, and what still blocks it.
@Command(name = "plan", description = "Say what an export by a profile would do, by tag path, and what still blocks it. Writes nothing.")
public final class PlanCommand implements Callable<Integer> {
  @Mixin
  private WorkspaceOption workspace;

  @Mixin
  private TermsOption terms;

  @Mixin
  private FormOption form;

  @Option(names = "--gates", description = "Print only what is open: gate, count, what it means, and the reason if a person passed it.")
  private boolean gates;

  @Option(names = "--ledger", description = "Print how the instances of each SOP Class were dealt with: cleaned, inspected, only shown, not understood, staying.")
  private boolean ledger;

  @Option(names = "--references", description = "Print references among objects by modality and kind (instances, frames, segments, frames of reference), before and after, and how many the export would break.")
  private boolean references;

  @Option(names = "--collection", paramLabel = "NAME", description = "Whose versions may not have called subjects otherwise; default: that of the newest version.")
  private String collection;

  @Mixin
  private JobOption job;

  @Spec
  private CommandSpec spec;

  private final ReleaseParts parts;

  public PlanCommand(ReleaseParts parts) {
    this.parts = parts;
  }

  @Override
  public Integer call() throws Exception {
    try (var open = workspace.openExisting()) {
      var made = terms.terms(spec, open, parts, collection == null ? newest(open) : collection, "0");
      var prepared = job.run("planning", context -> parts.preparation(open, ReleaseParts.curation(open)).run(made, context));
      var table = table(prepared);
      table.print(spec.commandLine().getOut());
      var r = prepared.retention();
      var err = spec.commandLine().getErr();
      err.printf("umbra: %s may leave, %,d stay; elements: %,d kept, %,d cleaned, %,d replaced, %,d removed%n", Counts.of(prepared.leaving().size(), "instance"), prepared.withheld().size(), r.kept(), r.cleaned(),
          r.replaced(), r.removed());
      GateLines.print(err, prepared.gates());
      return prepared.closed().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }
  }

  /// Without a version none has left.
  private static String newest(Workspace workspace) {
    return new Versions(workspace.catalog()).all().stream().reduce((_, b) -> b).map(VersionRow::collection).orElse("plan");
  }

  private Table table(Prepared prepared) {
    if (ledger) {
      var table = new Table(form.form(), "sop_class_uid", "name", "cleaned", "inspected", "only_shown", "not_understood", "stays");
      prepared.ledger().counts(Set.of()).forEach((uid, n) -> table.row(uid, UidNames.standard().name(uid).orElse(""), n.getOrDefault(Ledger.State.CLEANED, 0L), n.getOrDefault(Ledger.State.INSPECTED, 0L),
          n.getOrDefault(Ledger.State.SHOWN, 0L), n.getOrDefault(Ledger.State.UNKNOWN, 0L), n.getOrDefault(Ledger.State.STAYS, 0L)));
      return table;
    }
    if (references) {
      return ReferenceTable.of(form.form(), prepared.references().measure(Set.of()).lines());
    }
    var table = gates ? new Table(form.form(), "gate", "open", "meaning", "passed") : new Table(form.form(), "tag_path", "name", "action", "rule", "count");
    if (gates) for (var gate : prepared.gates()) table.row(gate.kind().word(), gate.count(), gate.kind().text(), gate.passed());
    else for (var line : prepared.lines()) table.row(line.tagPath(), line.name(), line.action(), line.rule(), line.count());
    return table;
  }
}
