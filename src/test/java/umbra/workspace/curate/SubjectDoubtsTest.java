package umbra.workspace.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.catalog.SubjectRow;
import umbra.workspace.curate.Subjects.Person;

class SubjectDoubtsTest {
  private static Person person(long number, long sameAs) {
    return new Person(number, new SubjectRow(100 + number, "ID" + number, "", "", 1, 1), sameAs);
  }

  private static Map<String, Set<String>> said(String name, String birthDate) {
    return Map.of("PatientName", Set.of(name), "PatientBirthDate", Set.of(birthDate));
  }

  @Test
  void onePersonUnderTwoIdsIsSeenUntilTheyAreMerged() {
    var constants = Map.of(101L, said("Doe^Jane", "19640229"), 102L, said("DOE^JANE^^", "19640229"), 103L, said("Doe^Jane", "19700101"));
    assertEquals(Map.of(1L, "name and birth date of #2", 2L, "name and birth date of #1"), SubjectDoubts.of(List.of(person(1, 1), person(2, 2), person(3, 3)), constants));
    assertEquals(Map.of(), SubjectDoubts.of(List.of(person(1, 1), person(2, 1), person(3, 3)), constants));
  }

  @Test
  void twoPersonsUnderOneIdAreSeen() {
    var constants = Map.of(101L, Map.of("PatientName", Set.of("Doe^Jane", "DOE^JANE ", "Roe^Rita"), "PatientSex", Set.of("F", "M")));
    assertEquals(Map.of(1L, "2 values of PatientName; 2 values of PatientSex"), SubjectDoubts.of(List.of(person(1, 1)), constants));
  }

  @Test
  void withoutANameOrADateNobodyIsAlike() {
    var constants = Map.of(101L, said("", "19640229"), 102L, said("", "19640229"), 103L, said("Doe^Jane", ""), 104L, said("Doe^Jane", ""));
    assertEquals(Map.of(), SubjectDoubts.of(List.of(person(1, 1), person(2, 2), person(3, 3), person(4, 4)), constants));
  }
}
