package umbra.workspace.curate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.catalog.Catalog;
import umbra.catalog.CollectionFilter;
import umbra.catalog.SubjectRow;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.decision.DecisionKinds;
import umbra.catalog.decision.Edit;
import umbra.catalog.decision.EditHistory;
import umbra.catalog.decision.Persons;
import umbra.deid.value.KeyedPseudonyms;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.deid.value.SourceSubject;
import umbra.workspace.Workspace;

/// The subjects of the sources as persons: several Patient IDs can be one person, who then has one pseudonym and one date offset.
public final class Subjects {
  private static final int PAGE = 500;

  private final Catalog catalog;
  private final Persons persons;
  private final EditHistory history;

  public Subjects(Workspace workspace, Curation curation) {
    this.catalog = workspace.catalog();
    this.persons = new Persons(catalog);
    this.history = curation.history();
  }

  /// A subject of the catalogue as a person.
  ///
  /// @param number stays the same whatever else is imported or goes
  /// @param sameAs the number of the person it is named after; its own if it was not merged
  public record Person(long number, SubjectRow row, long sameAs) {
    public boolean isMerged() {
      return number != sameAs;
    }
  }

  /// All of them, in the order of their arrival.
  public List<Person> all() {
    var rows = rows();
    var keys = keys(rows);
    var numbers = persons.numbers(keys.values());
    var merged = persons.merged();
    return rows.stream().map(r -> new Person(numbers.get(keys.get(r.id())), r, end(merged, numbers.get(keys.get(r.id()))))).toList();
  }

  private Map<String, Long> numbers() {
    return persons.numbers(keys(rows()).values());
  }

  private List<SubjectRow> rows() {
    var rows = new java.util.ArrayList<SubjectRow>();
    Optional<SubjectRow> after = Optional.empty();
    for (var page = catalog.collection().subjects(CollectionFilter.ALL, after, PAGE); !page.isEmpty(); page = catalog.collection().subjects(CollectionFilter.ALL, after, PAGE)) {
      rows.addAll(page);
      after = Optional.of(page.getLast());
    }
    rows.sort(Comparator.comparingLong(SubjectRow::id));
    return rows;
  }

  /// By row, in the order of the rows.
  private Map<Long, String> keys(List<SubjectRow> rows) {
    var births = rows.stream().anyMatch(r -> r.patientId().isEmpty()) ? persons.constants() : Map.<Long, Map<String, Set<String>>>of();
    var keys = new LinkedHashMap<Long, String>();
    for (var row : rows) keys.put(row.id(), KeyedPseudonyms.subjectKey(source(row, births)));
    return keys;
  }

  private SourceSubject source(SubjectRow row, Map<Long, Map<String, Set<String>>> births) {
    if (!row.patientId().isEmpty()) return new SourceSubject(row.patientId(), "", row.patientName());
    var birth = births.getOrDefault(row.id(), Map.of()).getOrDefault("PatientBirthDate", Set.of()).stream().findFirst().orElse("");
    var study = catalog.collection().studies(row.id(), CollectionFilter.ALL).stream().findFirst().map(s -> s.studyInstanceUid()).orElse("");
    return new SourceSubject("", "", row.patientName(), birth, study);
  }

  /// Whom the instances of a subject say that they are about.
  public SourceSubject source(SubjectRow row) {
    return source(row, row.patientId().isEmpty() ? persons.constants() : Map.of());
  }

  private static long end(Map<Long, Long> merged, long number) {
    long at = number;
    for (int i = 0; i < merged.size() && merged.containsKey(at); i++) at = merged.get(at);
    return at;
  }

  /// Who may be one person under two IDs, and which IDs two persons may share: in words, by number.
  public Map<Long, String> doubts() {
    return SubjectDoubts.of(all(), persons.constants());
  }

  /// Says that several are one person, at one stroke. Who was merged with one of them before comes along.
  ///
  /// @param others numbers
  /// @param into the number of the one whose pseudonym and offset all will share
  /// @return empty if they are one person already
  public Optional<Edit> merge(Collection<Long> others, long into, String why) {
    var merged = persons.merged();
    long target = end(merged, into);
    var after = new LinkedHashMap<String, Optional<String>>();
    for (long other : others) {
      long own = end(merged, other);
      if (own != target) after.put("person " + own, Optional.of(Long.toString(target)));
    }
    return change(after, after.size() == 1 ? "Merge a subject" : "Merge " + after.size() + " subjects", why);
  }

  /// Says that they are persons of their own again.
  public Optional<Edit> split(Collection<Long> numbers, String why) {
    var after = new LinkedHashMap<String, Optional<String>>();
    for (long number : numbers) after.put("person " + number, Optional.empty());
    return change(after, after.size() == 1 ? "Split a subject" : "Split " + after.size() + " subjects", why);
  }

  private Optional<Edit> change(Map<String, Optional<String>> after, String title, String why) {
    numbers();
    return after.isEmpty() ? Optional.empty() : history.change(AuditAction.MERGE, title, why, DecisionKinds.SUBJECT_MERGE.name(), after);
  }

  /// The row of the subject that each row is named after; rows that were not merged stand for themselves.
  public Map<Long, Long> rowsByPerson() {
    var first = new HashMap<Long, Long>();
    var all = all();
    for (var person : all) if (!person.isMerged()) first.putIfAbsent(person.number(), person.row().id());
    var rows = new HashMap<Long, Long>();
    for (var person : all) rows.put(person.row().id(), first.computeIfAbsent(person.sameAs(), _ -> person.row().id()));
    return rows;
  }

  /// The one map of this collection, with its merges, and with its numbers where subjects are named in sequence.
  public KeyedPseudonyms pseudonyms(ProjectKey key, PatientNaming naming, boolean wholeWeeks) {
    var numbers = numbers();
    var keys = new HashMap<Long, String>();
    numbers.forEach((k, n) -> keys.put(n, k));
    var merged = new HashMap<String, String>();
    persons.merged().forEach((from, to) -> merged.put(keys.get(from), keys.get(to)));
    return new KeyedPseudonyms(key, numbered(naming, numbers), merged, wholeWeeks);
  }

  private static PatientNaming numbered(PatientNaming naming, Map<String, Long> numbers) {
    return switch (naming) {
      case PatientNaming.Keyed keyed -> keyed;
      case PatientNaming.Sequence(var prefix, int digits, _) -> {
        var small = new HashMap<String, Integer>();
        numbers.forEach((k, n) -> small.put(k, Math.toIntExact(n)));
        yield new PatientNaming.Sequence(prefix, digits, small);
      }
      case PatientNaming.Table(var rows, var others) -> new PatientNaming.Table(rows, others.map(o -> numbered(o, numbers)));
    };
  }
}
