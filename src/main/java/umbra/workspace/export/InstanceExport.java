package umbra.workspace.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import umbra.catalog.version.ReleasedRow;
import umbra.deid.DeidOutcome;
import umbra.deid.Facts;
import umbra.deid.Plan;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.TextDecisions;
import umbra.deid.value.TextDecision;
import umbra.dicom.DataElement;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.object.document.EncapsulatedDocument;
import umbra.pixel.redact.RedactedPixels;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.RedactionChoice;
import umbra.pixel.redact.RedactionResult;
import umbra.workspace.curate.Review;
import umbra.workspace.deidentify.FileDeidentifier;
import umbra.workspace.deidentify.SubjectSweep;
import umbra.workspace.document.DocumentBoxes;
import umbra.workspace.document.DocumentCleaning;
import umbra.workspace.proof.RedactionGuard;
import umbra.workspace.slide.SlideBoxes;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Takes one instance out: opens the source read-only, redacts, de-identifies, writes, reads again, sweeps. For several threads.
public final class InstanceExport {
  /// What an export reads from and decides by.
  ///
  /// @param texts decisions about texts
  public record Sources(SourceFiles files, Redacting redacting, Review review, TextDecisions texts) {}

  /// How pixels are blackened and who proves it.
  public record Redacting(Redaction redaction, RedactionChoice choice, RedactionGuard guard) {}

  private static final Tag SPECIMEN_LABEL_IN_IMAGE = Tag.of(0x0048, 0x0010);

  private final Sources sources;
  private final Terms terms;
  private final Prepared prepared;
  private final Path data;
  private final SubjectSweep sweep;
  private final SlideBoxes slides;
  private final DocumentCleaning documents;
  private final DicomReader reader = new DicomReader(ReadOptions.LENIENT);

  InstanceExport(Sources sources, Terms terms, Prepared prepared, Path data, SlideBoxes slides) {
    this.slides = slides;
    this.sources = sources;
    this.terms = terms;
    this.prepared = prepared;
    this.data = data;
    this.documents = new DocumentCleaning(prepared.planner(), sources.texts());
    this.sweep = new SubjectSweep(terms.profile());
  }

  /// @throws IOException if the target cannot be written; whatever is wrong with the source is a row with a reason
  ReleasedRow run(Prepared.Leaving leaving) throws IOException {
    var row = leaving.row();
    DicomFile opened;
    try {
      opened = sources.files().open(new SourcePlace(Path.of(row.path()), row.member()));
    } catch (IOException _) {
      return withheld(leaving, Preparation.UNREADABLE);
    }
    try (var file = opened) {
      var boxes = sources.review().boxes(row.seriesId(), row.id());
      if (file.dataSet().contains(EncapsulatedDocument.DOCUMENT)) return takeDocument(leaving, file);
      if (!row.hasPixels()) return take(leaving, file, Optional.empty());
      var regions = slides.of(row, file.dataSet(), Review.regions(boxes));
      if (regions.isEmpty()) return take(leaving, file, Optional.empty());
      return switch (sources.redacting().redaction().apply(file, regions, sources.redacting().choice(), Files.createDirectories(data), () -> { })) {
        case RedactionResult.Refused(var reason) -> withheld(leaving, "its pixels cannot be redacted: " + reason);
        case RedactedPixels pixels -> {
          try (pixels) {
            yield take(leaving, file, Optional.of(pixels));
          }
        }
      };
    }
  }

  private static ReleasedRow withheld(Prepared.Leaving leaving, String reason) {
    return new ReleasedRow(leaving.row().id(), "", "", "", reason);
  }

  /// An object that holds a document leaves with a cleaned one, or with what the profile puts there.
  private ReleasedRow takeDocument(Prepared.Leaving leaving, DicomFile file) throws IOException {
    var row = leaving.row();
    var boxes = DocumentBoxes.of(sources.review(), sources.texts(), row.seriesId(), row.id());
    return switch (documents.of(file.dataSet(), boxes, DocumentBoxes.isLookedAt(sources.review(), sources.texts(), row.id()))) {
      case DocumentCleaning.Outcome.AsTheProfileSays _ -> take(leaving, file, Optional.empty());
      case DocumentCleaning.Outcome.Failed(var reason) -> withheld(leaving, reason);
      case DocumentCleaning.Outcome.Cleaned(var bytes, var words, _) -> {
        var proof = new AtomicReference<>("");
        var document = new FileDeidentifier.NewDocument(bytes, written -> judged(sources.redacting().guard().document(row.id(), file, written, b -> DocumentBoxes.byValue(b, sources.texts()) instanceof TextDecision.Keep, words, () -> { }), proof));
        yield take(leaving, file, new Changed(Optional.empty(), Optional.of(document), proof));
      }
    };
  }

