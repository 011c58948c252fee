package umbra.pixel.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DataElement;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.FrameFile;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.pixel.redact.proof.RedactionProof.Verdict;
import umbra.pixel.redact.region.Region;

class RedactionTest {
  private static final Region BOX = Region.ofAllFrames(10, 9, 15, 12);

  @TempDir Path folder;
  private final Redaction redaction = new Redaction(TestCodecs.all(), TestCodecs.noVideo());

  private Path image(TransferSyntax syntax, int samples) throws Exception {
    var photometric = samples == 1 ? Photometric.MONOCHROME2 : Photometric.RGB;
    var stated = samples == 3 && syntax == TransferSyntax.JPEG_BASELINE ? Photometric.YBR_FULL : photometric;
    var image = new ImagePixel(50, 61, samples, stated, SampleType.INTEGER, 8, 8, 7, false, false, 1);
    var bytes = new byte[image.frameSamples()];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (40 + i * i / 7 % 200);
    var raster = new Raster(50, 61, samples, 8, false, photometric, new Raster.Samples.Bytes(bytes, false));
    var path = folder.resolve(syntax + "" + samples + ".dcm");
    FrameFile.write(image, syntax, TestCodecs.all().encoder(syntax).orElseThrow().encode(raster, Checkpoint.NONE), path);
    return path;
  }

  private Verdict redactAndProve(Path path, List<Region> claimed) throws Exception {
    var out = folder.resolve("out.dcm");
    try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
      var result = redaction.apply(file, List.of(BOX), RedactionChoice.CAREFUL, folder, Checkpoint.NONE);
      List<Region> black;
      try (var pixels = assertInstanceOf(RedactedPixels.class, result)) {
        black = pixels.blackened();
        new DicomWriter().write(pixels.applyTo(file), out);
      }
      try (var after = new DicomReader(ReadOptions.LENIENT).read(out)) {
        return new RedactionProof(TestCodecs.all(), TestCodecs.noVideo()).check(file, after, claimed.isEmpty() ? black : claimed, false, Checkpoint.NONE);
      }
    }
  }

  @Test
  void everySyntaxWithAnEncoderIsCutWithoutASecondLoss() throws Exception {
    for (var syntax : List.of(TransferSyntax.RLE_LOSSLESS, TransferSyntax.JPEG_BASELINE, TransferSyntax.JPEG_LOSSLESS, TransferSyntax.JPEG_LOSSLESS_SV1,
        TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.JPEG_2000_LOSSLESS)) {
      for (int samples : new int[] {1, 3}) assertInstanceOf(Verdict.Proven.class, redactAndProve(image(syntax, samples), List.of()), syntax + " " + samples);
    }
  }

  @Test
  void theProofFailsWhereMoreOrLessIsBlackThanStated() throws Exception {
    var path = image(TransferSyntax.JPEG_LS_LOSSLESS, 1);

    assertEquals(new Verdict.Failed("frame 1 of the written file differs from the original outside the boxes"), redactAndProve(path, List.of(Region.ofAllFrames(10, 9, 15, 11))));
    assertEquals(new Verdict.Failed("frame 1 of the written file is not uniform inside a box"), redactAndProve(path, List.of(Region.ofAllFrames(10, 9, 16, 12))));
  }

  @Test
  void theGrownBoxIsKnownBefore() throws Exception {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(image(TransferSyntax.JPEG_BASELINE, 1))) {
      var plan = redaction.plan(file, List.of(BOX, Region.ofAllFrames(500, 0, 5, 5)), RedactionChoice.CAREFUL);

      var possible = assertInstanceOf(RedactionPlan.Possible.class, plan);
      assertEquals(List.of(new Region(1, 1, 8, 8, 24, 16)), possible.blackened());
      assertEquals(List.of(Region.ofAllFrames(500, 0, 5, 5)), possible.outside());
    }
  }

  @Test
  void whatDescribedTheOldPixelsGoesAndWhatHappenedIsSaid() throws Exception {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(image(TransferSyntax.JPEG_BASELINE, 1))) {
      var smallest = umbra.dicom.Tag.of(0x0028, 0x0106);
      var largest = umbra.dicom.Tag.of(0x0028, 0x0107);
      var icon = umbra.dicom.Tag.of(0x0088, 0x0200);
      var said = file.withDataSet(file.dataSet().with(DataElement.ofBytes(smallest, VR.US, new byte[] {40, 0})).with(DataElement.ofBytes(largest, VR.US, new byte[] {(byte) 239, 0}))
          .with(new DataElement(icon, VR.SQ, new umbra.dicom.Value.Items(List.of(file.dataSet())))));

      try (var pixels = assertInstanceOf(RedactedPixels.class, redaction.apply(said, List.of(BOX), RedactionChoice.CAREFUL, folder, Checkpoint.NONE))) {
        var after = pixels.applyTo(said.dataSet());
        for (var gone : List.of(smallest, largest, icon)) assertEquals(Optional.empty(), after.find(gone));
        assertEquals(Optional.of("01"), after.text(umbra.dicom.Tag.of(0x0028, 0x2110)), "what came lossy stays called so");
        assertEquals(Optional.of("ISO_10918_1"), after.text(umbra.dicom.Tag.of(0x0028, 0x2114)));
        assertEquals(Optional.of("1 region blackened; pixels outside not compressed again"), after.text(umbra.dicom.Tag.of(0x0008, 0x2111)));
      }
    }
    try (var file = new DicomReader(ReadOptions.LENIENT).read(image(TransferSyntax.RLE_LOSSLESS, 1));
        var pixels = assertInstanceOf(RedactedPixels.class, redaction.apply(file, List.of(BOX), RedactionChoice.CAREFUL, folder, Checkpoint.NONE))) {
      assertEquals(Optional.empty(), pixels.applyTo(file.dataSet()).text(umbra.dicom.Tag.of(0x0028, 0x2110)), "nothing was lost");
    }
  }

  @Test
  void aCutStreamIsRefusedOrCutNeverHalfWritten() throws Exception {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(image(TransferSyntax.JPEG_BASELINE, 3))) {
      var pixels = file.dataSet().find(umbra.dicom.Tags.PIXEL_DATA).orElseThrow();
      var fragment = ((umbra.dicom.Value.Fragments) pixels.value()).rest().getFirst();
      var cut = new umbra.dicom.Value.Fragments(umbra.io.ByteSlice.EMPTY, List.of(fragment.slice(0, fragment.length() / 2)));

      var result = redaction.apply(file.withDataSet(file.dataSet().with(pixels.withValue(cut))), List.of(BOX), RedactionChoice.CAREFUL, folder, Checkpoint.NONE);

      assertInstanceOf(RedactionResult.Refused.class, result);
    }
  }
}
