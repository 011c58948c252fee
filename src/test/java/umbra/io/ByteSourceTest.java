package umbra.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSourceTest {
  @TempDir Path folder;

  private static byte[] counting(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) bytes[i] = (byte) (i * 31 + i / 256);
    return bytes;
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("some.bin"), bytes);
  }

  private static ByteSource open(String home, Path file) throws IOException {
    return home.equals("mapped") ? ByteSource.mapped(file) : ByteSource.ranged(file, 1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapped", "ranged"})
  void everyRangeIsThatOfTheFile(String home) throws IOException {
    var bytes = counting(300_000);
    try (var source = open(home, file(bytes))) {
      assertEquals(bytes.length, source.size());
      for (int[] range : new int[][] {{0, 10}, {990, 20}, {999, 100_000}, {1500, 200}, {299_990, 10}, {300_000, 0}, {5, 299_995}}) {
        var expected = java.util.Arrays.copyOfRange(bytes, range[0], range[0] + range[1]);
        assertArrayEquals(expected, new ByteSlice(source, range[0], range[1]).toArray());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapped", "ranged"})
  void rangesOutsideAreRefused(String home) throws IOException {
    try (var source = open(home, file(counting(2000)))) {
      assertThrows(IndexOutOfBoundsException.class, () -> source.view(1990, 11));
      assertThrows(IndexOutOfBoundsException.class, () -> source.view(-1, 1));
      assertThrows(IndexOutOfBoundsException.class, () -> new ByteSlice(source, 0, Long.MAX_VALUE));
    }
  }

  @Test
  void mappedBytesAreNotToBeHadAfterClosing() throws IOException {
    var source = ByteSource.mapped(file(counting(2000)));
    source.close();

    assertThrows(IllegalStateException.class, () -> source.view(0, 1).get(ValueLayout.JAVA_BYTE, 0));
    source.close();
  }

  @Test
  void whatWasReadOnTheWayOutlivesARangedSource() throws IOException {
    var bytes = counting(300_000);
    var source = ByteSource.ranged(file(bytes), 1000);
    source.view(1000, 500); // walks on from the prefix, so it is kept
    source.close();

    assertEquals(bytes[1400], source.view(1400, 1).get(ValueLayout.JAVA_BYTE, 0));
    assertThrows(IllegalStateException.class, () -> source.view(250_000, 1));
  }

  @Test
  void aFileCutShortIsALostSource() throws IOException {
    var path = file(counting(300_000));
    try (var source = ByteSource.ranged(path, 1000)) {
      try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(2000);
      }

      assertThrows(LostSourceException.class, () -> source.view(200_000, 10));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapped", "ranged"})
  void offsetsBeyondTwoGiBAreReached(String home) throws IOException {
    var path = folder.resolve("sparse.bin");
    long far = 3L << 30;
    try (var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.wrap(new byte[] {7, 8, 9}), far);
    }
    try (var source = open(home, path)) {
      assertEquals(far + 3, source.size());
      assertArrayEquals(new byte[] {7, 8, 9}, new ByteSlice(source, far, 3).toArray());
    }
  }

  @Test
  void slicesOfSlicesKeepTheirPlace() {
    var slice = ByteSlice.of(counting(100)).slice(10, 50).slice(5, 10);

    assertEquals(15, slice.offset());
    assertEquals(25, slice.end());
    assertEquals(counting(100)[17] & 0xFF, slice.u8(2));
    assertThrows(IndexOutOfBoundsException.class, () -> slice.slice(5, 6));
    assertThrows(IndexOutOfBoundsException.class, () -> slice.u8(10));
  }

  @Test
  void equalBytesOfDifferentHomesAreSame() {
    var bytes = counting(3_000_000);
    var shifted = new byte[bytes.length + 5];
    System.arraycopy(bytes, 0, shifted, 5, bytes.length);

    assertTrue(ByteSlice.of(bytes).sameBytes(ByteSlice.of(shifted).slice(5, bytes.length)));
    shifted[shifted.length - 1]++;
    assertFalse(ByteSlice.of(bytes).sameBytes(ByteSlice.of(shifted).slice(5, bytes.length)));
  }

  @Test
  void writesAllBytesOfALongSlice() throws IOException {
    var out = new ByteArrayOutputStream();

    ByteSlice.of(counting(2_500_000)).writeTo(Channels.newChannel(out));

    assertArrayEquals(counting(2_500_000), out.toByteArray());
  }
}
