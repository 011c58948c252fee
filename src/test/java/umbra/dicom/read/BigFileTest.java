package umbra.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.Tags;
import umbra.dicom.Value;
import umbra.dicom.write.DicomWriter;

/// Files and values beyond 2 GiB and 4 GiB, as sparse files: nothing of Pixel Data is read or kept.
class BigFileTest {
  private static final long THREE_GIB = 3L << 30;

  @TempDir Path folder;

  /// Writes bytes at offsets; what lies between costs no disk.
  private Path sparse(byte[] head, long tailAt, byte[] tail) throws IOException {
    var path = folder.resolve("big.dcm");
    try (var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.wrap(head), 0);
      channel.write(ByteBuffer.wrap(tail), tailAt);
    }
    return path;
  }

  @Test
  void aValueOfThreeGiBIsASliceAndWhatFollowsIsRead() throws IOException {
    var head = Bytes.file("1.2.840.10008.1.2.1").explicit("0008,0060", "CS", "OT").explicitHeader("7FE0,0010", "OW", THREE_GIB).toArray();
    var path = sparse(head, head.length + THREE_GIB, Bytes.little().explicit("FFFC,FFFC", "OB", new byte[2]).toArray());
    long before = allocated();

    try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
      assertTrue(allocated() - before < 4_000_000, "memory does not grow with the file");
      var pixels = (Value.Bytes) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
      assertEquals(THREE_GIB, pixels.raw().length());
      assertTrue(file.dataSet().contains(Tags.TRAILING_PADDING));
      assertEquals(head.length + THREE_GIB + 14, written(file));
    }
  }

  @Test
  void fragmentsBeyondFourGiBAreFoundByLongOffsets() throws IOException {
    var head = Bytes.file("1.2.840.10008.1.2.4.90").explicit("0008,0060", "CS", "OT").explicitHeader("7FE0,0010", "OB", -1)
        .item(new byte[0]).header("FFFE,E000", THREE_GIB).toArray();
    long second = head.length + THREE_GIB;
    var path = sparse(head, second, Bytes.little().header("FFFE,E000", THREE_GIB).toArray());
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(Bytes.little().sequenceEnd().toArray()), second + 8 + THREE_GIB);
    }

    try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
      var fragments = (Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
      assertEquals(List.of(THREE_GIB, THREE_GIB), fragments.rest().stream().map(f -> f.length()).toList());
      assertEquals(second + 8, fragments.rest().get(1).offset());
      assertEquals(List.of(), file.notes());
    }
  }

  @Test
  void theHeaderOfABigFileIsReadWithoutItsPixels() throws IOException {
    var head = Bytes.file("1.2.840.10008.1.2.1").explicit("0008,0060", "CS", "OT").explicitHeader("7FE0,0010", "OW", THREE_GIB).toArray();
    var path = sparse(head, head.length + THREE_GIB - 1, new byte[1]);

    var file = new DicomReader(ReadOptions.LENIENT).readHeader(path);

    assertEquals("OT", file.dataSet().text(Tags.MODALITY).orElseThrow());
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static long written(umbra.dicom.DicomFile file) throws IOException {
    var counting = new WritableByteChannel() {
      private long count;

      @Override
      public int write(ByteBuffer bytes) {
        int n = bytes.remaining();
        bytes.position(bytes.limit());
        count += n;
        return n;
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {}
    };
    new DicomWriter().write(file, counting);
    return counting.count;
  }
}
