package umbra.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umbra.catalog.Catalog;
import umbra.catalog.audit.AuditHead;
import umbra.catalog.audit.AuditLog;
import umbra.catalog.version.Versions;

/// `umbra audit`: the trail of what was done by whom, when and why.
@Command(name = "audit", description = "Print the audit trail, or check that nobody altered, removed, exchanged, inserted or cut off a row.")
public final class AuditCommand implements Callable<Integer> {
  private static final int PAGE = 1000;

  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--verify", description = "Check the chain; exit code 1 if it is not whole.")
  private boolean verify;

  @Option(names = "--head", paramLabel = "N:HASH", description = "With --verify: a head printed earlier, in collection.json or method.html, through which the trail must lead. May be repeated.")
  private List<String> heads;

  @Option(names = "--for-others", description = "Leave out reasons, where people quote what they saw, and hashes but the heads of finished exports.")
  private boolean forOthers;

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var printed = printed();
    try (var open = workspace.openExisting()) {
      if (verify) return verify(open.audit(), printed(open.catalog(), printed));
      var table = new Table(form.form(), "sequence", "at", "who", "action", "object", "why", "program", "profile_hash", "hash");
      long after = 0;
      for (var page = open.audit().rows(after, PAGE); !page.isEmpty(); page = open.audit().rows(after, PAGE)) {
        for (var whole : page) {
          var row = forOthers ? whole.forOthers() : whole;
          table.row(row.sequence(), row.at(), row.who(), row.event().action(), row.event().object(), row.event().why(), row.program(), row.event().profileHash(), row.hash());
        }
        after = page.getLast().sequence();
      }
      table.print(spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  private List<AuditHead> printed() {
    if (heads == null) return List.of();
    try {
      return heads.stream().map(AuditHead::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--head: " + e.getMessage(), e);
    }
  }

  /// Those named, and those that finished exports printed and the workspace knows of.
  private static List<AuditHead> printed(Catalog catalog, List<AuditHead> named) {
    var all = new ArrayList<>(named);
    all.addAll(new Versions(catalog).heads());
    return all;
  }

  private int verify(AuditLog log, List<AuditHead> printed) throws Exception {
    var check = log.check(new ArrayList<>(printed));
    var table = new Table(form.form(), "rows", "head", "faults");
    table.row(check.rows(), check.head(), check.faults().size());
    table.print(spec.commandLine().getOut());
    check.faults().forEach(f -> spec.commandLine().getErr().println("umbra: " + f));
    return check.isWhole() ? ExitCode.DONE : ExitCode.FOUND;
  }
}
