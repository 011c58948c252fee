package umbra.app.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.deidentify.identity.IdentityViewModel;
import umbra.app.deidentify.plan.PlanViewModel;
import umbra.app.deidentify.profile.EditorViewModel;
import umbra.app.deidentify.profile.ProfileItem;
import umbra.app.deidentify.profile.ProfilesViewModel;
import umbra.app.deidentify.profile.RulesViewModel;
import umbra.app.deidentify.version.ExportViewModel;
import umbra.app.deidentify.version.GateRow;
import umbra.app.deidentify.version.GateViewModel;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.finding.ReviewKinds;
import umbra.deid.rule.ProfileOption;
import umbra.job.ComputePool;
import umbra.job.DirectJobRunner;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Verdict;
import umbra.workspace.export.Gate;
import umbra.workspace.intake.Intake;
import umbra.workspace.release.ReleaseChoice.Naming;
import umbra.workspace.release.TestReleases;
import umbra.workspace.source.SourceFiles;

/// The steps without a window: all work is done when a call returns.
class ReleaseStepsTest {
  @TempDir
  private Path folder;

  private final ComputePool pool = new ComputePool(2);
  private final List<String> troubles = new ArrayList<>();
  private Workspace workspace;
  private ReleaseWork work;
  private ChoiceViewModel choice;
  private ProfilesViewModel profiles;
  private PlanViewModel plan;
  private GateViewModel gate;

