package umbra.pixel.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.TransferSyntax;
import umbra.pixel.Checkpoint;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;

class Jpeg2000RoundTripTest {
  private final Jpeg2000Encoder encoder = new Jpeg2000Encoder();
  private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();

  static void assertSame(Raster expected, Raster found) {
    assertEquals(expected.bits(), found.bits());
    assertEquals(expected.signed(), found.signed());
    for (int i = 0; i < expected.values().length(); i++) {
      if (expected.values().at(i) != found.values().at(i)) assertEquals(expected.values().at(i), found.values().at(i), "sample " + i);
    }
  }

  private Raster decoded(Raster raster, byte[] bytes) throws DicomException {
    return decoder.decode(Frames.frame(raster, bytes, TransferSyntax.JPEG_2000_LOSSLESS));
  }

  @Test
  void decodesWhatItEncoded() throws DicomException {
    int[][] sizes = {{1, 1}, {1, 9}, {5, 1}, {2, 3}, {31, 65}, {130, 67}};
    for (var size : sizes) {
      for (int bits : new int[] {1, 8, 10, 12, 16}) {
        for (int samples : new int[] {1, 3}) {
          for (int kind = 0; kind < 4; kind++) {
            if (bits == 1 && kind >= 2) continue;
            var raster = Frames.raster(size[0], size[1], samples, bits, kind >= 2, kind % 2 == 1, bits + kind);
            assertSame(raster, decoded(raster, encoder.encode(raster, Checkpoint.NONE)));
          }
        }
      }
    }
  }

  @Test
  void blocksMayBeDecodedInAnyOrderByManyThreads() throws DicomException {
    var raster = Frames.raster(200, 300, 3, 12, false, false, 4);
    var pieces = new AtomicInteger();
    var parallel = new Jpeg2000Decoder((count, piece) -> IntStream.range(0, count).parallel().forEach(i -> {
      pieces.incrementAndGet();
      piece.accept(i);
    }), java.util.Optional.empty());
    assertSame(raster, parallel.decode(Frames.frame(raster, encoder.encode(raster, Checkpoint.NONE), TransferSyntax.JPEG_2000_LOSSLESS)));
    assertTrue(pieces.get() > 1);
  }

  @Test
  void colourTransformedInTheStreamComesOutAsRgb() throws DicomException {
    var raster = Frames.raster(20, 20, 3, 8, false, false, 5);
    assertEquals(Photometric.RGB, decoded(raster, encoder.encode(raster, Checkpoint.NONE)).photometric());
  }

  @Test
  void bitsOfAnUnsignedStreamStayAsTheyAreWhereTheHeaderSaysSigned() throws DicomException {
    var raster = Frames.raster(8, 8, 1, 12, false, true, 6);
    var bytes = encoder.encode(raster, Checkpoint.NONE);
    var found = decoder.decode(Frames.frame(8, 8, 1, 12, true, bytes, TransferSyntax.JPEG_2000_LOSSLESS));
    assertTrue(found.signed());
    for (int i = 0; i < 64; i++) assertEquals(raster.values().at(i), found.values().at(i));
  }

  @Test
  void aFrameInAJp2FileIsFound() throws DicomException {
    var raster = Frames.raster(9, 9, 1, 8, false, true, 7);
    var stream = encoder.encode(raster, Checkpoint.NONE);
    byte[] boxes = {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10, 0, 0, 0, 0, 'j', 'p', '2', 'c'};
    var bytes = Arrays.copyOf(boxes, boxes.length + stream.length);
    System.arraycopy(stream, 0, bytes, boxes.length, stream.length);
    assertSame(raster, decoded(raster, bytes));
  }

  @Test
  void anotherSizeThanTheHeaderSaysIsRefused() throws DicomException {
    var bytes = encoder.encode(Frames.raster(9, 9, 1, 8, false, true, 7), Checkpoint.NONE);
    assertThrows(DicomFormatException.class, () -> decoder.decode(Frames.frame(9, 10, 1, 8, false, bytes, TransferSyntax.JPEG_2000)));
  }

  @Test
  void noFrameCutShortComesBackAsAnImage() throws DicomException {
    var raster = Frames.raster(40, 40, 1, 8, false, true, 8);
    var bytes = encoder.encode(raster, Checkpoint.NONE);
    for (int length = 0; length < bytes.length - 4; length++) { // EOC may be missing, and the pad bits before it
      var cut = Arrays.copyOf(bytes, length);
      assertThrows(DicomException.class, () -> decoder.decode(Frames.frame(raster, cut, TransferSyntax.JPEG_2000)), "length " + length);
    }
  }

  @Test
  void damagedFramesDecodeOrAreRefused() throws DicomException {
    var random = new Random(9);
    var raster = Frames.raster(50, 40, 3, 10, true, false, 9);
    var bytes = encoder.encode(raster, Checkpoint.NONE);
    assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
      for (int i = 0; i < 3000; i++) {
        var mutant = bytes.clone();
        int reach = random.nextBoolean() ? 120 : mutant.length;
        for (int n = random.nextInt(4); n >= 0; n--) mutant[random.nextInt(reach)] = (byte) random.nextInt(256);
        try {
          decoder.decode(Frames.frame(raster, mutant, TransferSyntax.JPEG_2000));
        } catch (DicomException _) {
          // refused: as good as decoded
        }
      }
    });
  }
}
