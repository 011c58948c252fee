package umbra.pixel.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.pixel.Checkpoint;
import umbra.pixel.RasterBytes;
import umbra.referee.Referee;

/// Holds decoded frames of every corpus file against what GDCM, else DCMTK, decodes them to: equal for native and lossless
/// syntaxes, within one step a sample for lossy ones. At most the first three frames of a file are compared.
@Tag("referee")
class PixelRefereeTest {
  private static final int MOST_FRAMES = 3;

  /// Files on which the referees disagree with each other or with the standard; each was looked at.
  private static final Map<String, String> ACCEPTED = Map.of(
      "transfer-syntax/JLSL_08_07_0_1F.dcm", "GDCM is wrong on 7-bit JPEG-LS, CharLS agrees with us",
      "rt/py_rtdose_expb.dcm", "DCMTK swaps 32-bit samples as two words; we read what the little endian twin py_rtdose.dcm holds",
      "sc/SC_rgb_rle_16bit.dcm", "GDCM writes planes of 16-bit RLE colour in another order; equal to the native twin",
      "sc/SC_rgb_rle_32bit.dcm", "GDCM writes planes of 32-bit RLE colour in another order; equal to the native twin");

  @TempDir Path folder;

  @Test
  void everyFrameThatARefereeDecodesIsDecodedTheSame() throws Exception {
    Referee.require("gdcmconv");
    Referee.require("dcmdjpeg");
    var corpus = Referee.corpus();
    var unexpected = new ArrayList<String>();
    var counts = new TreeMap<String, Integer>();

    for (var path : Referee.corpusFiles()) {
      var name = corpus.relativize(path).toString();
      try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
        if (!file.dataSet().contains(Tags.PIXEL_DATA) || file.transferSyntax().isVideo()) continue;
        var difference = compare(path, file);
        if (difference.isEmpty()) continue;
        counts.merge(file.transferSyntax().title(), 1, Integer::sum);
        if (difference.get() > allowed(file) && !ACCEPTED.containsKey(name)) unexpected.add(name + " differs by " + difference.get());
      } catch (DicomException _) {
        continue; // what cannot be read is the reader's test
      }
    }

    System.out.println("frames compared with GDCM or DCMTK, files by syntax: " + counts);
    assertEquals(List.of(), unexpected);
    assertTrue(counts.values().stream().mapToInt(Integer::intValue).sum() > 400, "most images of the corpus were compared");
  }

  /// Lossy wavelets are not exact to the bit between decoders; all else is.
  private static int allowed(DicomFile file) {
    return switch (file.transferSyntax()) {
      case JPEG_2000, JPEG_2000_LOSSLESS -> isIrreversible(file) ? 1 : 0;
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_SPECTRAL_SELECTION, JPEG_FULL_PROGRESSION -> 1;
      default -> 0;
    };
  }

  /// The COD marker says wavelet 9/7 (ISO/IEC 15444-1 A.6.1).
  private static boolean isIrreversible(DicomFile file) {
    if (!(file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value() instanceof Value.Fragments(_, var rest))) return false;
    var bytes = rest.getFirst().toArray();
    for (int i = 0; i + 13 < Math.min(bytes.length, 4096); i++) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] == 0x52) return bytes[i + 13] == 0;
    }
    return false;
  }

  /// The largest difference of a sample, or empty if no referee decodes the file, or none in a form to compare with.
  private Optional<Integer> compare(Path path, DicomFile file) throws Exception {
    try (var ours = FrameReader.open(file, TestCodecs.all(), TestCodecs.noVideo())) {
      if (ours.image().bitsAllocated() == 1) return Optional.empty(); // referees keep eight samples to a byte
      int frames = Math.min(MOST_FRAMES, ours.frames());
      var decoded = new ByteArrayOutputStream();
      int bytesEach = 1;
      for (int frame = 0; frame < frames; frame++) {
        var raster = ours.frame(frame, Checkpoint.NONE);
        bytesEach = RasterBytes.bytesEach(raster, ours.image().bitsAllocated());
        RasterBytes.write(raster, bytesEach, chunk -> decoded.write(chunk.array(), 0, chunk.limit()));
      }
      return compare(path, file, ours.image().samples() == 3, decoded.toByteArray(), bytesEach);
    }
  }

  private Optional<Integer> compare(Path path, DicomFile file, boolean colour, byte[] ours, int bytesEach) throws Exception {
    boolean jpegColour = colour && allowed(file) == 1 && file.transferSyntax() != TransferSyntax.JPEG_2000 && file.transferSyntax() != TransferSyntax.JPEG_2000_LOSSLESS;
    var native_ = !(file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value() instanceof Value.Fragments);
    // GDCM leaves YBR as it is, DCMTK converts it, as we do.
    List<List<Object>> referees = jpegColour
        ? List.of(List.of("dcmdjpeg", "+te", path, out()))
        : native_ ? List.of(List.of("dcmconv", "+te", path, out())) : List.of(List.of("gdcmconv", "--raw", "-i", path, "-o", out()), List.of("dcmdjpls", path, out()));
    for (var command : referees) {
      Files.deleteIfExists(out());
      Referee.run(command.toArray());
      if (!Files.exists(out())) continue;
      var theirs = samples(ours.length, bytesEach, colour);
      if (theirs.isPresent()) return Optional.of(difference(ours, theirs.get(), bytesEach));
    }
    return Optional.empty();
  }

  private Path out() {
    return folder.resolve("referee.dcm");
  }

  /// The first bytes of what the referee wrote, pixel-interleaved.
  private Optional<byte[]> samples(int length, int bytesEach, boolean colour) throws IOException {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(out())) {
      var element = file.dataSet().find(Tags.PIXEL_DATA);
      if (element.isEmpty() || !(element.get().value() instanceof Value.Bytes(var raw, _)) || raw.length() < length) return Optional.empty();
      if (!colour) return Optional.of(raw.slice(0, length).toArray());
      try (var again = FrameReader.open(file, TestCodecs.all(), TestCodecs.noVideo())) {
        var bytes = new ByteArrayOutputStream();
        for (int frame = 0; bytes.size() < length; frame++) {
          RasterBytes.write(again.frame(frame, Checkpoint.NONE), bytesEach, chunk -> bytes.write(chunk.array(), 0, chunk.limit()));
        }
        return bytes.size() == length ? Optional.of(bytes.toByteArray()) : Optional.empty();
      }
    } catch (DicomException _) {
      return Optional.empty();
    }
  }

  private static int difference(byte[] ours, byte[] theirs, int bytesEach) {
    int most = 0;
    for (int i = 0; i + bytesEach <= ours.length; i += bytesEach) {
      long a = 0;
      long b = 0;
      for (int k = bytesEach - 1; k >= 0; k--) {
        a = a << 8 | ours[i + k] & 0xFF;
        b = b << 8 | theirs[i + k] & 0xFF;
      }
      most = Math.max(most, (int) Math.min(Integer.MAX_VALUE, Math.abs(a - b)));
    }
    return most;
  }
}
