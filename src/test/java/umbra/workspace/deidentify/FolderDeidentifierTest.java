package umbra.workspace.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.deid.DeidOutcome.Reason;
import umbra.deid.Facts;
import umbra.deid.Planner;
import umbra.deid.profile.ProfileStore;
import umbra.deid.value.KeyedPseudonyms;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.job.ComputePool;
import umbra.job.JobContext;

/// What becomes of all files of a folder, however many threads take them.
class FolderDeidentifierTest {
  private static final Tag COIL = Tag.of(0x0018, 0x1250);

  private static final JobContext NO_CONTEXT = new JobContext() {
    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {}
  };

  @TempDir
  private Path folder;

  private static DataSet image(String number, String coil) {
    return DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.4"), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "1.3.6.1.4.1.9.77." + number),
        DataElement.ofAscii(Tags.PATIENT_NAME, VR.PN, "Zwetsloot^Quirine"), DataElement.ofAscii(Tags.PATIENT_ID, VR.LO, "QX-77431"), DataElement.ofAscii(Tag.of(0x0020, 0x000D), VR.UI, "1.3.6.1.4.1.9.77.1"),
        DataElement.ofAscii(Tag.of(0x0020, 0x000E), VR.UI, "1.3.6.1.4.1.9.77.2"), DataElement.ofAscii(COIL, VR.SH, coil));
  }

  private void put(String name, DataSet dataSet) throws IOException {
    var file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    try (var out = Files.newOutputStream(file)) {
      new DicomWriter().write(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), Channels.newChannel(out));
    }
  }

  private FolderDeidentifier.Report run(String out) throws Exception {
    return run(out, (_, _) -> Optional.empty());
  }

  private FolderDeidentifier.Report run(String out, FileDeidentifier.Leaks leaks) throws Exception {
    var key = ProjectKey.of("a key of the tests, long enough".getBytes(StandardCharsets.US_ASCII));
    var planner = new Planner(new ProfileStore(List.of(Path.of("profiles"))).profile("ps315-basic"), new KeyedPseudonyms(key, PatientNaming.KEYED, Map.of(), false));
    try (var pool = new ComputePool(4)) {
      var files = new FileDeidentifier(planner, folder.resolve(out), leaks);
      return new FolderDeidentifier(files, pool, file -> files.run(file, Facts.NONE)).run(folder.resolve("in"), NO_CONTEXT);
    }
  }

  private List<Path> written(String out) throws IOException {
    try (var all = Files.walk(folder.resolve(out))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void theSameBytesTwiceLeaveOnceAndAreNoFailure() throws Exception {
    for (var name : List.of("a/1", "b/1", "c/1")) put(name, image("5", "HEAD 32"));
    var report = run("out");
    assertEquals(1, report.done());
    assertEquals(1, written("out").size());
    assertEquals(List.of(Reason.DUPLICATE, Reason.DUPLICATE), report.left().stream().map(l -> l.why().reason()).toList());
    assertTrue(report.isComplete());
  }

  @Test
  void ofOtherContentUnderOneUidTheFirstInOrderLeavesEachTime() throws Exception {
    for (int i = 0; i < 12; i++) put(String.format("%02d", i), image("5", "COIL " + i));
    for (int run = 0; run < 5; run++) {
      var report = run("out" + run);
      assertEquals(1, report.done());
      assertFalse(report.isComplete());
      assertTrue(report.left().stream().allMatch(l -> l.why().reason() == Reason.SAME_UID && l.why().detail().contains("other bytes")));
      try (var file = new DicomReader(ReadOptions.LENIENT).read(written("out" + run).getFirst())) {
        assertEquals("COIL 0", file.dataSet().text(COIL).orElseThrow());
      }
    }
  }

  /// A file that was refused after it had taken the place gives it to the next in order.
  @Test
  void whereTheFirstMayNotLeaveTheNextDoes() throws Exception {
    for (int i = 0; i < 12; i++) put(String.format("%02d", i), image("5", "COIL " + i));
    for (int run = 0; run < 5; run++) {
      var report = run("out" + run, (plan, _) -> plan.source().text(COIL).filter(c -> c.equals("COIL 0")).map(_ -> "a place"));
      assertEquals(1, report.done());
      assertEquals(11, report.left().size());
      assertEquals(Reason.LEAK, report.left().getFirst().why().reason());
      try (var file = new DicomReader(ReadOptions.LENIENT).read(written("out" + run).getFirst())) {
        assertEquals("COIL 1", file.dataSet().text(COIL).orElseThrow());
      }
    }
  }

  @Test
  void aPaletteThatBelongsToNoStudyLeaves() throws Exception {
    var lut = DataElement.ofBytes(Tag.of(0x0028, 0x1101), VR.US, new byte[] {0, 1, 0, 0, 8, 0});
    put("palette", DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.39.1"), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "1.3.6.1.4.1.9.77.8"), lut));
    put("image", image("5", "HEAD").without(Tag.of(0x0020, 0x000D)));
    var report = run("out");
    assertEquals(1, report.done());
    assertEquals(List.of("no Study Instance UID (0020,000D)"), report.left().stream().map(l -> l.why().detail()).toList());
    try (var file = new DicomReader(ReadOptions.LENIENT).read(written("out").getFirst())) {
      assertTrue(file.dataSet().contains(Tag.of(0x0028, 0x1101)));
      assertTrue(file.dataSet().text(Tags.SOP_INSTANCE_UID).orElseThrow().startsWith("2.25."));
    }
  }
}
