package umbra.workspace.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.SourceRow;
import umbra.catalog.SourceRow.Outcome;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.workspace.Workspace;
import umbra.workspace.source.SourceFiles;

/// A person points at a DICOMDIR.
class FileSetTest {
  @TempDir Path folder;

  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };

  private void directory(Path file, String... ids) throws IOException {
    var records = new ArrayList<DataSet>();
    for (var id : ids) records.add(DataSet.of(DataElement.ofAscii(Tag.of(0x0004, 0x1500), VR.CS, id)));
    Sample.of("", "", "", "1.9").with("SOPClassUID", "1.2.840.10008.1.3.10").with(DataElement.ofItems(Tag.of(0x0004, 0x1220), records)).write(file);
  }

  @Test
  void whatItListsIsImportedWhateverTheCaseOfTheNames() throws IOException {
    var disc = folder.resolve("disc");
    Sample.of("A", "1.1", "1.1.1", "1.1.1.1").write(disc.resolve("images/im1"));
    Sample.of("A", "1.1", "1.1.1", "1.1.1.2").write(disc.resolve("IMAGES2/IM2"));
    Sample.of("A", "1.1", "1.1.1", "1.1.1.3").write(disc.resolve("IMAGES2/UNLISTED"));
    Sample.of("X", "1.5", "1.5.1", "1.5.1.1").write(folder.resolve("outside"));
    directory(disc.resolve("DICOMDIR"), "IMAGES\\IM1", "IMAGES2\\IM2", "IMAGES\\LOST", "..\\outside");

    try (var workspace = Workspace.open(folder.resolve("w"), Optional.empty()); var pool = new ComputePool(2)) {
      var report = new Intake(workspace, new SourceFiles(), pool).run(List.of(disc.resolve("DICOMDIR")), QUIET);

      assertEquals(2, report.totals().instances());
      assertEquals(1, report.found().directories());
      var lost = workspace.catalog().sources().withOutcome(Outcome.QUARANTINED, 0, 10);
      assertEquals(List.of("no such file"), lost.stream().map(SourceRow::reason).toList());

      var again = new Intake(workspace, new SourceFiles(), pool).run(List.of(disc.resolve("DICOMDIR")), QUIET);
      assertEquals(0, again.found().quarantined() + again.found().added());

      Files.move(disc.resolve("IMAGES2/UNLISTED"), disc.resolve("images/LOST"));
      assertEquals(1, new Intake(workspace, new SourceFiles(), pool).run(List.of(disc.resolve("DICOMDIR")), QUIET).found().added());
      assertEquals(List.of(), workspace.catalog().sources().withOutcome(Outcome.QUARANTINED, 0, 10));
    }
  }
}
