package umbra.pixel.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.codec.EncodedFrame;
import umbra.referee.Referee;

@Tag("referee")
class Jpeg2000RefereeTest {
  @TempDir private Path folder;

  /// The first frame of every JPEG 2000 file: exact where the wavelet is 5/3, within one step where it is 9/7.
  @Test
  void corpusFramesComeOutAsOpenJpegHasThem() throws Exception {
    Referee.require("opj_decompress");
    var decoder = new Jpeg2000Decoder();
    var wrong = new TreeMap<String, String>();
    int compared = 0;
    for (var file : Referee.corpusFiles()) {
      try (var dicom = open(file)) {
        if (dicom == null || !decoder.transferSyntaxes().contains(dicom.transferSyntax())) continue;
        var frame = frame(dicom);
        byte[] expected = openJpeg(frame.toArray(), frame.image().bitsAllocated() > 8);
        if (expected.length == 0) continue; // refused: see the tests of such files below
        var raster = decoder.decode(frame);
        boolean exact = dicom.transferSyntax() != TransferSyntax.JPEG_2000 && dicom.transferSyntax() != TransferSyntax.HTJ2K;
        int worst = worst(raster, expected);
        if (worst > (exact ? 0 : 1)) wrong.put(file.getFileName().toString(), "differs by " + worst);
        compared++;
      } catch (DicomException e) {
        wrong.put(file.getFileName().toString(), e.getMessage());
      }
    }
    assertEquals(Map.of(), wrong);
    assertTrue(compared >= 30, "only " + compared + " files compared");
  }

  @Test
  void whatWeEncodeOpenJpegReadsBack() throws Exception {
    Referee.require("opj_decompress");
    var encoder = new Jpeg2000Encoder();
    for (int bits : new int[] {8, 10, 12, 16}) {
      for (int samples : new int[] {1, 3}) {
        for (int kind = 0; kind < 4; kind++) {
          var raster = Frames.raster(67 + bits, 131, samples, bits, kind >= 2, kind % 2 == 1, bits);
          assertEquals(0, worst(raster, openJpeg(encoder.encode(raster, Checkpoint.NONE), bits > 8)), bits + " bits, kind " + kind);
        }
      }
    }
  }

  /// All that a codestream may be asked for, as OpenJPEG's writer makes it.
  @Test
  void everyWayOfCodingIsRead() throws Exception {
    Referee.require("opj_compress");
    Referee.require("opj_decompress");
    var raster = Frames.raster(203, 317, 3, 8, false, false, 11);
    var source = folder.resolve("source.ppm");
    try (var out = Files.newOutputStream(source)) {
      out.write("P6\n317 203\n255\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      out.write(((Raster.Samples.Bytes) raster.values()).array());
    }
    for (var options : List.of("-M 1", "-M 2", "-M 4", "-M 8", "-M 16", "-M 32", "-M 63", "-M 5", "-M 63 -I -r 20,8,3", "-n 1", "-n 7",
        "-p LRCP -r 30,10,1 -c [64,64],[32,32] -b 16,16", "-p RLCP -r 30,10,1 -c [64,64],[32,32]", "-p RPCL -d 13,7 -T 5,3 -t 90,110 -n 4 -c [64,128]",
        "-p PCRL -d 13,7 -T 5,3 -t 90,110 -n 4 -c [64,128]", "-p CPRL -t 100,77 -r 30,10,1 -TP R -SOP -EPH",
        "-ROI c=0,U=12", "-I -r 4 -ROI c=0,U=9", "-b 1024,4", "-b 4,4 -n 3", "-PLT -TLM", "-I -r 5 -d 57,33 -T 57,33 -t 64,64", "-mct 0")) {
      var stream = folder.resolve("s.j2k");
      Files.deleteIfExists(stream);
      var command = new java.util.ArrayList<Object>(List.of("opj_compress", "-i", source, "-o", stream));
      command.addAll(List.of(options.split(" ")));
      Referee.run(command.toArray());
      assertTrue(Files.exists(stream), "opj_compress refuses " + options);
      var bytes = Files.readAllBytes(stream);
      var found = new Jpeg2000Decoder().decode(Frames.frame(raster, bytes, TransferSyntax.JPEG_2000));
      assertTrue(worst(found, openJpeg(bytes, false)) <= (options.contains("-I") ? 1 : 0), options);
    }
  }

  /// 966.dcm has a COM segment between the tile-part and EOC, at which newer OpenJPEG stops: it gets the stream without.
  @Test
  void aCommentBeforeTheEndIsPassedOver() throws Exception {
    Referee.require("opj_decompress");
    try (var dicom = open(Referee.corpus().resolve("cr-dx/966.dcm"))) {
      var bytes = frame(dicom).toArray();
      int comment = bytes.length - 4;
      while (bytes[comment] != (byte) 0xFF || bytes[comment + 1] != 0x64) comment--;
      var plain = Arrays.copyOf(bytes, comment + 2);
      plain[comment + 1] = (byte) 0xD9;
      assertEquals(0, worst(new Jpeg2000Decoder().decode(frame(dicom)), openJpeg(plain, true)));
    }
  }

  @Test
  void aFragmentThatIsNoCodestreamIsMalformed() throws Exception {
    try (var dicom = open(Referee.corpus().resolve("malformed/JPEG2000-embedded-sequence-delimiter.dcm"))) {
      assertThrows(DicomFormatException.class, () -> new Jpeg2000Decoder().decode(frame(dicom)));
    }
  }

  private static DicomFile open(Path file) throws IOException {
    try {
      return new DicomReader(ReadOptions.LENIENT).read(file);
    } catch (DicomException _) {
      return null;
    }
  }

  private static EncodedFrame frame(DicomFile file) throws DicomException {
    var image = ImagePixel.of(file.dataSet(), "file");
    var fragments = ((Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value()).rest();
    List<ByteSlice> first = image.frames() > 1 ? List.of(fragments.getFirst()) : fragments;
    return new EncodedFrame(image, file.transferSyntax(), first, Place.of("file"), Checkpoint.NONE);
  }

  /// Samples component by component, 16-bit ones little endian; empty if OpenJPEG refuses.
  private byte[] openJpeg(byte[] stream, boolean wide) throws IOException, InterruptedException {
    var in = folder.resolve(stream[0] == 0 ? "f.jp2" : "f.j2k");
    var out = folder.resolve(wide ? "f.rawl" : "f.raw");
    Files.deleteIfExists(out);
    Files.write(in, stream);
    Referee.run("opj_decompress", "-i", in, "-o", out);
    return Files.exists(out) ? Files.readAllBytes(out) : new byte[0];
  }

  private static int worst(Raster raster, byte[] expected) {
    int n = raster.values().length();
    int size = expected.length / n;
    if (expected.length == 0 || expected.length != n * size) return Integer.MAX_VALUE;
    int unused = 32 - raster.bits();
    int worst = 0;
    for (int i = 0; i < n; i++) {
      int at = i % raster.samples() * (n / raster.samples()) + i / raster.samples();
      int value = size == 1 ? expected[at] : expected[2 * at] & 0xFF | expected[2 * at + 1] << 8;
      worst = Math.max(worst, Math.abs(value - (int) raster.values().at(i) << unused >> unused));
    }
    return worst;
  }
}
