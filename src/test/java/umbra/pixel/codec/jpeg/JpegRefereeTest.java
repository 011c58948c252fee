package umbra.pixel.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.pixel.Checkpoint;
import umbra.pixel.RasterBytes;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;
import umbra.referee.Referee;

/// What the corpus lacks: streams that DCMTK writes in the progressive processes and with subsampled colour come out of our
/// decoder as out of DCMTK's, to the byte.
@Tag("referee")
class JpegRefereeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "cr-dx/RG2_JPLY, +ep, +s4", "cr-dx/RG2_JPLY, +es, +s4", "transfer-syntax/MR1_JPLY, +ep, +s4",
    "sc/deid_image2.dcm, +ep, +s4", "sc/deid_image2.dcm, +es, +s2", "sc/deid_image2.dcm, +eb, +s2"})
  void decodesAsDcmtkDoes(String file, String process, String sampling) throws Exception {
    Referee.require("dcmcjpeg");
    Referee.require("dcmdjpeg");
    var plain = folder.resolve("plain.dcm");
    var coded = folder.resolve("coded.dcm");
    var expected = folder.resolve("expected.dcm");
    run("dcmdjpeg", Referee.corpus().resolve(file).toString(), plain.toString());
    run("dcmcjpeg", process, sampling, plain.toString(), coded.toString());
    run("dcmdjpeg", coded.toString(), expected.toString());

    assertArrayEquals(samples(expected), samples(coded));
  }

  private static void run(String... command) throws Exception {
    var process = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor(), String.join(" ", command));
  }

  private static byte[] samples(Path path) throws Exception {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(path);
        var frames = FrameReader.open(file, TestCodecs.all(), TestCodecs.noVideo())) {
      var out = new ByteArrayOutputStream();
      var raster = frames.frame(0, Checkpoint.NONE);
      RasterBytes.write(raster, RasterBytes.bytesEach(raster, frames.image().bitsAllocated()), chunk -> out.write(chunk.array(), 0, chunk.limit()));
      return out.toByteArray();
    }
  }
}
