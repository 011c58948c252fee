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
    line("words");
    line("dicom.text");
    line("dicom", "io", "dicom.text");
    line("dicom.dict", "dicom");
    line("dicom.read", "io", "dicom", "dicom.text", "dicom.dict");
    line("dicom.write", "io", "dicom", "dicom.text", "dicom.dict");
    line("dicom.json", "io", "dicom", "dicom.text");
    line("pixel", "io", "dicom");
    line("pixel.place", "dicom");
    line("pixel.codec..", "io", "dicom", "pixel");
    line("pixel.render", "io", "dicom", "pixel");
    line("pixel.view", "io", "dicom", "pixel", "pixel.render");
    line("pixel.stream..", "io", "dicom", "pixel", "pixel.codec..");
    line("pixel.redact..", "io", "dicom", "pixel", "pixel.codec..", "pixel.render", "pixel.stream..");
    line("ocr..", "io", "dicom", "pixel", "pixel.render");
    line("object..", "io", "dicom", "dicom.text", "dicom.dict", "dicom.read", "dicom.write", "pixel", "pixel.place", "pixel.codec..", "pixel.render");
    line("deid.value", "io", "dicom", "dicom.text", "dicom.dict");
    line("deid.identifier", "io", "dicom", "dicom.text", "dicom.dict", "deid.value");
    line("deid.rule", "dicom");
    line("deid.table", "dicom", "dicom.dict", "deid.rule");
    line("deid.substitute", "io", "dicom", "dicom.text", "dicom.dict", "deid.value", "deid.table");
    line("deid.compile", "io", "dicom", "dicom.text", "dicom.dict", "deid.value", "deid.substitute", "deid.rule", "deid.table");
    line("deid.vendor", "io", "dicom", "dicom.text", "dicom.dict");
    line("deid", "deid.vendor", "deid.identifier", "io", "dicom", "dicom.text", "dicom.dict", "deid.value", "deid.substitute", "deid.rule", "deid.table", "deid.compile");
    line("deid.profile", "io", "dicom", "dicom.text", "dicom.dict", "deid.value", "deid.rule", "deid.table", "deid");
    line("verify.search");
    line("verify", "verify.search", "deid.identifier", "deid.substitute", "io", "dicom", "dicom.text", "dicom.dict", "dicom.read", "pixel", "pixel.codec..", "pixel.render", "ocr..", "object..", "deid.value", "deid.rule", "deid.vendor", "deid");
    line("practice..", "io", "dicom", "dicom.text", "dicom.dict", "dicom.read", "dicom.write", "pixel", "pixel.codec..", "object..");
    line("look", "io", "dicom", "dicom.text", "dicom.dict", "dicom.read", "pixel", "pixel.codec..", "pixel.render", "object..");
    line("catalog.h2");
    line("catalog", "catalog.h2");
    line("catalog.arrival", "catalog", "catalog.h2");
    line("catalog.audit", "catalog", "catalog.h2");
    line("catalog.decision", "catalog", "catalog.h2", "catalog.audit");
    line("catalog.finding", "catalog", "catalog.h2", "catalog.audit", "catalog.decision");
    line("catalog.version", "catalog", "catalog.h2", "catalog.audit");
    line("catalog.links", "catalog.h2");
    var below = MAY_SEE.keySet().stream().filter(n -> !n.equals("practice..")).toArray(String[]::new);
    line("workspace.source", "io", "dicom", "dicom.read");
    line("workspace", "io", "catalog", "catalog.h2", "catalog.links", "catalog.audit");
    line("workspace.intake", "io", "job", "dicom", "dicom.text", "dicom.dict", "dicom.read", "catalog", "catalog.arrival", "catalog.audit", "workspace", "workspace.source");
    var base = with(below, "workspace", "workspace.source");
    line("workspace.stack", base);
    line("workspace.related", base);
    line("workspace.thumbnail", with(base, "workspace.stack"));
    line("workspace.header", base);
    line("workspace.curate", base);
    line("workspace.scan", with(base, "workspace.stack", "workspace.curate"));
    line("workspace.integrity", base);
    line("workspace.slide", with(base, "workspace.curate"));
    line("workspace.document", with(base, "workspace.stack", "workspace.curate", "workspace.scan"));
    line("workspace.deidentify", with(base, "workspace.curate", "workspace.document"));
    line("workspace.review", with(base, "workspace.stack", "workspace.curate", "workspace.scan", "workspace.deidentify"));
    line("workspace.template", with(base, "workspace.curate"));
    line("workspace.proof", with(base, "workspace.curate", "workspace.scan"));
    line("workspace.tally", with(base, "workspace.header"));
    line("workspace.export", with(base, "workspace.tally", "workspace.curate", "workspace.deidentify", "workspace.scan", "workspace.proof", "workspace.document", "workspace.slide", "workspace.integrity"));
    line("workspace.export.check", with(base, "workspace.curate", "workspace.integrity", "workspace.export"));
    line("workspace.release", MAY_SEE.keySet().stream().filter(n -> !n.equals("practice..")).toArray(String[]::new));
    var all = MAY_SEE.keySet().toArray(String[]::new);
    line("cli", all);
    line("cli.deidentify", with(all, "cli"));
    line("cli.release", with(all, "cli"));
    line("app..", all);
  }

  /// Lines of packages that are not written yet.
  private static final Set<String> PLANNED = Set.of();

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
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
          .allowEmptyShould(!root.equals("umbra") || PLANNED.contains(name))); // a line without classes is a renamed package
    });
    var known = Stream.concat(Stream.of(root), MAY_SEE.keySet().stream().map(p -> root + "." + p)).toArray(String[]::new);
    rules.put("every package is in the table", classes().should().resideInAnyPackage(known));
    return rules;
  }
}
