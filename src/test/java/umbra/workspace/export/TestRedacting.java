package umbra.workspace.export;

import umbra.ocr.OcrResult;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.RedactionChoice;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.workspace.Workspace;
import umbra.workspace.proof.RedactionGuard;
import umbra.workspace.scan.FixedFinder;

/// Redacts with our own codecs and a second look of known answers.
public final class TestRedacting {
  private TestRedacting() {}

  public static InstanceExport.Redacting of(Workspace workspace, OcrResult seen) {
    var proof = new RedactionProof(TestCodecs.all(), TestCodecs.noVideo());
    return new InstanceExport.Redacting(new Redaction(TestCodecs.all(), TestCodecs.noVideo()), RedactionChoice.USUAL,
        new RedactionGuard(workspace.catalog(), proof, FixedFinder.look(new FixedFinder(seen))));
  }
}
