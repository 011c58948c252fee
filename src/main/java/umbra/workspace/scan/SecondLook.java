package umbra.workspace.scan;

import java.util.List;
import umbra.catalog.finding.Finding;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.Tags;
import umbra.look.ImageFile;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.document.clean.DocumentPieces;
import umbra.ocr.Effort;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.judge.TextJudge;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.FrameReader;

/// Looks at pixels that were redacted, as hard as the scan looked at the original. Keeps nothing.
public final class SecondLook {
  private final ScanImages images;
  private final TextFinder finder;
  private final TextJudge judge;
  private final TextScan scan;

  public SecondLook(ScanImages images, TextFinder finder, TextJudge judge) {
    this.images = images;
    this.finder = finder;
    this.judge = judge;
    this.scan = new TextScan(finder);
  }

  /// Names engine, rules and word lists.
  public String version() {
    return finder.version() + "; " + Judging.version(judge);
  }

  /// All that is seen, marks and harmless texts included; what nobody could look at is a finding `not-looked-at`.
  ///
  /// @param written stays open
  /// @param original whose header says what identifies the subject
  public List<Finding> look(DicomFile written, DataSet original, Checkpoint checkpoint) {
    boolean isSlice = Scan.VOLUMES.contains(original.text(Tags.MODALITY).orElse(""));
    try (var frames = FrameReader.open(written, images.codecs(), images.streams())) {
      var sight = scan.look(new ImageFile(written, frames), isSlice ? Effort.EVERY_FRAME : Effort.THOROUGH, Effort.EVERY_FRAME, Workers.ONE_BY_ONE, checkpoint);
      return new Judging(judge, original).findings(sight);
    } catch (DicomException _) {
      return List.of(Finding.notLookedAt(0, 0, "", "the pixels cannot be decoded"));
    } catch (java.io.IOException _) {
      return List.of(Finding.notLookedAt(0, 0, "", "the file cannot be read"));
    }
  }

  /// The same for the document inside: its text as it can be extracted, and its pages as they are seen.
  public List<Finding> lookAtDocument(DicomFile written, DataSet original, Checkpoint checkpoint) {
    var all = new Judging(judge, original).findings(new ObjectScan(images.texts(), finder).look(written, checkpoint));
    var document = EncapsulatedDocument.of(written.dataSet());
    if (document.isEmpty() || document.get().isPdf()) return all;
    try {
      // Codes and the frame of a CDA are no words of anybody.
      var free = DocumentPieces.of(document.get());
      return all.stream().filter(f -> f.kind().equals("not-looked-at") || free.contains(f.text())).toList();
    } catch (java.io.IOException _) {
      return List.of(Finding.notLookedAt(0, 0, "EncapsulatedDocument", "the text inside cannot be read"));
    }
  }
}
