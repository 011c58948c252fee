package umbra.workspace.deidentify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import umbra.deid.DeidOutcome;
import umbra.deid.DeidOutcome.Reason;
import umbra.deid.Facts;
import umbra.deid.Plan;
import umbra.deid.Planner;
import umbra.deid.table.IodTypes;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.UnnamedSubjectException;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.ReadNote;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.dicom.write.FileMeta;
import umbra.dicom.write.FreshLayout;
import umbra.io.AtomicFile;
import umbra.io.ByteSlice;
import umbra.pixel.redact.RedactedPixels;
import umbra.pixel.stream.StreamCleaning;
import umbra.workspace.document.DocumentElement;

/// De-identifies one file: reads, plans, writes under a temporary name, reads that again, looks for what must not be in it, and only
/// then gives it its place. Safe for use by several threads.
public final class FileDeidentifier {
  private static final Tag STUDY = Tag.of(0x0020, 0x000D);
  private static final Tag SERIES = Tag.of(0x0020, 0x000E);
  private static final Tag DIRECTORY_RECORDS = Tag.of(0x0004, 0x1220);

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9._-]");
  private static final List<Tag> NEEDED = List.of(Tags.SOP_CLASS_UID, Tags.SOP_INSTANCE_UID, STUDY, SERIES);
  private static final Map<Tag, String> NAMES = Map.of(Tags.SOP_CLASS_UID, "SOP Class UID", Tags.SOP_INSTANCE_UID, "SOP Instance UID", STUDY, "Study Instance UID", SERIES, "Series Instance UID");
  /// What cannot be written again so that others read it.
  private static final Set<ReadNote.Kind> DAMAGE = EnumSet.of(ReadNote.Kind.VALUE_TRUNCATED, ReadNote.Kind.FRAGMENT_DAMAGED, ReadNote.Kind.DEFLATE_DAMAGED);

  /// What others cannot follow, and what lies between elements and is none: neither is written again as it stood.
  private static final Set<ReadNote.Kind> LAYOUT = EnumSet.of(ReadNote.Kind.MISSING_DELIMITER, ReadNote.Kind.STRAY_DELIMITER, ReadNote.Kind.DELIMITER_LENGTH, ReadNote.Kind.SEQUENCE_OVERRUN,
      ReadNote.Kind.NOT_AN_ELEMENT);

  private final Planner planner;
  private final Path out;
  private final Leaks leaks;
  private final DicomReader reader;
  private final DicomWriter writer = new DicomWriter();
  private final Map<Path, String> taken = new ConcurrentHashMap<>();
  private final Map<Path, Set<String>> turnedAway = new ConcurrentHashMap<>();
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  /// The last look at a file before it gets its place.
  public interface Leaks {
    /// Where something is left that must not leave; never what it is.
    Optional<String> in(Plan plan, DicomFile written);
  }

  /// Holds the pixels of a written file against what was meant to be written.
  public interface PixelCheck {
    /// What is wrong with them; empty if they are right. Without values of the patient.
    Optional<String> fault(DicomFile written);
  }

  /// Pixels that take the place of those of a file.
  ///
  /// @param check is asked before the file gets its place
  /// @param beside elements that say what is true of the new pixels
  public record NewPixels(RedactedPixels pixels, PixelCheck check, List<DataElement> beside) {
    public NewPixels(RedactedPixels pixels, PixelCheck check) {
      this(pixels, check, List.of());
    }
  }

  /// A document that takes the place of that of a file.
  ///
  /// @param check is asked before the file gets its place
  public record NewDocument(byte[] bytes, PixelCheck check) {}

  /// @param out the folder that new files come into
  public FileDeidentifier(Planner planner, Path out) {
    this(planner, out, own(planner));
  }

  private static Leaks own(Planner planner) {
    var sweep = new SubjectSweep(planner.profile());
    return (plan, written) -> sweep.leak(plan, written, planner.pseudonyms().subject(SourceSubject.of(plan.source())).offsetDays());
  }

  public FileDeidentifier(Planner planner, Path out, Leaks leaks) {
    this(planner, out, leaks, new DicomReader(ReadOptions.LENIENT));
  }

  /// @param reader whose memory serves one file after the other
  public FileDeidentifier(Planner planner, Path out, Leaks leaks, DicomReader reader) {
    this.planner = planner;
    this.out = out;
    this.leaks = leaks;
    this.reader = reader;
  }

  /// What becomes of a file that was opened, and is closed after it.
  @FunctionalInterface
  public interface Opened {
    /// @throws IOException if the target cannot be written
    DeidOutcome take(DicomFile file) throws IOException;
  }

  /// What became of a file. Whatever is wrong with it is an outcome.
  ///
  /// @throws IOException if the target cannot be written
  public DeidOutcome run(Path source, Facts facts) throws IOException {
    return run(source, file -> run(file, facts, Optional.empty()));
  }

  /// The same on another way.
  public DeidOutcome run(Path source, Opened way) throws IOException {
    DicomFile opened;
    try {
      opened = reader.readWhole(source);
    } catch (DicomException e) {
      return new DeidOutcome.Withheld(Reason.UNREADABLE, e.reason());
    } catch (IOException _) {
      return new DeidOutcome.Withheld(Reason.UNREADABLE, "the file cannot be opened");
    }
    try (var file = opened) {
      return way.take(file);
    }
  }

  /// @param file stays open
  /// @param changed pixels that take the place of those of the file
  public DeidOutcome run(DicomFile file, Facts facts, Optional<NewPixels> changed) throws IOException {
    return run(file, facts, changed, Optional.empty());
  }

  /// @param document that takes the place of that of the file
  public DeidOutcome run(DicomFile file, Facts facts, Optional<NewPixels> changed, Optional<NewDocument> document) throws IOException {
    if (file.dataSet().contains(DIRECTORY_RECORDS)) return new DeidOutcome.Withheld(Reason.DIRECTORY, "a DICOMDIR is made anew, never taken along");
    var missing = missing(file.dataSet());
    if (missing.isPresent()) return missing.get();
    var damage = file.notes().stream().filter(n -> DAMAGE.contains(n.kind())).findFirst();
    if (damage.isPresent()) return new DeidOutcome.Withheld(Reason.UNREADABLE, "damaged: " + damage.get().kind().text());
    try {
      return take(file, planner.plan(file.dataSet(), facts), changed, document);
    } catch (UnnamedSubjectException e) {
      return new DeidOutcome.Withheld(Reason.NO_SOP_INSTANCE, e.getMessage());
    }
  }

  private static Optional<DeidOutcome> missing(DataSet dataSet) {
    return NEEDED.stream().filter(t -> dataSet.text(t).isEmpty() && isInIod(t, dataSet)).findFirst().map(t -> new DeidOutcome.Withheld(Reason.NO_SOP_INSTANCE, "no " + NAMES.get(t) + " " + t));
  }

  /// Color palettes, hanging protocols and their like belong to no study.
  private static boolean isInIod(Tag tag, DataSet dataSet) {
    if (!tag.equals(STUDY) && !tag.equals(SERIES)) return true;
    var iod = IodTypes.ofSopClass(dataSet.text(Tags.SOP_CLASS_UID).orElse(""));
    return !iod.complete() || iod.root().type(tag.packed()).isPresent();
  }

  private DeidOutcome take(DicomFile file, Plan plan, Optional<NewPixels> changed, Optional<NewDocument> document) throws IOException {
    var missing = missing(plan.result());
    if (missing.isPresent()) return missing.get();
    var syntax = changed.map(c -> c.pixels().transferSyntax()).orElse(file.transferSyntax());
    var result = changed.map(c -> c.pixels().applyTo(plan.result())).orElseGet(plan::result);
    for (var element : changed.map(NewPixels::beside).orElse(List.of())) result = result.with(element);
    if (document.isPresent()) result = DocumentElement.put(result, document.get().bytes());
    try {
      result = new StreamCleaning(syntax, file.source().name()).clean(result, file.dataSet());
    } catch (DicomException e) {
      return new DeidOutcome.Withheld(Reason.PIXELS_UNSUPPORTED, e.reason());
    }
    if (file.notes().stream().anyMatch(n -> LAYOUT.contains(n.kind()))) result = FreshLayout.of(result);
    var leaving = new Plan(plan.source(), result, plan.decisions(), plan.retention(), plan.tops(), plan.remarks());
    return write(anew(file, syntax, result), leaving, document.map(NewDocument::check).or(() -> changed.map(NewPixels::check)).orElse(_ -> Optional.empty()));
  }

  /// What is read again is what was meant to be written: the pixels of the source byte for byte, but for what was cut or blackened.
  private static boolean samePixels(DataSet meant, DataSet written) {
    var before = meant.find(Tags.PIXEL_DATA);
    var after = written.find(Tags.PIXEL_DATA);
    return before.isEmpty() ? after.isEmpty() : after.isPresent() && same(before.get().value(), after.get().value());
  }

  private static boolean same(Value before, Value after) {
    if (before instanceof Value.Bytes(var one, _) && after instanceof Value.Bytes(var other, _)) return one.sameBytes(other);
    if (!(before instanceof Value.Fragments(_, var some)) || !(after instanceof Value.Fragments(_, var others)) || some.size() != others.size()) return false;
    for (int i = 0; i < some.size(); i++) if (!some.get(i).sameBytes(others.get(i))) return false;
    return true;
  }

  /// Nothing outside the Data Set comes along: preamble, File Meta Information and trailing bytes are ours.
  private static DicomFile anew(DicomFile file, TransferSyntax syntax, DataSet result) {
    var preamble = new byte[132];
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, preamble, 128, 4);
    return new DicomFile(file.source(), ByteSlice.of(preamble), FileMeta.of(result, syntax), syntax, result, ByteSlice.EMPTY, ByteSlice.EMPTY, List.of());
  }

  /// Where an instance comes to stand: Patient ID, Study, Series, SOP Instance UID.
  public Path place(DataSet result) {
    return out.resolve(name(result, Tags.PATIENT_ID)).resolve(name(result, STUDY)).resolve(name(result, SERIES)).resolve(name(result, Tags.SOP_INSTANCE_UID) + ".dcm");
  }

  private DeidOutcome write(DicomFile file, Plan plan, PixelCheck pixels) throws IOException {
    var target = place(plan.result());
    var folder = target.getParent();
    var own = file.source().name();
    if (taken.putIfAbsent(target, own) != null) {
      turnedAway.computeIfAbsent(target, _ -> ConcurrentHashMap.newKeySet()).add(own);
      return new DeidOutcome.Withheld(Reason.SAME_UID, "another file has the same SOP Instance UID");
    }
    if (!folders.contains(folder)) folders.add(Files.createDirectories(folder));
    try {
      AtomicFile.writeChecked(target, channel -> writer.write(file, channel), written -> check(written, plan, pixels));
      return new DeidOutcome.Done(plan);
    } catch (RefusedException e) {
      taken.remove(target);
      return e.outcome();
    }
  }

  /// The names of the files that came to a place that was taken already, by place.
  Map<Path, Set<String>> turnedAway() {
    return Map.copyOf(turnedAway);
  }

  /// The file that stands in a place, or that was refused after it had taken it.
  Optional<String> holder(Path place) {
    return Optional.ofNullable(taken.get(place));
  }

  /// Takes back what stands in a place, so that another file can come there.
  void vacate(Path place) throws IOException {
    Files.deleteIfExists(place);
    taken.remove(place);
  }

  private static String name(DataSet dataSet, Tag tag) {
    return NOT_IN_NAMES.matcher(dataSet.text(tag).orElse("none")).replaceAll("_");
  }

  private void check(Path written, Plan plan, PixelCheck pixels) throws IOException {
    try (var again = reader.readWhole(written)) {
      if (again.notes().stream().anyMatch(n -> LAYOUT.contains(n.kind()) || DAMAGE.contains(n.kind()))) throw new RefusedException(Reason.NOT_VERIFIED, "the written file is malformed");
      if (again.dataSet().size() != plan.result().size()) throw new RefusedException(Reason.NOT_VERIFIED, "the written file holds another number of elements");
      if (!samePixels(plan.result(), again.dataSet())) throw new RefusedException(Reason.NOT_VERIFIED, "the written pixels are not those that were meant");
      var fault = pixels.fault(again);
      if (fault.isPresent()) throw new RefusedException(Reason.NOT_VERIFIED, fault.get());
      var leak = leaks.in(plan, again);
      if (leak.isPresent()) throw new RefusedException(Reason.LEAK, "an identifier of the subject in " + leak.get());
    } catch (DicomException e) {
      throw new RefusedException(Reason.NOT_VERIFIED, "the written file cannot be read: " + e.reason());
    }
  }
}
