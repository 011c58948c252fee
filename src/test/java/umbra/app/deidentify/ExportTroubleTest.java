package umbra.app.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.deidentify.identity.IdentityViewModel;
import umbra.app.deidentify.plan.PlanViewModel;
import umbra.app.deidentify.profile.ProfilesViewModel;
import umbra.app.deidentify.version.ExportViewModel;
import umbra.app.deidentify.version.GateViewModel;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.finding.ReviewKinds;
import umbra.job.ComputePool;
import umbra.job.DirectJobRunner;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Verdict;
import umbra.workspace.export.Gate;
import umbra.workspace.intake.Intake;
import umbra.workspace.release.TestReleases;
import umbra.workspace.source.SourceFiles;

/// What the export step says, and what is left, when its target is no good or goes bad.
class ExportTroubleTest {
  @TempDir
  private Path folder;

  private final ComputePool pool = new ComputePool(2);
  private final List<String> troubles = new ArrayList<>();
  private Workspace workspace;
  private IdentityViewModel identity;
  private PlanViewModel plan;
  private GateViewModel gate;
  private ExportViewModel export;

  @BeforeEach
  void planned() throws Exception {
    PracticeCollection.write(folder.resolve("source"), 1);
    workspace = Workspace.open(folder.resolve("w"), Optional.empty());
    var direct = new DirectJobRunner();
    direct.start("import", context -> new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("source/files")), context), _ -> {}).await();
    var work = new ReleaseWork(workspace, new Curation(workspace, ReviewKinds.ALL), TestReleases.parts(pool), direct, direct, (text, _) -> troubles.add(text));
    var choice = new ChoiceViewModel(work);
    var profiles = new ProfilesViewModel(work, choice);
    identity = new IdentityViewModel(work, choice);
    plan = new PlanViewModel(work, choice, profiles);
    gate = new GateViewModel(work, choice, plan);
    export = new ExportViewModel(work, choice, profiles, plan, gate);
    profiles.choose(profiles.items().stream().filter(i -> i.name().equals("ps315-basic")).findFirst().orElseThrow());
    plan.make();
    gate.judge(gate.rows().stream().filter(r -> r.kind() == Gate.Kind.VERDICTS).findFirst().orElseThrow().places(), Verdict.RELEASE, "");
    plan.make();
    for (var row : List.copyOf(gate.rows())) if (row.isClosed()) gate.pass(row, "practice");
  }

  @AfterEach
  void close() {
    workspace.close();
    pool.close();
  }

  private String exportTo(Path out) {
    troubles.clear();
    export.target().set(out.toString());
    assertEquals("", export.obstacle().get());
    export.export();
    return export.outcome().get();
  }

  private List<Path> filesIn(Path out) throws IOException {
    if (!Files.exists(out)) return List.of();
    try (var walk = Files.walk(out)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  /// A disk of its own, in memory.
  private Path mounted(String option) throws Exception {
    var disk = Files.createDirectories(folder.resolve("disk"));
    Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", option, "tmpfs", disk.toString()) == 0, "a disk can only be mounted by root");
    return disk;
  }

  private long refusals() {
    return workspace.audit().rows(0, 10_000).stream().filter(r -> r.event().action() == AuditAction.EXPORT_REFUSED).count();
  }

  private void finishesAt(Path out) throws IOException {
    assertTrue(exportTo(out).contains("is written"), export.outcome().get() + troubles);
    export.verify(out);
    assertTrue(export.outcome().get().startsWith("Verified"), export.outcome().get() + export.problems());
    assertTrue(filesIn(out).stream().noneMatch(f -> f.toString().endsWith(".part")));
  }

  @Test
  void sourcesAndTheWorkspaceAreNoTargetHoweverTheyAreReached() throws Exception {
    var files = folder.resolve("source/files");
    var beside = filesIn(files).getFirst().resolveSibling("out");
    var link = Files.createSymbolicLink(folder.resolve("link"), beside.getParent());
    for (var target : List.of(files, files.resolve("out"), beside, link.resolve("out"), beside.resolve("deeper/still"))) {
      assertTrue(exportTo(target).contains("lies in an imported folder"), export.outcome().get());
      assertEquals(target.equals(files), Files.exists(target));
    }
    var inside = Files.createSymbolicLink(folder.resolve("inside"), folder.resolve("w"));
    for (var target : List.of(folder.resolve("w/out"), inside.resolve("out"))) assertTrue(exportTo(target).contains("lies in the workspace"), export.outcome().get());
    assertEquals(7, refusals());
    assertTrue(workspace.audit().rows(0, 10_000).stream().noneMatch(r -> r.event().why().contains(folder.toString())), "a path may name a patient");
    finishesAt(folder.resolve("out"));
  }

  @Test
  void besideAFileThatWasImportedAloneIsRoom() throws Exception {
    var alone = Files.copy(filesIn(folder.resolve("source/files")).getFirst(), Files.createDirectories(folder.resolve("home")).resolve("one.dcm"));
    new DirectJobRunner().start("import", context -> new Intake(workspace, new SourceFiles(), pool).run(List.of(alone), context), _ -> {}).await();
    plan.make();
    finishesAt(folder.resolve("home/out"));
  }

  @Test
  void whoWouldLeaveAsAnotherPersonThanBeforeStopsTheExportUntilAPersonSaysWhy() throws Exception {
    finishesAt(folder.resolve("out"));
    identity.merge(List.copyOf(identity.rows().subList(0, 2)), "one person");
    plan.make();

    var row = gate.rows().stream().filter(r -> r.kind() == Gate.Kind.IDENTITY).findFirst().orElseThrow();
    assertTrue(row.isClosed());
    assertTrue(row.places().stream().allMatch(p -> p.what().contains("in version 1")), row.places().toString());
    export.target().set(folder.resolve("next").toString());
    assertTrue(export.obstacle().get().startsWith("Gate"), export.obstacle().get());
    assertTrue(gate.pass(row, "the archive was wrong"));
    finishesAt(folder.resolve("next"));
    assertTrue(Files.readString(folder.resolve("next/collection.json")).contains("renamed"));
  }

  @Test
  void theFolderOfSomethingElseIsLeftAsItIs() throws Exception {
    var other = Files.createDirectories(folder.resolve("other"));
    var theirs = Files.writeString(other.resolve("manifest.csv"), "theirs");
    assertTrue(exportTo(other).contains("is not empty"), export.outcome().get());
    assertEquals(List.of(theirs), filesIn(other));
    assertEquals("theirs", Files.readString(theirs));
  }

  @Test
  void aFullDiskStopsTheExportAndItGoesOnElsewhere() throws Exception {
    var small = mounted("size=600k");
    try {
      var said = exportTo(small.resolve("out"));
      assertTrue(said.startsWith("The export stopped") && said.contains("Make room"), said);
      assertTrue(filesIn(small).stream().allMatch(f -> f.toString().endsWith(".dcm")), filesIn(small).toString());
      assertEquals("begun", export.versions().getFirst().state());
    } finally {
      run("umount", small.toString());
    }
    finishesAt(folder.resolve("elsewhere"));
  }

  @Test
  void aDiskThatCannotBeWrittenIsNamed() throws Exception {
    var locked = mounted("ro");
    try {
      var said = exportTo(locked.resolve("out"));
      assertTrue(said.contains(locked.toString()) && !troubles.isEmpty(), said);
    } finally {
      run("umount", locked.toString());
    }
    finishesAt(folder.resolve("elsewhere"));
  }

  @Test
  void aTargetThatGoesAwayStopsTheExportAndItGoesOnWhenItIsBack() throws Exception {
    var out = folder.resolve("out");
    var away = folder.resolve("away");
    var thief = CompletableFuture.runAsync(() -> {
      try {
        while (filesIn(out.resolve("data")).stream().noneMatch(f -> f.toString().endsWith(".dcm"))) java.util.concurrent.TimeUnit.MILLISECONDS.sleep(2);
        Files.move(out, away);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    var said = exportTo(out);
    thief.join();
    assertTrue(said.contains("export again"), said);
    assertEquals(1, troubles.size(), troubles.toString());
    if (Files.exists(out)) Files.move(out, folder.resolve("begun again"));

    Files.move(away, out);
    finishesAt(out);
  }
}
