package umbra.cli.release;

import java.util.List;
import umbra.ocr.OcrResult;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.workspace.scan.FixedFinder;
import umbra.workspace.release.ReleaseParts;

/// Redaction with our own codecs, for tests of commands.
final class TestPixels {
  private TestPixels() {}

  static ReleaseParts.Pixels seeingNothing() {
    return new ReleaseParts.Pixels(new Redaction(TestCodecs.all(), TestCodecs.noVideo()), new RedactionProof(TestCodecs.all(), TestCodecs.noVideo()),
        () -> FixedFinder.look(new FixedFinder(new OcrResult.Texts(List.of()))));
  }
}
