package umbra.workspace.deidentify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import umbra.deid.DeidOutcome;
import umbra.deid.DeidOutcome.Reason;
import umbra.deid.Facts;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.object.document.EncapsulatedDocument;
import umbra.pixel.ImagePixel;
import umbra.pixel.redact.RedactedPixels;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.RedactionChoice;
import umbra.pixel.redact.RedactionResult;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.pixel.redact.region.Region;

/// Blackens the boxes of a list in files that are de-identified without a workspace, and proves each: uniform inside, equal outside.
///
/// @param scratch a folder for temporary files, best the one that is written to
public record Blackening(List<RegionLine> lines, Redaction redaction, RedactionProof proof, Path scratch) {
  private static final Tag SERIES = Tag.of(0x0020, 0x000E);

  public Blackening {
    lines = List.copyOf(lines);
  }

  /// The first row, from 0, that is of none of the files; whoever wrote it meant to hide something.
  public Optional<Integer> unmatched(List<Path> files) {
    var matched = new boolean[lines.size()];
    var reader = new DicomReader(ReadOptions.LENIENT);
    for (var path : files) {
      try (var file = reader.readHeader(path)) {
        for (int i = 0; i < matched.length; i++) matched[i] |= lines.get(i).isOf(uid(file, SERIES), uid(file, Tags.SOP_INSTANCE_UID));
      } catch (IOException _) {
        // It will be left out with its reason.
      }
    }
    for (int i = 0; i < matched.length; i++) if (!matched[i]) return Optional.of(i);
    return Optional.empty();
  }

  private static String uid(DicomFile file, Tag tag) {
    return file.dataSet().text(tag).orElse("");
  }

  /// @param file stays open
  /// @throws IOException if the target cannot be written
  public DeidOutcome run(FileDeidentifier work, DicomFile file, Facts facts) throws IOException {
    var own = lines.stream().filter(l -> l.isOf(uid(file, SERIES), uid(file, Tags.SOP_INSTANCE_UID))).toList();
    if (own.isEmpty()) return work.run(file, facts, Optional.empty());
    if (file.dataSet().contains(EncapsulatedDocument.DOCUMENT)) return refused("boxes on documents are drawn in a workspace");
    List<Region> regions;
    try {
      regions = hiding(own, file);
    } catch (DicomException e) {
      return refused(e.reason());
    }
    if (own.stream().anyMatch(l -> !l.instance().isEmpty() && !regions.contains(l.region()))) return refused("a box of this very instance is outside of its image or frames");
    if (regions.isEmpty()) return work.run(file, facts, Optional.empty());
    return switch (redaction.apply(file, regions, RedactionChoice.USUAL, scratch, () -> { })) {
      case RedactionResult.Refused(var reason) -> refused("its pixels cannot be redacted: " + reason);
      case RedactedPixels pixels -> {
        try (pixels) {
          yield work.run(file, facts, Optional.of(new FileDeidentifier.NewPixels(pixels, written -> fault(file, written, pixels))));
        }
      }
    };
  }

  /// The boxes that hide something in this file.
  private static List<Region> hiding(List<RegionLine> own, DicomFile file) throws DicomException {
    if (!file.dataSet().contains(Tags.PIXEL_DATA)) return List.of();
    var image = ImagePixel.of(file.dataSet(), file.source().name());
    return own.stream().map(RegionLine::region).filter(r -> r.frameFirst() <= image.frames() && r.box().within(image.columns(), image.rows()).isPresent()).toList();
  }

  private Optional<String> fault(DicomFile source, DicomFile written, RedactedPixels pixels) {
    return switch (proof.check(source, written, pixels, () -> { })) {
      case RedactionProof.Verdict.Failed(var reason) -> Optional.of("the redaction is not proven: " + reason);
      case RedactionProof.Verdict.Proven _ -> Optional.empty();
    };
  }

  private static DeidOutcome refused(String reason) {
    return new DeidOutcome.Withheld(Reason.PIXELS_UNSUPPORTED, reason);
  }
}
