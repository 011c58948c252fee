package umbra.workspace.release;

import java.nio.file.Path;
import java.util.List;
import umbra.deid.profile.ProfileStore;
import umbra.job.ComputePool;
import umbra.object.ObjectText;
import umbra.object.report.ReportText;
import umbra.ocr.OcrResult;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.workspace.scan.FixedFinder;
import umbra.workspace.source.SourceFiles;

/// Releases with the shipped profiles, a known key, and a reader that sees no text.
public final class TestReleases {
  private TestReleases() {}

  public static ReleaseParts parts(ComputePool pool) {
    var pixels = new ReleaseParts.Pixels(new Redaction(TestCodecs.all(), TestCodecs.noVideo()), new RedactionProof(TestCodecs.all(), TestCodecs.noVideo()),
        () -> FixedFinder.look(new FixedFinder(new OcrResult.Texts(List.of()))));
    return new ReleaseParts(new SourceFiles(), pool, new ObjectText(List.of(new ReportText())), pixels, new ProfileStore(List.of(Path.of("profiles"))), () -> new byte[32]);
  }
}
