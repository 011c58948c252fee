package umbra.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Umbra keeps its rules, and each rule fails on the classes of `planted` that break it.
class ArchitectureTest {
  private static final JavaClasses UMBRA = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("umbra");
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  private static Map<String, ArchRule> rules(String root) {
    var rules = new LinkedHashMap<>(Layers.rules(root));
    rules.putAll(HouseRules.rules(root));
    return rules;
  }

  static Stream<String> names() {
    return rules("umbra").keySet().stream();
  }

  static Stream<String> plantedNames() {
    // One breach of a layer stands for all lines: they are made by the same code.
    return names().filter(n -> !n.startsWith("layer ") || n.equals("layer io") || n.equals("layer pixel"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void umbraKeeps(String name) {
    rules("umbra").get(name).check(UMBRA);
  }

  @ParameterizedTest
  @MethodSource("plantedNames")
  void aPlantedBreachIsSeen(String name) {
    assertThrows(AssertionError.class, () -> rules("planted").get(name).check(PLANTED));
  }

  @Test
  void theClassesWereFound() {
    assertTrue(UMBRA.size() > 150, () -> "only " + UMBRA.size() + " classes");
  }
}
