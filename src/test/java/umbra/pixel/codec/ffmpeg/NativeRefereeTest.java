package umbra.pixel.codec.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DicomException;
import umbra.dicom.Tags;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.pixel.Checkpoint;
import umbra.pixel.Raster;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;
import umbra.referee.Referee;

/// Video beside the `ffmpeg` program, and HTJ2K beside the same images in lossless syntaxes.
class NativeRefereeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"video_mpeg2_mpml_4.100.dcm", "video_h264_high41_4.102.dcm", "video_hevc_main51_4.107.dcm"})
  @Tag("referee")
  void everyFrameOfAVideoIsThatOfFfmpeg(String name) throws Exception {
    Referee.require("ffmpeg");
    try (var file = new DicomReader(ReadOptions.LENIENT).read(Referee.corpus().resolve("derived").resolve(name));
        var frames = FrameReader.open(file, TestCodecs.all(), new VideoStreams())) {
      var stream = new ByteArrayOutputStream();
      for (var fragment : ((Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value()).rest()) stream.writeBytes(fragment.toArray());
      var plain = Files.write(folder.resolve("video"), stream.toByteArray());
      var theirs = Referee.run("ffmpeg", "-v", "error", "-i", plain, "-f", "rawvideo", "-pix_fmt", "rgb24", "-sws_flags",
          "bicubic+accurate_rnd+full_chroma_int", "-vsync", "passthrough", "-");
      int length = frames.image().frameSamples();
      assertEquals(frames.frames(), theirs.length / length);

      for (int frame = 0; frame < frames.frames(); frame++) assertClose(theirs, frame * length, frames.frame(frame, Checkpoint.NONE), frame);
      assertClose(theirs, 4 * length, frames.frame(4, Checkpoint.NONE), 4); // going back
    }
  }

  /// The versions of the program and of the library differ in the rounding of colours.
  private static void assertClose(byte[] theirs, int from, Raster ours, int frame) {
    var bytes = ((Raster.Samples.Bytes) ours.values()).array();
    long sum = 0;
    for (int i = 0; i < bytes.length; i++) sum += Math.abs((bytes[i] & 0xFF) - (theirs[from + i] & 0xFF));
    double mean = (double) sum / bytes.length;
    assertTrue(mean < 1.0, () -> "frame " + (frame + 1) + " is off by " + mean + " on average");
  }

  @ParameterizedTest
  @CsvSource({"CT1_JPH, CT1_JPLL", "MR4_JPH, MR4_JPLL", "US1_JPH, US1_RLE", "VL1_JPH, VL1_J2KR"})
  void highThroughputFramesEqualTheirLosslessTwins(String name, String twin) throws Exception {
    var corpus = Referee.corpus().resolve("transfer-syntax");
    try (var decoder = new Htj2kDecoder()) {
      var codecs = new Codecs(List.of(decoder), List.of());

      assertArrayEquals(first(corpus.resolve(twin), TestCodecs.all()), first(corpus.resolve(name), codecs));
    }
  }

  @Test
  void aFrameBeyondTheVideoIsAnError() throws Exception {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(Referee.corpus().resolve("derived/video_mpeg2_mpml_4.100.dcm"));
        var frames = FrameReader.open(file, TestCodecs.all(), new VideoStreams())) {
      var stream = new VideoStreams().open(frames.image(), (Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value(), umbra.dicom.Place.of("video"));
      try (stream) {
        org.junit.jupiter.api.Assertions.assertThrows(DicomException.class, () -> stream.frame(100_000, Checkpoint.NONE));
      }
    }
  }

  private static double[] first(Path path, Codecs codecs) throws Exception {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(path); var frames = FrameReader.open(file, codecs, TestCodecs.noVideo())) {
      var values = frames.frame(0, Checkpoint.NONE).values();
      var all = new double[values.length()];
      for (int i = 0; i < all.length; i++) all[i] = values.at(i);
      return all;
    }
  }
}
