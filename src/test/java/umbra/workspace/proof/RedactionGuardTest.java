package umbra.workspace.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.Catalog;
import umbra.dicom.TransferSyntax;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.ocr.OcrResult;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.FrameFile;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.RedactedPixels;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.RedactionChoice;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.pixel.redact.region.Region;
import umbra.workspace.scan.FixedFinder;

/// Redactions that went wrong on the way to the disk.
class RedactionGuardTest {
  private static final Region BOX = Region.ofAllFrames(8, 8, 16, 16);

  @TempDir Path folder;

  private Path image() throws Exception {
    var image = new ImagePixel(40, 50, 1, Photometric.MONOCHROME2, SampleType.INTEGER, 8, 8, 7, false, false, 1);
    var bytes = new byte[image.frameSamples()];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (40 + i * i / 7 % 200);
    var path = folder.resolve("in.dcm");
    var raster = new Raster(40, 50, 1, 8, false, Photometric.MONOCHROME2, new Raster.Samples.Bytes(bytes, false));
    FrameFile.write(image, TransferSyntax.RLE_LOSSLESS, TestCodecs.all().encoder(TransferSyntax.RLE_LOSSLESS).orElseThrow().encode(raster, Checkpoint.NONE), path);
    return path;
  }

  /// Redacts one region, writes what another region gives, and asks the guard about the first.
  private RedactionGuard.Verdict check(Region wanted, Region written) throws Exception {
    var redaction = new Redaction(TestCodecs.all(), TestCodecs.noVideo());
    var out = folder.resolve("out.dcm");
    try (var file = new DicomReader(ReadOptions.LENIENT).read(image()); var catalog = Catalog.inMemory()) {
      try (var other = assertInstanceOf(RedactedPixels.class, redaction.apply(file, List.of(written), RedactionChoice.CAREFUL, folder, Checkpoint.NONE))) {
        Files.deleteIfExists(out);
        new DicomWriter().write(other.applyTo(file), out);
      }
      var guard = new RedactionGuard(catalog, new RedactionProof(TestCodecs.all(), TestCodecs.noVideo()), FixedFinder.look(new FixedFinder(new OcrResult.Texts(List.of()))));
      try (var pixels = assertInstanceOf(RedactedPixels.class, redaction.apply(file, List.of(wanted), RedactionChoice.CAREFUL, folder, Checkpoint.NONE));
          var after = new DicomReader(ReadOptions.LENIENT).read(out)) {
        return guard.check(1, file, after, pixels, true, Checkpoint.NONE);
      }
    }
  }

  @Test
  void aRowThatStayedInTheBoxBlocks() throws Exception {
    assertEquals(new RedactionGuard.Verdict.Failed("the redaction is not proven: frame 1 of the written file is not uniform inside a box"),
        check(BOX, Region.ofAllFrames(8, 8, 16, 15)));
  }

  @Test
  void aColumnLostBesideTheBoxBlocks() throws Exception {
    assertEquals(new RedactionGuard.Verdict.Failed("the redaction is not proven: frame 1 of the written file differs from the original outside the boxes"),
        check(BOX, Region.ofAllFrames(8, 8, 17, 16)));
  }

  @Test
  void whatWasWrittenAsMeantPasses() throws Exception {
    assertInstanceOf(RedactionGuard.Verdict.Proven.class, check(BOX, BOX));
  }
}
