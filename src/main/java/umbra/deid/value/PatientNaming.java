package umbra.deid.value;

import java.util.Map;
import java.util.Optional;

/// How subjects are called.
public sealed interface PatientNaming {
  /// Nine characters made with the key: needs no list, and another collection calls the same person otherwise.
  PatientNaming KEYED = new Keyed("SUBJ-");

  /// A prefix and nine characters derived with the key.
  record Keyed(String prefix) implements PatientNaming {}

  /// A prefix and a number in the order in which the collection first met its subjects.
  ///
  /// @param numbers from 1, by the key of a subject (see [KeyedPseudonyms#subjectKey]); who is not among them is named by the key
  /// @param digits at least
  record Sequence(String prefix, int digits, Map<String, Integer> numbers) implements PatientNaming {
    public Sequence {
      numbers = Map.copyOf(numbers);
    }
  }

  /// Names somebody laid down.
  ///
  /// @param rows new ID and name, by source Patient ID
  /// @param others how the rest is called; without it the rest is refused
  record Table(Map<String, Row> rows, Optional<PatientNaming> others) implements PatientNaming {
    public Table {
      rows = Map.copyOf(rows);
    }
  }

  /// @param name empty if it shall be the same as the ID
  record Row(String id, String name) {}
}
