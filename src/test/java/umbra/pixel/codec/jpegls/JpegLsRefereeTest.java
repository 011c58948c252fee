package umbra.pixel.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.dicom.TransferSyntax;
import umbra.pixel.codec.FrameFile;
import umbra.referee.Referee;

/// What the corpus lacks: other thresholds, larger errors and restart markers decode as DCMTK and GDCM decode them.
@Tag("referee")
class JpegLsRefereeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "transfer-syntax/RG3_JLSN, +en +md 1", "transfer-syntax/XA1_JLSL, +en +md 9", "transfer-syntax/XA1_JLSL, +en +md 30", "transfer-syntax/CT2_JLSL, +pc +t1 9 +t2 20 +t3 200 +rs 31",
    "transfer-syntax/JLSL_RGB_ILV0.dcm, +en +md 3 +in", "transfer-syntax/JLSL_RGB_ILV0.dcm, +en +md 3 +il", "transfer-syntax/JLSL_RGB_ILV0.dcm, +en +md 3 +is",
    "transfer-syntax/JLSL_RGB_ILV0.dcm, +en +md 60 +is", "transfer-syntax/JLSL_RGB_ILV2.dcm, +el +in", "transfer-syntax/JLSL_RGB_ILV2.dcm, +el +is"})
  void decodesAsDcmtkDoes(String file, String options) throws Exception {
    Referee.require("dcmcjpls");
    Referee.require("dcmdjpls");
    var plain = folder.resolve("plain.dcm");
    var coded = folder.resolve("coded.dcm");
    var expected = folder.resolve("expected.dcm");
    Referee.run("dcmdjpls", Referee.corpus().resolve(file), plain);
    var command = new ArrayList<Object>(List.of("dcmcjpls"));
    command.addAll(Arrays.asList(options.split(" ")));
    command.addAll(List.of(plain, coded));
    Referee.run(command.toArray());
    Referee.run("dcmdjpls", coded, expected);

    assertArrayEquals(FrameFile.samples(expected), FrameFile.samples(coded));
  }

  @ParameterizedTest
  @CsvSource({"23, 1, 8, 5", "23, 3, 8, 2", "40, 1, 16, 3"})
  void restartMarkersAreReadAsGdcmDoes(int rows, int samples, int bits, int lines) throws Exception {
    Referee.require("gdcmconv");
    var image = JpegLsStreams.image(rows, 33, samples, bits);
    var raster = JpegLsStreams.raster(image, 5);
    FrameFile.write(image, TransferSyntax.JPEG_LS_LOSSLESS, JpegLsStreams.withRestarts(raster, lines), folder.resolve("ours.dcm"));

    Referee.run("gdcmconv", "--raw", "-i", folder.resolve("ours.dcm"), "-o", folder.resolve("theirs.dcm"));

    assertArrayEquals(FrameFile.samples(raster, image.bitsAllocated()), FrameFile.samples(folder.resolve("theirs.dcm")));
  }
}
