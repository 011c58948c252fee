package umbra.cli.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umbra.cli.ExitCode;
import umbra.cli.FormOption;
import umbra.cli.Table;
import umbra.cli.WorkspaceOption;
import umbra.words.Counts;
import umbra.workspace.curate.Subjects;
import umbra.workspace.release.ReleaseParts;

/// `umbra subjects`: who the subjects are, and which Patient IDs are one person.
@Command(name = "subjects", description = "List subjects by number, say that several are one person, or that they are not. One person has one pseudonym and one date offset.")
public final class SubjectsCommand implements Callable<Integer> {
  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--merge", paramLabel = "ID=ID", description = "The first is the same person as the second, whose pseudonym both get. An ID is a Patient ID, or #N for a subject by its number.")
  private List<String> merges = List.of();

  @Option(names = "--split", paramLabel = "ID", description = "Is a person of its own again.")
  private List<String> splits = List.of();

  @Option(names = "--reason", paramLabel = "WHY", description = "For the audit trail.", defaultValue = "")
  private String reason;

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    boolean changes = !merges.isEmpty() || !splits.isEmpty();
    if (changes && reason.isBlank()) throw new ParameterException(spec.commandLine(), "--merge and --split need a --reason");
    try (var open = workspace.openExisting()) {
      var subjects = new Subjects(open, ReleaseParts.curation(open));
      if (changes) change(subjects);
      else print(subjects.all(), subjects.doubts());
      return ExitCode.DONE;
    }
  }

  /// All is understood before anything is changed.
  private void change(Subjects subjects) {
    var all = subjects.all();
    var from = new ArrayList<Long>();
    var into = new ArrayList<Long>();
    for (var merge : merges) {
      int at = between(merge, all);
      from.add(number(merge.substring(0, at), all));
      into.add(number(merge.substring(at + 1), all));
    }
    var apart = splits.stream().map(s -> number(s, all)).toList();
    int made = 0;
    for (int i = 0; i < from.size(); i++) if (subjects.merge(List.of(from.get(i)), into.get(i), reason).isPresent()) made++;
    if (!apart.isEmpty() && subjects.split(apart, reason).isPresent()) made++;
    spec.commandLine().getOut().println(made == 0 ? "as before" : Counts.of(made, "decision") + " made");
  }

  /// An equals sign may be part of an ID.
  private int between(String merge, List<Subjects.Person> all) {
    for (int at = merge.indexOf('='); at >= 0; at = merge.indexOf('=', at + 1)) {
      if (!numbers(merge.substring(0, at), all).isEmpty() && !numbers(merge.substring(at + 1), all).isEmpty()) return at;
    }
    throw new ParameterException(spec.commandLine(), "--merge takes ID=ID, both of subjects that `umbra subjects` lists; nothing was changed");
  }

  private long number(String id, List<Subjects.Person> all) {
    var numbers = numbers(id, all);
    if (numbers.size() == 1) return numbers.getFirst();
    throw new ParameterException(spec.commandLine(), (numbers.isEmpty() ? "no subject has this ID" : "several subjects have this ID; say #N") + "; nothing was changed");
  }

  private static List<Long> numbers(String id, List<Subjects.Person> all) {
    return all.stream().filter(p -> id.startsWith("#") ? id.equals("#" + p.number()) : id.equals(p.row().patientId())).map(Subjects.Person::number).distinct().toList();
  }

  private void print(List<Subjects.Person> all, Map<Long, String> doubts) throws Exception {
    var table = new Table(form.form(), "number", "patient_id", "patient_name", "instances", "same_as", "doubt");
    var ids = new HashMap<Long, String>();
    for (var person : all) ids.put(person.number(), person.row().patientId());
    for (var p : all) table.row(p.number(), p.row().patientId(), p.row().patientName(), p.row().instances(), p.isMerged() ? "#" + p.sameAs() + " " + ids.getOrDefault(p.sameAs(), "") : "", doubts.getOrDefault(p.number(), ""));
    table.print(spec.commandLine().getOut());
  }
}
