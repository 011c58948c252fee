package umbra.pixel.codec.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.codec.FrameReader;
import umbra.referee.Referee;

/// A video decodes from its own bytes alone, and says so when they are not whole.
class VideoContainmentTest {
  private static final Place PLACE = Place.of("video");
  private static final Long DAMAGED = Long.MAX_VALUE;

  /// Text that FFmpeg reads as a list of other files, which is how a file from outside would reach into this machine.
  @Test
  void aListOfFilesInPlaceOfAVideoOpensNone(@TempDir(factory = BesideTheWorker.class) Path folder) throws Exception {
    var reached = Files.write(folder.resolve("other.mpg"), stream().toByteArray());
    var list = ("ffconcat version 1.0\nfile " + reached + "\n").getBytes(StandardCharsets.UTF_8);

    assertThrows(DicomFormatException.class, () -> frames(List.of(list)));
  }

  @Test
  void fragmentsMayCutTheStreamAnywhere() throws Exception {
    var all = stream().toByteArray();
    var parts = new ArrayList<byte[]>();
    for (int at = 0; at < all.length; at += 10_007) parts.add(Arrays.copyOfRange(all, at, Math.min(all.length, at + 10_007)));

    assertEquals(frames(List.of(all)), frames(parts));
  }

  /// FFmpeg would hand out its guess at the lost part, and everything built on it. This is noise inside a picture; where the
  /// header of a picture is lost, FFmpeg drops the picture and does not tell.
  @Test
  void damageIsRefusedUntilTheNextKeyFrame() throws Exception {
    var all = stream().toByteArray();
    var broken = all.clone();
    var noise = new byte[200];
    var random = new Random(1);
    int at = all.length / 4 + random.nextInt(all.length / 2);
    random.nextBytes(noise);
    System.arraycopy(noise, 0, broken, at, noise.length);
    var whole = frames(List.of(all));
    var seen = frames(List.of(broken));

    assertTrue(seen.containsValue(DAMAGED) && seen.values().stream().anyMatch(hash -> !hash.equals(DAMAGED)));
    seen.forEach((frame, hash) -> assertTrue(
        hash.equals(DAMAGED) || hash.equals(whole.get(frame)),
        () -> "frame index " + frame + " is neither right nor refused"));
  }

  /// Puts the folder below the directory that the worker runs in: FFmpeg follows only relative names.
  static final class BesideTheWorker implements org.junit.jupiter.api.io.TempDirFactory {
    @Override
    public Path createTempDirectory(org.junit.jupiter.api.extension.AnnotatedElementContext element, org.junit.jupiter.api.extension.ExtensionContext context)
        throws java.io.IOException {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "video");
    }
  }

  private static Path sample() {
    return Referee.corpus().resolve("derived/video_mpeg2_mpml_4.100.dcm");
  }

  private static ByteArrayOutputStream stream() throws Exception {
    var stream = new ByteArrayOutputStream();
    try (var file = new DicomReader(ReadOptions.LENIENT).read(sample())) {
      for (var part : ((Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value()).rest()) stream.writeBytes(part.toArray());
    }
    return stream;
  }

  /// A hash of each of the first 30 frames, or [#DAMAGED].
  private static TreeMap<Integer, Long> frames(List<byte[]> parts) throws Exception {
    var hashes = new TreeMap<Integer, Long>();
    var slices = parts.stream().map(ByteSlice::of).toList();
    try (var file = new DicomReader(ReadOptions.LENIENT).read(sample());
        var video = new VideoStreams().open(ImagePixel.of(file.dataSet(), "video"), new Value.Fragments(ByteSlice.EMPTY, slices), PLACE)) {
      for (int frame = 0; frame < 30; frame++) hashes.put(frame, hash(video, frame));
    }
    return hashes;
  }

  private static long hash(FrameReader.Stream video, int frame) throws DicomException {
    try {
      return Arrays.hashCode(((Raster.Samples.Bytes) video.frame(frame, Checkpoint.NONE).values()).array());
    } catch (DicomFormatException _) {
      return DAMAGED;
    }
  }
}
