package umbra.pixel.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.TransferSyntax;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.FrameFile;
import umbra.pixel.codec.jpeg.LosslessStreams.Form;
import umbra.referee.Referee;

class LosslessScanTest {
  @TempDir Path folder;

  private static ImagePixel image(int rows, int columns, int samples, int bits) {
    return new ImagePixel(rows, columns, samples, samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2, SampleType.INTEGER, bits <= 8 ? 8 : 16, bits, bits - 1, false, false, 1);
  }

  /// Noise over the whole range beside a slope, so that short and long codes occur, and predictions beyond the range.
  private static int[] samples(ImagePixel image, long seed) {
    var random = new Random(seed);
    int range = 1 << image.bitsStored();
    return random.ints(image.frameSamples()).map(v -> v % 3 == 0 ? v & range - 1 : (v & 7) + range / 2 & range - 1).toArray();
  }

  private static void assertDecodes(ImagePixel image, Form form) throws DicomException {
    var samples = samples(image, 11);

    Raster decoded = LosslessStreams.decode(image, LosslessStreams.encode(image, samples, form));

    for (int i = 0; i < samples.length; i++) {
      assertEquals(samples[i] >> form.pointTransform() << form.pointTransform(), decoded.values().at(i), "sample " + i + " of " + form);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void everyPredictorComesBack(int predictor) throws DicomException {
    for (int precision : new int[] {2, 7, 8, 12, 15, 16}) {
      assertDecodes(image(19, 23, 1, precision), new Form(precision, predictor, 0, 0, true));
      assertDecodes(image(19, 23, 1, precision), new Form(precision, predictor, 0, 4, true));
    }
    assertDecodes(image(19, 23, 3, 8), new Form(8, predictor, 0, 0, true));
    assertDecodes(image(19, 23, 3, 8), new Form(8, predictor, 0, 0, false));
    assertDecodes(image(19, 23, 3, 16), new Form(16, predictor, 0, 3, true));
    assertDecodes(image(19, 23, 3, 16), new Form(16, predictor, 0, 3, false));
  }

  @ParameterizedTest
  @CsvSource({"8, 1", "12, 4", "16, 15", "16, 3"})
  void thePointTransformIsUndone(int precision, int low) throws DicomException {
    for (int predictor = 1; predictor <= 7; predictor++) assertDecodes(image(9, 11, 1, precision), new Form(precision, predictor, low, 2, true));
  }

  @Test
  void theSmallestImagesComeBack() throws DicomException {
    for (int predictor = 1; predictor <= 7; predictor++) {
      assertDecodes(image(1, 1, 1, 16), new Form(16, predictor, 0, 0, true));
      assertDecodes(image(1, 9, 3, 8), new Form(8, predictor, 0, 1, true));
      assertDecodes(image(9, 1, 1, 12), new Form(12, predictor, 0, 1, true));
    }
  }

  /// H.1.2.2: the middle of the range is predicted first, so a 0 is off by -32768, which is category 16.
  @Test
  void categorySixteenHasNoFurtherBits() throws DicomException {
    var image = image(1, 3, 1, 16);

    var decoded = LosslessStreams.decode(image, LosslessStreams.encode(image, new int[] {0, 32768, 0}, new Form(16, 1, 0, 0, true)));

    assertArrayEquals(new double[] {0, 32768, 0}, new double[] {decoded.values().at(0), decoded.values().at(1), decoded.values().at(2)});
  }

  @Test
  void bytesAfterTheEndDoNotMatter() throws DicomException {
    var image = image(5, 5, 1, 12);
    var stream = LosslessStreams.encode(image, samples(image, 1), new Form(12, 6, 0, 0, true));

    var longer = LosslessStreams.decode(image, Arrays.copyOf(stream, stream.length + 9));

    assertArrayEquals(FrameFile.samples(LosslessStreams.decode(image, stream), 16), FrameFile.samples(longer, 16));
  }

  @Test
  void aStreamCutAnywhereBeforeItsLastBytesIsMalformed() {
    var image = image(9, 13, 3, 8);
    for (boolean interleaved : new boolean[] {true, false}) {
      var stream = LosslessStreams.encode(image, samples(image, 1), new Form(8, 7, 0, 2, interleaved));

      for (int length = 0; length < stream.length - 3; length++) {
        var cut = Arrays.copyOf(stream, length);
        assertThrows(DicomFormatException.class, () -> LosslessStreams.decode(image, cut), length + " of " + stream.length + " bytes");
      }
    }
  }

  @Test
  void aComponentScannedTwiceIsMalformed() {
    var image = image(4, 4, 3, 8);
    var stream = LosslessStreams.encode(image, samples(image, 1), new Form(8, 1, 0, 0, false));
    for (int i = 0; i < stream.length - 5; i++) if (stream[i] == (byte) 0xFF && stream[i + 1] == (byte) 0xDA) stream[i + 5] = 1;

    assertThrows(DicomFormatException.class, () -> LosslessStreams.decode(image, stream));
  }

  @ParameterizedTest
  @CsvSource({"12, 1, 1, 0, 3", "12, 4, 1, 0, 3", "16, 5, 1, 0, 0", "16, 6, 1, 0, 0", "8, 7, 3, 0, 4", "12, 7, 1, 2, 0"})
  @Tag("referee")
  void gdcmReadsTheStreamsOfTheseTestsTheSame(int precision, int predictor, int samples, int low, int rowsAtOnce) throws Exception {
    Referee.require("gdcmconv");
    var image = image(31, 27, samples, precision);
    var stream = LosslessStreams.encode(image, samples(image, 3), new Form(precision, predictor, low, rowsAtOnce, true));
    FrameFile.write(image, TransferSyntax.JPEG_LOSSLESS, stream, folder.resolve("ours.dcm"));

    Referee.run("gdcmconv", "--raw", "-i", folder.resolve("ours.dcm"), "-o", folder.resolve("theirs.dcm"));

    assertArrayEquals(FrameFile.samples(LosslessStreams.decode(image, stream), image.bitsAllocated()), FrameFile.samples(folder.resolve("theirs.dcm")));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 0", "4, 0", "5, 0", "6, 0", "7, 0", "5, 2"})
  @Tag("referee")
  void decodesWhatDcmtkEncodes(int predictor, int low) throws Exception {
    Referee.require("dcmcjpeg");
    Referee.require("dcmdjpeg");
    for (var file : new String[] {"transfer-syntax/MR4_JPLL", "us/JPEGLosslessP14SV1_3s_2f_u_08_08.dcm"}) {
      Referee.run("dcmdjpeg", Referee.corpus().resolve(file), folder.resolve("plain.dcm"));
      Referee.run("dcmcjpeg", "+el", "+sv", predictor, "+pt", low, folder.resolve("plain.dcm"), folder.resolve("coded.dcm"));
      Referee.run("dcmdjpeg", folder.resolve("coded.dcm"), folder.resolve("expected.dcm"));

      assertArrayEquals(FrameFile.samples(folder.resolve("expected.dcm")), FrameFile.samples(folder.resolve("coded.dcm")), file);
    }
  }
}
