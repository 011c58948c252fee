package umbra.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

/// Native frames of PS3.5 8.1.1 and 8.2, small enough to be read off.
class NativeFramesTest {
  private static double[] frame(ImagePixel image, VR vr, ByteOrder order, int frame, int... bytes) throws DicomException {
    var raw = new byte[bytes.length];
    for (int i = 0; i < raw.length; i++) raw[i] = (byte) bytes[i];
    var values = new NativeFrames(image, new Value.Bytes(ByteSlice.of(raw), order), vr, Place.of("memory")).frame(frame).values();
    var all = new double[values.length()];
    for (int i = 0; i < all.length; i++) all[i] = values.at(i);
    return all;
  }

  private static ImagePixel image(int columns, int samples, Photometric photometric, int allocated, boolean signed, boolean planar, int frames) {
    return new ImagePixel(1, columns, samples, photometric, SampleType.INTEGER, allocated, allocated, allocated - 1, signed, planar, frames);
  }

  @Test
  void wordsFollowTheByteOrderAndTheSign() throws DicomException {
    var unsigned = image(2, 1, Photometric.MONOCHROME2, 16, false, false, 1);
    var signed = image(2, 1, Photometric.MONOCHROME2, 16, true, false, 1);

    assertArrayEquals(new double[] {0x0201, 0xFFFE}, frame(unsigned, VR.OW, ByteOrder.LITTLE_ENDIAN, 0, 1, 2, 0xFE, 0xFF));
    assertArrayEquals(new double[] {0x0102, -2}, frame(signed, VR.OW, ByteOrder.BIG_ENDIAN, 0, 1, 2, 0xFF, 0xFE));
  }

  @Test
  void bytesInBigEndianWordsChangePlaces() throws DicomException {
    var image = image(3, 1, Photometric.MONOCHROME2, 8, false, false, 2);

    assertArrayEquals(new double[] {2, 1, 4}, frame(image, VR.OW, ByteOrder.BIG_ENDIAN, 0, 1, 2, 3, 4, 5, 6));
    assertArrayEquals(new double[] {3, 6, 5}, frame(image, VR.OW, ByteOrder.BIG_ENDIAN, 1, 1, 2, 3, 4, 5, 6));
    assertArrayEquals(new double[] {1, 2, 3}, frame(image, VR.OB, ByteOrder.BIG_ENDIAN, 0, 1, 2, 3, 4, 5, 6));
  }

  @Test
  void bitFramesNeedNotBeginAByte() throws DicomException {
    var image = image(5, 1, Photometric.MONOCHROME2, 1, false, false, 3);

    assertArrayEquals(new double[] {1, 0, 1, 0, 0}, frame(image, VR.OB, ByteOrder.LITTLE_ENDIAN, 0, 0b1110_0101, 0b0100_0010));
    assertArrayEquals(new double[] {1, 1, 1, 0, 1}, frame(image, VR.OB, ByteOrder.LITTLE_ENDIAN, 1, 0b1110_0101, 0b0100_0010));
  }

  @Test
  void planesAreInterleaved() throws DicomException {
    var image = image(2, 3, Photometric.RGB, 8, false, true, 1);

    assertArrayEquals(new double[] {1, 3, 5, 2, 4, 6}, frame(image, VR.OB, ByteOrder.LITTLE_ENDIAN, 0, 1, 2, 3, 4, 5, 6));
  }

  @Test
  void sharedColourDifferencesAreWidened() throws DicomException {
    var image = image(2, 3, Photometric.YBR_FULL_422, 8, false, false, 1);

    assertArrayEquals(new double[] {10, 30, 40, 20, 30, 40}, frame(image, VR.OB, ByteOrder.LITTLE_ENDIAN, 0, 10, 20, 30, 40));
  }

  @Test
  void aFrameThatEndsEarlyIsAnErrorThatSaysHowMuchIsMissing() {
    var image = image(4, 1, Photometric.MONOCHROME2, 16, false, false, 2);

    var error = assertThrows(DicomFormatException.class, () -> frame(image, VR.OW, ByteOrder.LITTLE_ENDIAN, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

    assertEquals("Pixel Data ends 6 bytes before frame 2 does", error.reason());
  }

  @Test
  void theLastFrameOfAnObjectBeyondFourGiBIsReadWithoutTheOthers(@TempDir Path folder) throws IOException {
    var path = folder.resolve("frames.raw");
    int frames = 2200;
    long frameBytes = 1024L * 1024 * 2;
    try (var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2}), frames * frameBytes - 2);
    }
    var image = new ImagePixel(1024, 1024, 1, Photometric.MONOCHROME2, SampleType.INTEGER, 16, 16, 15, false, false, frames);

    try (var source = ByteSource.mapped(path)) {
      var raster = new NativeFrames(image, new Value.Bytes(source.all(), ByteOrder.LITTLE_ENDIAN), VR.OW, Place.of("big")).frame(frames - 1);
      assertEquals(0x0201, raster.values().at(1024 * 1024 - 1));
    }
  }
}