  @BeforeEach
  void open() throws Exception {
    PracticeCollection.write(folder.resolve("source"), 1);
    workspace = Workspace.open(folder.resolve("w"), Optional.empty());
    new DirectJobRunner().start("import", context -> new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("source/files")), context), _ -> {}).await();
    var direct = new DirectJobRunner();
    work = new ReleaseWork(workspace, new Curation(workspace, ReviewKinds.ALL), TestReleases.parts(pool), direct, direct, (text, _) -> troubles.add(text));
    choice = new ChoiceViewModel(work);
    profiles = new ProfilesViewModel(work, choice);
    plan = new PlanViewModel(work, choice, profiles);
    gate = new GateViewModel(work, choice, plan);
  }

  @AfterEach
  void close() {
    workspace.close();
    pool.close();
  }

  private ProfileItem item(String name) {
    return profiles.items().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void optionsThatExcludeEachOtherAreRefusedWithTheReason() {
    profiles.choose(item("midi-research"));
    assertTrue(profiles.isOn(ProfileOption.RETAIN_MODIFIED_DATES));

    assertFalse(profiles.switchOption(ProfileOption.RETAIN_FULL_DATES, true));

    assertTrue(choice.said().get().contains("exclude each other"), choice.said().get());
    assertFalse(profiles.isOn(ProfileOption.RETAIN_FULL_DATES));
  }

  @Test
  void everyChoiceIsUndoneStepByStepAndOutlivesTheWindow() {
    profiles.choose(item("midi-research"));
    profiles.switchOption(ProfileOption.RETAIN_DEVICE_IDENTITY, false);
    assertTrue(profiles.isChanged());
    var later = new ChoiceViewModel(work);
    later.reload();
    assertEquals(choice.choice().get(), later.choice().get());

    choice.undo();
    assertTrue(profiles.isOn(ProfileOption.RETAIN_DEVICE_IDENTITY));
    choice.undo();
    assertEquals("", choice.choice().get().profile());
    choice.redo();
    assertEquals("midi-research", choice.choice().get().profile());
    assertTrue(workspace.audit().rows(0, 1000).stream().anyMatch(r -> r.event().action() == AuditAction.PROFILE && r.event().why().contains("midi-research")));
  }

  @Test
  void aCopyIsSavedOnlyWhenItCanBeRun() throws Exception {
    var editor = new EditorViewModel(work, choice, profiles, _ -> false);
    editor.edit(item("ps315-basic"));
    assertEquals("ps315-basic-own", choice.choice().get().profile());
    var good = editor.text().get();

    editor.text().set(good + "\nwrong: 1\n");
    assertEquals(good.split("\n", -1).length + 1, editor.line().get());
    editor.save();
    assertEquals(good, Files.readString(editor.file().get().orElseThrow()));

    editor.text().set(good.replaceFirst("version: \\d+", "version: 7"));
    editor.save();
    assertEquals(7, profiles.effective().get().orElseThrow().version());
    assertTrue(troubles.isEmpty(), troubles.toString());
  }

  @Test
  void textThatWasNotSavedIsGivenUpOnlyWithConsent() {
    var asked = new ArrayList<String>();
    var consent = new AtomicBoolean();
    var editor = new EditorViewModel(work, choice, profiles, name -> {
      asked.add(name);
      return consent.get();
    });
    editor.edit(item("ps315-basic"));
    assertTrue(editor.close(), "nothing was typed");
    assertEquals(List.of(), asked);

    editor.edit(item("ps315-basic-own"));
    editor.text().set(editor.text().get() + "# typed");
    assertFalse(editor.close());
    editor.edit(item("midi-research"));
    assertEquals(List.of("ps315-basic-own.yaml", "ps315-basic-own.yaml"), asked);
    assertTrue(editor.text().get().endsWith("# typed"), "neither closing nor another profile took it");

    consent.set(true);
    assertTrue(editor.close());
    assertTrue(editor.file().get().isEmpty());
  }

  @Test
  void theRuleOfAnElementIsFoundByTagKeywordAndWords() {
    var rules = new RulesViewModel(work, profiles);
    profiles.choose(item("midi-research"));
    for (var query : List.of("PatientName", "(0010,0010)", "patient's name")) {
      rules.query().set(query);
      assertTrue(rules.rows().stream().anyMatch(r -> r.name().equals("PatientName") && r.rule().contains("E.1-1")), query + " " + rules.rows());
    }
    rules.query().set("ReferencedImageSequence");
    assertTrue(rules.rows().getFirst().line() > 0, rules.rows().toString());
  }

  @Test
  void thePlanCountsEveryElementOnceByModuleAndBySeries() {
    profiles.choose(item("midi-research"));
    plan.make();

    var whole = plan.shares().getFirst().retention();
    for (var level : List.of("Module", "Series")) {
      var sum = plan.shares().stream().filter(s -> s.level().equals(level)).map(s -> s.retention()).reduce(umbra.deid.Retention.NONE, umbra.deid.Retention::plus);
      assertEquals(whole, sum, level);
    }
    var name = plan.shown().stream().filter(r -> r.line().tagPath().equals("(0010,0010)")).findFirst().orElseThrow();
    assertTrue(name.examples().stream().allMatch(e -> !e.after().isEmpty() && !e.after().equals(e.before())), "names before and after");
    plan.action().set("held");
    assertTrue(plan.shown().stream().allMatch(r -> r.held() > 0));
  }

  @Test
  void aPlanIsOutOfDateWhenADecisionOrTheProfileChanged() {
    profiles.choose(item("midi-research"));
    plan.make();
    assertEquals("", plan.stale().get());

    var series = workspace.catalog().collection().allSeries(0, 1).getFirst().id();
    choice.edit(() -> work.curation().judge(List.of(series), Verdict.RELEASE, ""), "");
    assertTrue(plan.stale().get().contains("verdict"), plan.stale().get());
    plan.make();
    assertEquals("", plan.stale().get());
    profiles.switchOption(ProfileOption.RETAIN_DEVICE_IDENTITY, false);
    assertFalse(plan.stale().get().isEmpty());
  }

  @Test
  void aGateIsPassedOnlyWithAReasonAndClosedAgainByUndo() {
    profiles.choose(item("midi-research"));
    plan.make();
    var row = gate.rows().stream().filter(GateRow::isClosed).findFirst().orElseThrow();
    assertFalse(row.places().isEmpty());
    assertFalse(gate.pass(row, "  "));

    assertTrue(gate.pass(row, "tried on practice data"));
    assertEquals("passed", gate.rows().stream().filter(r -> r.kind() == row.kind()).findFirst().orElseThrow().state());
    assertEquals("", plan.stale().get(), "passing changes no plan");
    choice.undo();
    assertTrue(gate.rows().stream().filter(r -> r.kind() == row.kind()).findFirst().orElseThrow().isClosed());
  }

  @Test
  void subjectsAreNumberedMergedAndTakenApart() {
    var identity = new IdentityViewModel(work, choice);
    profiles.choose(item("midi-research"));
    plan.make();
    identity.name(Naming.SEQUENCE);
    var two = List.copyOf(identity.rows().subList(0, 2));
    assertTrue(two.getFirst().pseudonym().matches("SUBJ-\\d{4}"), two.toString());

    identity.merge(two, "the same in the archive");
    assertEquals(identity.rows().getFirst().pseudonym(), identity.rows().get(1).pseudonym());
    identity.split(List.copyOf(identity.rows().subList(0, 2)), "");
    assertFalse(identity.rows().getFirst().pseudonym().equals(identity.rows().get(1).pseudonym()));
    assertFalse(identity.prefix("not a prefix!"));
  }

  @Test
  void aVersionIsWrittenAndVerifiedAndAFolderThatCannotBeWrittenIsACleanFailure() throws Exception {
    var export = new ExportViewModel(work, choice, profiles, plan, gate);
    profiles.choose(item("midi-research"));
    assertTrue(export.obstacle().get().startsWith("Gate"));
    plan.make();
    gate.judge(gate.rows().stream().filter(r -> r.kind() == Gate.Kind.VERDICTS).findFirst().orElseThrow().places(), Verdict.RELEASE, "");
    plan.make();
    for (var row : List.copyOf(gate.rows())) if (row.isClosed()) gate.pass(row, "practice");

    var file = Files.writeString(folder.resolve("a-file"), "x");
    export.target().set(file.resolve("below").toString());
    assertEquals("", export.obstacle().get());
    export.export();
    assertEquals(1, troubles.size(), troubles.toString());

    troubles.clear();
    export.target().set(folder.resolve("out").toString());
    export.export();
    assertTrue(export.outcome().get().contains("is written"), export.outcome().get() + troubles);
    assertEquals("finished", export.versions().getFirst().state());
    assertFalse(export.versions().getFirst().head().isEmpty());
    export.verify(folder.resolve("out"));
    assertTrue(export.outcome().get().startsWith("Verified"), export.outcome().get() + export.problems());
    assertEquals("2", export.version().get());
  }
}
