package umbra.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// Who may see whom: the table of docs/architecture.md. A line names only lines above it, so that it cannot hold a loop.
final class Layers {
  static final SequencedMap<String, Set<String>> MAY_SEE = new LinkedHashMap<>();

  static {
    line("io");
    line("job");
    line("dicom.text");
    line("dicom", "io", "dicom.text");
    line("dicom.dict", "dicom");
    line("dicom.read", "io", "dicom", "dicom.text", "dicom.dict");
    line("dicom.write", "io", "dicom", "dicom.text", "dicom.dict");
    line("dicom.json", "io", "dicom", "dicom.text");
    line("pixel", "io", "dicom");
    line("pixel.codec..", "io", "dicom", "pixel");
    line("pixel.render", "io", "dicom", "pixel");
    line("practice", "io", "dicom", "dicom.text", "dicom.dict", "dicom.write");
    line("look", "io", "dicom", "dicom.text", "dicom.dict", "dicom.read", "pixel", "pixel.codec..", "pixel.render");
    line("catalog.h2");
    line("catalog", "catalog.h2");
    line("catalog.arrival", "catalog", "catalog.h2");
    line("catalog.links", "catalog.h2");
    line("workspace.source", "io", "dicom", "dicom.read");
    line("workspace", "catalog", "catalog.h2", "catalog.links");
    line("workspace.intake", "io", "job", "dicom", "dicom.text", "dicom.dict", "dicom.read", "catalog", "catalog.arrival", "workspace", "workspace.source");
    line("cli", "io", "job", "dicom", "dicom.text", "dicom.dict", "dicom.read", "dicom.json", "pixel", "pixel.codec..", "pixel.render", "practice", "look", "catalog", "catalog.h2", "workspace", "workspace.source", "workspace.intake");
  }

  private Layers() {}

  private static void line(String name, String... seen) {
    if (!MAY_SEE.keySet().containsAll(List.of(seen))) throw new IllegalArgumentException(name + " looks down the table");
    MAY_SEE.put(name, Set.of(seen));
  }

  /// One rule for each line, and one that no package stands outside the table.
  static Map<String, ArchRule> rules(String root) {
    var rules = new LinkedHashMap<String, ArchRule>();
    MAY_SEE.forEach((name, seen) -> {
      var allowed = Stream.concat(Stream.of(name), seen.stream()).map(p -> root + "." + p).toArray(String[]::new);
      rules.put("layer " + name, classes().that().resideInAPackage(root + "." + name)
          .should().onlyDependOnClassesThat(resideOutsideOfPackage(root + "..").or(resideInAnyPackage(allowed)))
          .allowEmptyShould(!root.equals("umbra"))); // a line without classes is a renamed package
    });
    var known = Stream.concat(Stream.of(root), MAY_SEE.keySet().stream().map(p -> root + "." + p)).toArray(String[]::new);
    rules.put("every package is in the table", classes().should().resideInAnyPackage(known));
    return rules;
  }
}
