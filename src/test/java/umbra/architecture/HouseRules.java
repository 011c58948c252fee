package umbra.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The rules beyond the layers, each by name, for any root package.
final class HouseRules {
  private static final Set<String> CLOCKS_AND_DICE = Set.of("java.time.Instant.now", "java.time.LocalDate.now", "java.time.LocalDateTime.now",
      "java.lang.System.currentTimeMillis", "java.util.UUID.randomUUID", "java.util.Random.<init>", "java.lang.Math.random");

  private HouseRules() {}

  static Map<String, ArchRule> rules(String root) {
    var rules = new LinkedHashMap<String, ArchRule>();
    rules.put("no cycles between packages", slices().matching(root + ".(**)").should().beFreeOfCycles());
    rules.put("the database only in catalog", noClasses().that().resideOutsideOfPackage(root + ".catalog..")
        .should().dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")));
    rules.put("image libraries only in codecs", noClasses().that().resideOutsideOfPackages(root + ".pixel.codec..", root + ".object.document..")
        .should().dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.imageio..")));
    rules.put("no Swing", noClasses().should().dependOnClassesThat(resideInAnyPackage("javax.swing..")));
    rules.put("static fields are final", fields().that().areStatic().should().beFinal());
    rules.put("no getInstance", methods().should().notHaveName("getInstance"));
    rules.put("clock and dice only in Main", noClasses().that().doNotHaveFullyQualifiedName(root + ".Main").should().callCodeUnitWhere(
        describe("asks for the time or throws dice", (JavaCall<?> c) -> CLOCKS_AND_DICE.contains(c.getTargetOwner().getName() + "." + c.getName()))));
    rules.put("threads only in job", noClasses().that().resideOutsideOfPackage(root + ".job..")
        .should().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould().callCodeUnitWhere(describe("makes or steers threads", c -> c.getTargetOwner().isAssignableTo(Thread.class) && !c.getName().equals("currentThread"))));
    rules.put("nobody interrupts", noClasses().should().callMethod(Thread.class, "interrupt"));
    rules.put("standard streams only in cli", noClasses().that().resideOutsideOfPackages(root + ".cli..", root)
        .should().accessField(System.class, "out").orShould().accessField(System.class, "err"));
    rules.put("no logger below the engines", noClasses().that().resideInAnyPackage(root + ".io..", root + ".dicom..", root + ".pixel..", root + ".deid..")
        .should().dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j..")).orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.System$Logger"));
    rules.put("no general exceptions", noClasses().should().callConstructor(RuntimeException.class, String.class).orShould().callConstructor(RuntimeException.class)
        .orShould().callConstructor(Exception.class, String.class).orShould().callConstructor(Exception.class));
    rules.put("no empty names", classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Info)"));
    rules.put("no network", noClasses().should().dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net..", "com.sun.net..")
            .and(describe("are no mere names of resources", c -> !c.getName().equals("java.net.URL") && !c.getName().equals("java.net.URI"))))
        .orShould().callMethodWhere(describe("opens a URL", (JavaCall<?> c) -> c.getTargetOwner().getName().equals("java.net.URL") && c.getName().startsWith("open")))
        .orShould().dependOnClassesThat(describe("are sockets", c -> c.getName().startsWith("java.nio.channels.") && c.getName().contains("Socket"))));
    rules.put("processes only for FFmpeg", noClasses().that().resideOutsideOfPackages(root + ".pixel.codec.ffmpeg", root)
        .should().dependOnClassesThat(describe("start processes", c -> c.getName().equals("java.lang.ProcessBuilder") || c.getName().equals("java.lang.Runtime"))));
    rules.put("the toolkit only in app", noClasses().that().resideOutsideOfPackage(root + ".app..")
        .should().dependOnClassesThat(resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")));
    rules.put("view-models know no toolkit", noClasses().that().haveNameMatching(".*ViewModel(\\$.*)?")
        .should().dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.css..", "javafx.animation..")).allowEmptyShould(true));
    rules.put("threads meet only in app.fx", noClasses().that().resideOutsideOfPackage(root + ".app.fx")
        .should().callMethod(javafx.application.Platform.class, "runLater", Runnable.class));
    rules.put("records hold no setters", methods().that().haveNameMatching("set[A-Z].*").and().haveModifier(JavaModifier.PUBLIC).should().beStatic().allowEmptyShould(true));
    return rules;
  }
}
