package umbra.workspace.deidentify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.DeidOutcome;
import umbra.deid.DeidOutcome.Reason;
import umbra.deid.Facts;
import umbra.deid.Plan;
import umbra.deid.Planner;
import umbra.deid.value.UnnamedSubjectException;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.dicom.write.FileMeta;
import umbra.io.AtomicFile;
import umbra.io.ByteSlice;

/// De-identifies one file: reads, plans, writes under a temporary name, reads that again, looks for what must not be in it, and only
/// then gives it its place. Safe for use by several threads.
public final class FileDeidentifier {
  private static final Tag STUDY = Tag.of(0x0020, 0x000D);
  private static final Tag SERIES = Tag.of(0x0020, 0x000E);
  private static final Tag DIRECTORY_RECORDS = Tag.of(0x0004, 0x1220);

  private final Planner planner;
  private final Path out;
  private final DicomReader reader = new DicomReader(ReadOptions.LENIENT);
  private final DicomWriter writer = new DicomWriter();
  private final Set<Path> taken = ConcurrentHashMap.newKeySet();
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  /// @param out the folder that new files come into
  public FileDeidentifier(Planner planner, Path out) {
    this.planner = planner;
    this.out = out;
  }

  /// What became of a file. Whatever is wrong with it is an outcome.
  ///
  /// @throws IOException if the target cannot be written
  public DeidOutcome run(Path source, Facts facts) throws IOException {
    DicomFile opened;
    try {
      opened = reader.read(source);
    } catch (DicomException e) {
      return new DeidOutcome.Withheld(Reason.UNREADABLE, e.reason());
    } catch (IOException _) {
      return new DeidOutcome.Withheld(Reason.UNREADABLE, "the file cannot be opened");
    }
    try (var file = opened) {
      return run(file, facts);
    }
  }

  private DeidOutcome run(DicomFile file, Facts facts) throws IOException {
    if (file.dataSet().contains(DIRECTORY_RECORDS)) return new DeidOutcome.Withheld(Reason.DIRECTORY, "a DICOMDIR is made anew, never taken along");
    for (var tag : List.of(Tags.SOP_CLASS_UID, Tags.SOP_INSTANCE_UID, STUDY, SERIES)) {
      if (file.dataSet().text(tag).isEmpty()) return new DeidOutcome.Withheld(Reason.NO_SOP_INSTANCE, "no value in " + tag);
    }
    Plan plan;
    try {
      plan = planner.plan(file.dataSet(), facts);
    } catch (UnnamedSubjectException e) {
      return new DeidOutcome.Withheld(Reason.NO_SOP_INSTANCE, e.getMessage());
    }
    return write(anew(file, plan.result()), plan);
  }

  /// Nothing outside the Data Set comes along: preamble, File Meta Information and trailing bytes are ours.
  private static DicomFile anew(DicomFile file, DataSet result) {
    var preamble = new byte[132];
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, preamble, 128, 4);
    return new DicomFile(file.source(), ByteSlice.of(preamble), FileMeta.of(result, file.transferSyntax()), file.transferSyntax(), result, ByteSlice.EMPTY, ByteSlice.EMPTY, List.of());
  }

  private DeidOutcome write(DicomFile file, Plan plan) throws IOException {
    var result = plan.result();
    var folder = out.resolve(name(result, Tags.PATIENT_ID)).resolve(name(result, STUDY)).resolve(name(result, SERIES));
    var target = folder.resolve(name(result, Tags.SOP_INSTANCE_UID) + ".dcm");
    if (!taken.add(target)) return new DeidOutcome.Withheld(Reason.NO_SOP_INSTANCE, "another file has the same SOP Instance UID");
    if (!folders.contains(folder)) folders.add(Files.createDirectories(folder));
    try {
      AtomicFile.writeChecked(target, channel -> writer.write(file, channel), written -> check(written, plan));
      return new DeidOutcome.Done(plan);
    } catch (RefusedException e) {
      taken.remove(target);
      return e.outcome();
    }
  }

  private static String name(DataSet dataSet, Tag tag) {
    return dataSet.text(tag).orElse("none").replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private void check(Path written, Plan plan) throws IOException {
    try (var again = reader.read(written)) {
      if (again.dataSet().size() != plan.result().size()) throw new RefusedException(Reason.NOT_VERIFIED, "the written file holds another number of elements");
      var leak = new LeakCheck(planner.identifiers(plan.source())).leak(again.dataSet());
      if (leak.isPresent()) throw new RefusedException(Reason.LEAK, "an identifier of the subject in " + leak.get());
    } catch (DicomException e) {
      throw new RefusedException(Reason.NOT_VERIFIED, "the written file cannot be read: " + e.reason());
    }
  }
}