  private ReleasedRow take(Prepared.Leaving leaving, DicomFile file, Optional<RedactedPixels> pixels) throws IOException {
    return take(leaving, file, new Changed(pixels, Optional.empty(), new AtomicReference<>("")));
  }

  /// What takes another's place in an instance, and the proof of it once there is one.
  private record Changed(Optional<RedactedPixels> pixels, Optional<FileDeidentifier.NewDocument> document, AtomicReference<String> proof) {}

  private ReleasedRow take(Prepared.Leaving leaving, DicomFile file, Changed changed) throws IOException {
    var pixels = changed.pixels();
    var work = new FileDeidentifier(prepared.planner(), data, (plan, written) -> leak(leaving, plan, written), reader);
    boolean struckOut = slides.isStruckOut(leaving.row(), file.dataSet());
    var beside = slides.isLabelDenied(leaving.row(), file.dataSet()) ? List.of(DataElement.ofAscii(SPECIMEN_LABEL_IN_IMAGE, VR.CS, "NO")) : List.<DataElement>of();
    var redacted = pixels.map(p -> new FileDeidentifier.NewPixels(p, written -> fault(leaving, file, written, p, changed.proof()), beside));
    var state = changed.document().isPresent() || struckOut ? Facts.Pixels.CLEANED : state(leaving, pixels.isPresent());
    return switch (work.run(file, new Facts(sources.texts(), state, Facts.Pixels.NOT_LOOKED_AT), redacted, changed.document())) {
      case DeidOutcome.Withheld(_, var detail) -> withheld(leaving, detail);
      case DeidOutcome.Done(var plan) -> {
        var place = work.place(plan.result());
        var path = data.getParent().relativize(place).toString().replace('\\', '/');
        var syntax = pixels.map(RedactedPixels::transferSyntax).orElse(file.transferSyntax()).uid();
        var kind = pixels.isPresent() ? "redacted" : pixels(leaving, plan);
        var hash = sha256(place);
        var line = ManifestLine.of(path, hash, Files.size(place), plan.result(), syntax, kind, plan.retention(), changed.proof().get());
        yield new ReleasedRow(leaving.row().id(), path, hash, line.stored(), "");
      }
    };
  }

  /// `untouched` only if every byte of Pixel Data is that of the source; `cleaned` if something beside the picture was cut out of it.
  private static String pixels(Prepared.Leaving leaving, Plan plan) {
    var before = plan.source().find(Tags.PIXEL_DATA).map(DataElement::value);
    var after = plan.result().find(Tags.PIXEL_DATA).map(DataElement::value);
    if (after.isEmpty()) return leaving.row().hasPixels() ? "untouched" : "none";
    return after.equals(before) ? "untouched" : ManifestLine.CLEANED;
  }

  /// @param proof is set if there is no fault
  private Optional<String> fault(Prepared.Leaving leaving, DicomFile source, DicomFile written, RedactedPixels pixels, AtomicReference<String> proof) {
    boolean isAccepted = prepared.gates().stream().anyMatch(g -> g.kind() == Gate.Kind.FINDINGS && !g.isClosed());
    return judged(sources.redacting().guard().check(leaving.row().id(), source, written, pixels, isAccepted, () -> { }), proof);
  }

  private static Optional<String> judged(RedactionGuard.Verdict verdict, AtomicReference<String> proof) {
    return switch (verdict) {
      case RedactionGuard.Verdict.Failed(var reason) -> Optional.of(reason);
      case RedactionGuard.Verdict.Proven(var words) -> {
        proof.set(words);
        yield Optional.empty();
      }
    };
  }

  /// Burned In Annotation may say NO only when every frame was looked at and all that was found is gone (PS3.15 E.3.1).
  private Facts.Pixels state(Prepared.Leaving leaving, boolean isRedacted) {
    if (!terms.profile().has(ProfileOption.CLEAN_PIXEL_DATA) || !leaving.looked()) return Facts.Pixels.NOT_LOOKED_AT;
    return isRedacted ? Facts.Pixels.CLEANED : Facts.Pixels.SEEN_TO_BE_CLEAN;
  }

  private Optional<String> leak(Prepared.Leaving leaving, Plan plan, DicomFile written) {
    var offset = prepared.planner().pseudonyms().subject(SourceSubject.of(plan.source())).offsetDays();
    return sweep.leak(leaving.subject(), prepared.known().getOrDefault(leaving.subject(), Set.of()), offset, plan, written);
  }

  /// In hexadecimal digits.
  public static String sha256(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
