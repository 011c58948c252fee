package umbra.app.deidentify.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.deid.value.ProjectKey;
import umbra.workspace.curate.Subjects;
import umbra.workspace.release.ReleaseChoice;
import umbra.workspace.release.ReleaseChoice.Naming;

/// What subjects are called, how far their dates are moved, and who of them are one person.
public final class IdentityViewModel {
  /// A subject of the sources.
  ///
  /// @param pseudonym as an export would call it; empty while there is no key
  /// @param doubt why it may be another person, or two
  /// @param sameAs the source ID of the person it was merged into; empty if it stands for itself
  public record Row(long number, String patientId, String patientName, long instances, String pseudonym, String sameAs, String doubt) {}

  private final ReleaseWork work;
  private final ChoiceViewModel choice;
  private final Subjects subjects;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper key = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private long wanted;

  public IdentityViewModel(ReleaseWork work, ChoiceViewModel choice) {
    this.work = work;
    this.choice = choice;
    this.subjects = new Subjects(work.workspace(), work.curation());
    choice.revision().subscribe(_ -> reload());
  }

  public ObservableList<Row> rows() {
    return rows;
  }

  /// Where the key is, or that it will be made.
  public ReadOnlyStringProperty key() {
    return key.getReadOnlyProperty();
  }

  /// Why subjects cannot be named so; empty if they can.
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  private record Found(List<Row> rows, String problem, boolean hasKey) {}

  public void reload() {
    long mine = ++wanted;
    var now = choice.choice().get();
    work.quietly("Reading the subjects", _ -> read(now), found -> {
      if (mine != wanted) return;
      if (!found.rows().equals(rows)) rows.setAll(found.rows());
      problem.set(found.problem());
      key.set(found.hasKey() ? "project.key is in the workspace: every version of this collection gets the same pseudonyms and offsets. Keep a copy in a safe; never give it away with an export."
          : "There is no key yet. The first plan makes project.key in the workspace; pseudonyms and offsets follow from it.");
    });
  }

  private Found read(ReleaseChoice now) throws Exception {
    var all = subjects.all();
    var ids = new java.util.HashMap<Long, String>();
    for (var person : all) ids.putIfAbsent(person.number(), person.row().patientId());
    var problem = "";
    Optional<umbra.deid.value.Pseudonyms> names = Optional.empty();
    try {
      var naming = now.patientNaming();
      if (work.key().exists()) names = Optional.of(subjects.pseudonyms(ProjectKey.of(work.key().read()), naming, now.wholeWeeks()));
    } catch (IOException | IllegalArgumentException e) {
      problem = String.valueOf(e.getMessage());
    }
    var made = names;
    var doubts = subjects.doubts();
    var found = all.stream().map(p -> new Row(p.number(), p.row().patientId(), p.row().patientName(), p.row().instances(), made.map(n -> pseudonym(n, p)).orElse(""),
        p.isMerged() ? ids.getOrDefault(p.sameAs(), "#" + p.sameAs()) : "", doubts.getOrDefault(p.number(), ""))).toList();
    return new Found(found, problem, work.key().exists());
  }

  private String pseudonym(umbra.deid.value.Pseudonyms names, Subjects.Person person) {
    try {
      return names.subject(subjects.source(person.row())).patientId();
    } catch (umbra.deid.value.UnnamedSubjectException _) {
      return "not in the table: stays here";
    }
  }

  public void name(Naming naming) {
    choice.change(c -> c.withNaming(naming), switch (naming) {
      case KEYED -> "Name subjects by key";
      case SEQUENCE -> "Number subjects in sequence";
      case TABLE -> "Name subjects by a table";
    });
  }

  public void table(Path file) {
    choice.change(c -> c.withTable(file), "Choose a table of names");
  }

  /// @return false if it cannot begin a Patient ID
  public boolean prefix(String text) {
    if (!ReleaseChoice.isPrefix(text)) {
      choice.say("A prefix has up to 32 letters, digits, hyphens, dots and underscores");
      return false;
    }
    choice.change(c -> c.withPrefix(text), "Change the prefix");
    return true;
  }

  public void wholeWeeks(boolean weeks) {
    choice.change(c -> c.withWholeWeeks(weeks), weeks ? "Shift dates by whole weeks" : "Shift dates by days");
  }

  /// Says that all these are one person, named after the first.
  public void merge(List<Row> chosen, String why) {
    if (chosen.size() < 2) {
      choice.say("Select two or more subjects that are one person");
      return;
    }
    var others = chosen.stream().skip(1).map(Row::number).toList();
    choice.edit(() -> subjects.merge(others, chosen.getFirst().number(), why), "These are one person already");
  }

  public void split(List<Row> chosen, String why) {
    var numbers = chosen.stream().filter(r -> !r.sameAs().isEmpty()).map(Row::number).toList();
    if (numbers.isEmpty()) {
      choice.say("Select subjects that were merged");
      return;
    }
    choice.edit(() -> subjects.split(numbers, why), "These stand for themselves already");
  }
}
