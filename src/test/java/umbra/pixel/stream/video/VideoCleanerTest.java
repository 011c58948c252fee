package umbra.pixel.stream.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSlice;
import umbra.referee.Referee;

/// A name beside the pictures of a video is blanked; no picture and no length changes.
class VideoCleanerTest {
  private static final byte[] NAME = "QZ-DOE^JANE-GPS-47.1N".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] START = {0, 0, 1};
  private static final byte[] UUID = new byte[16];

  private static byte[] cleaned(TransferSyntax syntax, byte[] stream) throws DicomException {
    var after = new VideoCleaner(syntax, Place.of("test")).clean(ByteSlice.of(stream)).toArray();
    assertEquals(stream.length, after.length);
    return after;
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
    return bytes;
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) return true;
    return false;
  }

  private static final byte[] SLICE = bytes(0x65, 0x88, 0x84, 0, 0x9F, 0xDF, 0x15);
  private static final byte[] PARAMETERS = bytes(0x67, 0x64, 0, 0x29, 0xAC, 0x72);

  private static byte[] sei(int type, byte... payload) {
    return joined(bytes(6, type, payload.length), payload, bytes(0x80));
  }

  @Test
  void userDataOfMpeg2IsBlanked() throws Exception {
    var before = joined(bytes(0, 0, 1, 0xB3, 0x2D, 2, 0x40, 0x13, 0, 0, 1, 0xB2), NAME, bytes(0, 0, 1, 0xB8, 0, 8, 0, 0x40, 0, 0, 1, 0), bytes(0, 0xF, 0xFF, 0xF8), bytes(0, 0, 1, 1, 0x13, 0xF8, 0xE1, 0, 0, 1, 0xB7), NAME);
    var after = cleaned(TransferSyntax.MPEG2_MAIN, before);

    assertFalse(holds(after, NAME));
    for (int i = 0; i < before.length; i++) if (after[i] != before[i]) assertEquals(' ', after[i]);
    assertTrue(holds(after, bytes(0, 0, 1, 1, 0x13, 0xF8, 0xE1)));
    assertArrayEquals(after, cleaned(TransferSyntax.MPEG2_MAIN, after));
  }

  @Test
  void messagesBesideThePicturesOfH264AreBlankedAndTimingStays() throws Exception {
    var timing = bytes(0x12, 0x34, 0x56);
    var before = joined(START, PARAMETERS, START, sei(5, joined(UUID, NAME)), START, sei(1, timing), START, sei(4, NAME), START, bytes(0x18), NAME, START, SLICE);
    var after = cleaned(TransferSyntax.MPEG4_HIGH_41, before);

    assertFalse(holds(after, NAME));
    assertTrue(holds(after, sei(1, timing)));
    assertTrue(holds(after, joined(START, SLICE)));
  }

  /// What decoders read to work around faults of old encoders.
  @Test
  void theSettingsOfX264StayAndANameAmongThemDoesNot() throws Exception {
    var mark = "x264 - core 164 r3095 baee400 - H.264/MPEG-4 AVC codec - Copyleft 2003-2022 - http://www.videolan.org/x264.html - options: cabac=1 ref=3 me=hex analyse=0x3:0x113 crf=23.0";
    var plain = ByteSlice.of(joined(START, PARAMETERS, START, longSei(mark), START, SLICE));
    assertSame(plain, new VideoCleaner(TransferSyntax.MPEG4_HIGH_41, Place.of("test")).clean(plain));
    for (var other : new String[] {mark + " doe=1", mark + " me=doe", "x264 of Doe"}) {
      assertFalse(holds(cleaned(TransferSyntax.MPEG4_HIGH_41, joined(START, PARAMETERS, START, longSei(other), START, SLICE)), other.getBytes(StandardCharsets.US_ASCII)), other);
    }
  }

  private static byte[] longSei(String text) {
    var payload = joined(UUID, text.getBytes(StandardCharsets.US_ASCII));
    var size = new ByteArrayOutputStream();
    for (int left = payload.length; ; left -= 255) {
      size.write(Math.min(255, left));
      if (left < 255) break;
    }
    // A UUID of zeros needs its emulation prevention
    var guarded = joined(bytes(0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0), Arrays.copyOfRange(payload, 16, payload.length));
    return joined(bytes(6, 5), size.toByteArray(), guarded, bytes(0x80));
  }

  @Test
  void aSizeThatLiesLeavesNoText() throws Exception {
    for (int size : new int[] {0, 3, 200, 255}) {
      var sei = joined(bytes(6, 5, size), UUID, NAME, bytes(0x80));
      assertFalse(holds(cleaned(TransferSyntax.MPEG4_HIGH_41, joined(START, PARAMETERS, START, sei, START, SLICE)), NAME), "size " + size);
    }
    for (var sei : new byte[][] {bytes(0x4E, 1, 137, 24), bytes(0x4E, 1, 4, 255), bytes(0x50, 1, 255, 255, 255, 1), bytes(0x4E, 1), bytes(0x60, 1)}) {
      var stream = joined(START, bytes(0x40, 1, 12), START, sei, NAME, bytes(0x80), START, bytes(0x26, 1, 9));
      assertFalse(holds(cleaned(TransferSyntax.HEVC_MAIN_51, stream), Arrays.copyOfRange(NAME, 3, 11)), Arrays.toString(sei));
    }
  }

  @Test
  void containersThatCannotBeLookedIntoAreRefused() {
    for (var start : new byte[][] {bytes(0x47, 0x40, 0, 0x10, 0, 0, 0xB0, 0xD), bytes(0, 0, 1, 0xBA, 0x44, 0, 4, 0), bytes(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4), bytes()}) {
      assertThrows(DicomException.class, () -> cleaned(TransferSyntax.MPEG2_MAIN, start));
      assertThrows(DicomException.class, () -> cleaned(TransferSyntax.MPEG4_HIGH_41, start));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"udta", "uuid", "free", "meta"})
  void boxesOfAnMp4FileThatAreNoPictureAreBlanked(String type) throws Exception {
    var before = Mp4.file(type, NAME, Mp4.units(sei(5, joined(UUID, NAME)), SLICE), NAME);
    var after = cleaned(TransferSyntax.MPEG4_HIGH_41, before);

    assertFalse(holds(after, NAME));
    assertTrue(holds(after, SLICE));
    assertTrue(holds(after, PARAMETERS), "parameters of the pictures");
    assertFalse(holds(after, bytes(0xDF, 0x12, 0x34, 0x56)), "the time when it was made");
    assertArrayEquals(after, cleaned(TransferSyntax.MPEG4_HIGH_41, after));
  }

  /// Numbers of all kinds that lie: an error or a clean stream, no crash, no endless work.
  @Test
  void anMp4FileWithAnyByteChangedIsCleanedOrRefused() {
    var whole = Mp4.file("udta", NAME, Mp4.units(sei(5, joined(UUID, NAME)), SLICE), NAME);
    int refused = 0;
    var random = new Random(4711);
    for (int i = 0; i < 20_000; i++) {
      var broken = whole.clone();
      for (int n = random.nextInt(3); n >= 0; n--) broken[random.nextInt(broken.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
      try {
        cleaned(TransferSyntax.MPEG4_HIGH_41, broken);
      } catch (DicomException _) {
        refused++;
      }
    }
    assertTrue(refused > 100);
  }

  /// A small MP4 file by hand (14496-12).
  private static final class Mp4 {
    static byte[] box(String type, byte[]... parts) {
      var body = joined(parts);
      return joined(ByteBuffer.allocate(4).putInt(body.length + 8).array(), type.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    static byte[] ints(int... values) {
      var out = ByteBuffer.allocate(4 * values.length);
      for (int v : values) out.putInt(v);
      return out.array();
    }

    static byte[] units(byte[]... units) {
      var out = new ByteArrayOutputStream();
      for (var unit : units) out.writeBytes(joined(ints(unit.length), unit));
      return out.toByteArray();
    }

    /// @param stray media data that no table points to
    static byte[] file(String type, byte[] text, byte[] sample, byte[] stray) {
      var ftyp = box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII), ints(512), "isomQZ-Davc1".getBytes(StandardCharsets.US_ASCII));
      var media = box("mdat", stray, sample, stray);
      var config = joined(bytes(1, 0x4D, 0, 0x29, 0xFF, 0xE1, 0, PARAMETERS.length), PARAMETERS, bytes(1, 0, 2, 0x68, 0xEE), text);
      var entry = box("avc1", new byte[42], text, new byte[78 - 42 - text.length], box("avcC", config));
      int at = ftyp.length + 8 + stray.length;
      var table = box("stbl", box("stsd", ints(0, 1), entry), box("stts", ints(0, 1, 1, 1), text), box("stsc", ints(0, 1, 1, 1, 1), text), box("stsz", ints(0, 0, 1, sample.length), text), box("stco", ints(0, 1, at), text));
      var handler = box("hdlr", ints(0, 0), "vide".getBytes(StandardCharsets.US_ASCII), new byte[12], text);
      var time = ints(0, 0xDF123456, 0xDF123456, 1000, 40, 0);
      var track = box("trak", box("tkhd", time, new byte[60]), box("mdia", box("mdhd", time), handler, box("minf", box("vmhd", new byte[12]), table)), box(type, text));
      var words = box("trak", box("tkhd", time, new byte[60]), box("mdia", box("mdhd", time), box("hdlr", ints(0, 0), "text".getBytes(StandardCharsets.US_ASCII), new byte[12], text)));
      return joined(ftyp, media, box("moov", box("mvhd", time, new byte[76]), track, words, box(type, text)), box(type, text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"video_h264_high41_4.102.dcm", "video_hevc_main51_4.107.dcm", "video_mpeg2_mpml_4.100.dcm"})
  @Tag("referee")
  void ffmpegDecodesTheSamePicturesBeforeAndAfter(String name, @TempDir Path folder) throws Exception {
    Referee.require("ffmpeg");
    try (var file = new DicomReader(ReadOptions.LENIENT).read(Referee.corpus().resolve("derived").resolve(name))) {
      var value = (Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
      var before = ByteSlice.joined(value.rest());
      var after = new VideoCleaner(file.transferSyntax(), Place.of(name)).clean(before);

      var one = pictures(Files.write(folder.resolve("before"), before.toArray()));
      assertTrue(one.lines().count() > 20);
      assertEquals(one, pictures(Files.write(folder.resolve("after"), after.toArray())));
      assertFalse(new String(after.toArray(), StandardCharsets.ISO_8859_1).contains("Lavf"));
      assertEquals(name.contains("mpeg2"), after == before);
    }
  }

  private static String pictures(Path file) throws Exception {
    return new String(Referee.run("ffmpeg", "-v", "error", "-i", file, "-f", "framemd5", "-"), StandardCharsets.UTF_8);
  }
}
