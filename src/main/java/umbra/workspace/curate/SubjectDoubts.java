package umbra.workspace.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import umbra.workspace.curate.Subjects.Person;

/// Subjects that may be one person under two IDs, and IDs that two persons may share. Nothing follows from it until a person decides.
public final class SubjectDoubts {
  private static final String NAME = "PatientName";
  private static final String BIRTH_DATE = "PatientBirthDate";

  private SubjectDoubts() {}

  /// In words, by the number of a person; holds no values.
  ///
  /// @param constants by row, keyword and value
  static Map<Long, String> of(List<Person> all, Map<Long, Map<String, Set<String>>> constants) {
    var doubts = new TreeMap<Long, List<String>>();
    var alike = new HashMap<String, List<Person>>();
    for (var person : all) {
      var said = constants.getOrDefault(person.row().id(), Map.of());
      if (person.row().patientId().isBlank()) doubts.computeIfAbsent(person.number(), _ -> new ArrayList<>()).add(withoutId(person, said));
      for (var keyword : List.of(NAME, BIRTH_DATE, "PatientSex")) {
        long values = said.getOrDefault(keyword, Set.of()).stream().map(SubjectDoubts::plain).filter(v -> !v.isEmpty()).distinct().count();
        if (values > 1) doubts.computeIfAbsent(person.number(), _ -> new ArrayList<>()).add(values + " values of " + keyword);
      }
      for (var name : said.getOrDefault(NAME, Set.of())) {
        for (var date : said.getOrDefault(BIRTH_DATE, Set.of())) {
          if (!plain(name).isEmpty() && !date.isBlank()) alike.computeIfAbsent(plain(name) + "\n" + date.strip(), _ -> new ArrayList<>()).add(person);
        }
      }
    }
    for (var group : alike.values()) {
      for (var one : group) {
        for (var other : group) {
          if (one.sameAs() != other.sameAs()) doubts.computeIfAbsent(one.number(), _ -> new ArrayList<>()).add("name and birth date of #" + other.number());
        }
      }
    }
    var words = new TreeMap<Long, String>();
    doubts.forEach((number, all2) -> words.put(number, String.join("; ", all2.stream().distinct().toList())));
    return words;
  }

  private static String withoutId(Person person, Map<String, Set<String>> said) {
    if (person.row().patientName().isBlank()) return "no Patient ID and no name: each study is a subject";
    return said.containsKey(BIRTH_DATE) ? "no Patient ID: known by name and birth date" : "no Patient ID and no birth date: all of this name are one subject";
  }

  /// Blanks, empty components and case make no other name.
  private static String plain(String value) {
    return value.strip().replaceAll("[\\^ =]+$", "").replaceAll("[\\^ ]+", " ").toUpperCase(Locale.ROOT);
  }
}
