package umbra.workspace.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.CollectionFilter;
import umbra.catalog.SourceRow;
import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.Totals;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.source.Presence;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// What an import takes in, from where, and how often.
class IntakeTest {
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };

  @TempDir Path folder;
  private final SourceFiles files = new SourceFiles();
  private final ComputePool pool = new ComputePool(2);
  private Workspace workspace;
  private Path in;

  @BeforeEach
  void open() throws IOException {
    workspace = Workspace.open(folder.resolve("workspace"), Optional.empty());
    in = Files.createDirectories(folder.resolve("in"));
  }

  @AfterEach
  void close() {
    workspace.close();
    pool.close();
  }

  private IntakeReport take(Path... paths) {
    return new Intake(workspace, files, pool).run(List.of(paths), QUIET);
  }

  private List<SourceRow> rows(Outcome outcome) {
    return workspace.catalog().sources().withOutcome(outcome, 0, 100);
  }

  @Test
  void foldersArchivesAndOddNamesAllCount() throws IOException {
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(in.resolve("deep/er/IM0001"));
    Sample.of("A", "1.1", "1.1.1", "1.1.1.2").write(in.resolve("picture.jpg"));
    Sample.of("A", "1.1", "1.1.2", "1.1.2.1").write(in.resolve("Ünïcode & spaces;.dcm"));
    Files.write(in.resolve("archive.bin"), Sample.zip("x/1", Sample.of("B", "1.2", "1.2.1", "1.2.1.1").bytes(), "readme.txt", "hello".getBytes(US_ASCII)));

    var report = take(in);

    assertEquals(new Totals(2, 2, 3, 4, 1, 0, 0), report.totals());
    assertEquals(4, report.found().added());
    assertFalse(report.hasFaults());
    assertTrue(rows(Outcome.INSTANCE).stream().anyMatch(r -> r.place().endsWith("archive.bin!/x/1")));
  }

  @Test
  void aSecondImportAddsNothing() throws IOException {
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(in.resolve("1"));
    Files.writeString(in.resolve("broken.dcm"), "this is no DICOM");
    Files.writeString(in.resolve("notes.txt"), "neither is this");
    Files.write(in.resolve("a.zip"), Sample.zip("1", Sample.of("A", "1.1", "1.1.1", "1.1.1.2").bytes()));
    var first = take(in);
    var before = CatalogDump.of(workspace.catalog());

    var second = take(in);

    assertEquals(first.totals(), second.totals());
    assertEquals(0, second.found().added() + second.found().quarantined() + second.found().notDicom());
    assertEquals(second.files(), second.unchanged());
    assertTrue(second.hasFaults(), "what is still in quarantine is still said");
    assertEquals(before, CatalogDump.of(workspace.catalog()));
  }

  @Test
  void theSameBytesTwiceAreOneInstanceAndOtherContentIsKeptApart() throws IOException {
    var sample = Sample.of("A", "1.1", "1.1.1", "1.1.1.1").withPixels((byte) 1, (byte) 2);
    sample.write(in.resolve("a"));
    sample.write(in.resolve("b"));
    sample.withPixels((byte) 1, (byte) 3).write(in.resolve("c"));

    var report = take(in);

    assertEquals(new Totals(1, 1, 1, 2, 0, 1, 0), report.totals());
    assertEquals(1, report.found().variants());
    var variants = workspace.catalog().collection().variants("1.1.1.1");
    assertEquals(List.of(1, 2), variants.stream().map(v -> v.variant()).toList());
    assertEquals(List.of("a", "c"), variants.stream().map(v -> Path.of(v.path()).getFileName().toString()).toList());
    assertEquals(1, series().variants());
  }

  private umbra.catalog.SeriesRow series() {
    return workspace.catalog().collection().allSeries(0, 10).getFirst();
  }

  @Test
  void contradictingPatientDataInAStudyAreNoted() throws IOException {
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(in.resolve("a"));
    Sample.of("A", "1.1", "1.1.1", "1.1.1.2").with("PatientBirthDate", "19700102").with("AccessionNumber", "7").write(in.resolve("b"));
    Sample.of("B", "1.1", "1.1.2", "1.1.2.1").write(in.resolve("c"));
    take(in);
    var collection = workspace.catalog().collection();
    var subjects = collection.subjects(CollectionFilter.ALL, Optional.empty(), 10);

    assertEquals(List.of("PatientID", "PatientBirthDate"), collection.studies(subjects.get(0).id(), CollectionFilter.ALL).getFirst().conflicts());
    assertEquals(List.of("PatientID"), collection.studies(subjects.get(1).id(), CollectionFilter.ALL).getFirst().conflicts());
  }

  @Test
  void withoutPatientIdNameAndBirthDateTellSubjectsApart() throws IOException {
    var sample = Sample.of("A", "1.1", "1.1.1", "1.1.1.1").with("PatientID", "");
    sample.write(in.resolve("a"));
    sample.with("SOPInstanceUID", "1.1.1.2").with("PatientBirthDate", "19800101").write(in.resolve("b"));
    sample.with("SOPInstanceUID", "1.1.1.3").write(in.resolve("c"));

    assertEquals(2, take(in).totals().subjects());
  }

  @Test
  void whatCannotBeUsedIsInQuarantineWithAReason() throws IOException {
    Files.createFile(in.resolve("empty.dcm"));
    Files.writeString(in.resolve("text.dcm"), "this is no DICOM at all");
    Sample.of("A", "1.1", "1.1.1", "").write(in.resolve("nameless"));
    Files.write(in.resolve("cut.zip"), java.util.Arrays.copyOf(Sample.zip("1", new byte[5000]), 60));
    Files.write(in.resolve("nested.zip"), Sample.zip("inner.dcm", Sample.zip("1", new byte[10])));
    var broken = new byte[160];
    System.arraycopy("DICM".getBytes(US_ASCII), 0, broken, 128, 4);
    java.util.Arrays.fill(broken, 132, 160, (byte) 0xFF);
    Files.write(in.resolve("broken"), broken);

    var report = take(in);

    assertEquals(6, report.found().quarantined());
    assertEquals(0, report.totals().instances());
    assertTrue(report.hasFaults());
    var reasons = new ArrayList<String>();
    for (var row : rows(Outcome.QUARANTINED)) {
      assertFalse(row.reason().isBlank(), row.place());
      assertFalse(row.reason().contains(in.toString()), "the row names the file already");
      reasons.add(Path.of(row.path()).getFileName() + ": " + row.reason());
    }
    assertTrue(reasons.contains("empty.dcm: empty file"), reasons::toString);
    assertTrue(reasons.contains("nameless: no SOP Instance UID: nothing identifies the instance"), reasons::toString);
    assertTrue(reasons.contains("cut.zip: damaged or encrypted archive"), reasons::toString);
    assertTrue(reasons.contains("nested.zip: an archive inside an archive: unpack it first"), reasons::toString);
  }

  @Test
  void anOfficeDocumentIsNotSearchedForImages() throws IOException {
    Files.write(in.resolve("list.xlsx"), Sample.zip("[Content_Types].xml", new byte[] {'<'}, "xl/sheet1.xml", new byte[] {'<'}));

    assertEquals(new Totals(0, 0, 0, 0, 1, 0, 0), take(in).totals());
  }

  @Test
  void aChangedFileReplacesWhatCameOfItBefore() throws IOException {
    var file = Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(in.resolve("a"));
    Sample.of("A", "1.1", "1.1.1", "1.1.1.2").write(in.resolve("b"));
    take(in);
    Sample.of("C", "1.3", "1.3.1", "1.3.1.1").with("SeriesDescription", "other").write(file);

    var report = take(in);

    assertEquals(new Totals(2, 2, 2, 2, 0, 0, 0), report.totals());
    assertEquals(1, report.unchanged());
  }

  @Test
  void afterAFileIsMendedRetryTakesItIn() throws IOException {
    var file = in.resolve("late.dcm");
    Files.writeString(file, "not yet");
    Files.write(in.resolve("a.zip"), Sample.zip("x.dcm", "never".getBytes(US_ASCII)));
    take(in);
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(file);

    var report = new Intake(workspace, files, pool).retry(QUIET);

    assertEquals(1, report.found().added());
    assertEquals(1, report.stillQuarantined());
    assertEquals(List.of("x.dcm"), rows(Outcome.QUARANTINED).stream().map(SourceRow::member).toList());
  }

  @Test
  void aSourceThatVanishedStaysInTheCatalogueAndSaysSo() throws IOException {
    var file = Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(in.resolve("a"));
    take(in);
    var row = rows(Outcome.INSTANCE).getFirst();
    assertEquals(Presence.THERE, files.presence(SourcePlace.of(file), row.bytes(), row.modified()));
    Files.move(file, folder.resolve("elsewhere"));

    var report = take(file);

    assertEquals(1, report.unreachable());
    assertTrue(report.hasFaults());
    assertEquals(1, report.totals().instances());
    assertEquals(Presence.GONE, files.presence(SourcePlace.of(file), row.bytes(), row.modified()));
    assertThrows(IOException.class, () -> files.open(SourcePlace.of(file)));
    Files.move(folder.resolve("elsewhere"), file);
    assertEquals(1, take(file).unchanged());
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertEquals(Presence.CHANGED, files.presence(SourcePlace.of(file), row.bytes(), row.modified()));
  }

  @Test
  void sourcesAreLeftAsTheyWere() throws IOException {
    var file = Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(in.resolve("a"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_500_000_000_000L));
    assertTrue(file.toFile().setReadOnly());
    var bytes = Files.readAllBytes(file);

    take(in);

    assertEquals(1_500_000_000_000L, Files.getLastModifiedTime(file).toMillis());
    assertEquals(List.of(file), list(in));
    assertEquals(-1, java.util.Arrays.mismatch(bytes, Files.readAllBytes(file)));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var list = Files.list(folder)) {
      return list.toList();
    }
  }

  @Test
  void theWorkspaceItselfIsNoSource() throws IOException {
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(folder.resolve("in/a"));

    assertEquals(new Totals(1, 1, 1, 1, 0, 0, 0), take(folder).totals());
  }

  @Test
  void aLinkBackUpDoesNotTurnInCircles() throws IOException {
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(in.resolve("sub/a"));
    Files.createSymbolicLink(in.resolve("sub/up"), in);

    assertEquals(1, take(in).totals().instances());
  }

  @Test
  void aCancelledImportKeepsWhatItHasAndGoesOnLater() throws IOException {
    for (int i = 0; i < 900; i++) Sample.of("A", "1.1", "1.1.1", "1.1.1." + (i + 1)).write(in.resolve("f%04d".formatted(i)));
    var impatient = new JobContext() {
      private boolean enough;

      @Override public void progress(long done, long total) {
        enough = total > 0 && done >= 400;
      }

      @Override public void checkCancelled() {
        if (enough) throw new CancellationException();
      }
    };
    assertThrows(CancellationException.class, () -> new Intake(workspace, files, pool).run(List.of(in), impatient));
    long half = workspace.catalog().collection().totals().instances();
    assertTrue(half > 0 && half < 900, () -> half + " instances");

    var report = take(in);

    assertEquals(900, report.totals().instances());
    assertEquals(900 - half, report.found().added());
    assertEquals(900, series().instances());
  }

  @Test
  void rowsAppearWhileTheImportRuns() throws IOException {
    for (int i = 0; i < 700; i++) Sample.of("A", "1.1", "1.1.1", "1.1.1." + (i + 1)).write(in.resolve("f%04d".formatted(i)));
    var seen = new ArrayList<Long>();
    new Intake(workspace, files, pool).run(List.of(in), new JobContext() {
      @Override public void progress(long done, long total) {
        seen.add(workspace.catalog().collection().totals().instances());
      }

      @Override public void checkCancelled() {}
    });

    assertTrue(seen.stream().anyMatch(n -> n > 0 && n < 700), seen::toString);
  }
}
