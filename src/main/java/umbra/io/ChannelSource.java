package umbra.io;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;

/// A file read by ranges. Its first bytes are kept, and more of them as readers walk on from there, so that a header
/// costs one or two reads and its views outlive [#close].
final class ChannelSource implements ByteSource {
  /// Views longer than this are values to be fetched when wanted, not header to be kept.
  private static final int LONGEST_KEPT_VIEW = 1 << 16;
  private static final int LONGEST_PREFIX = 1 << 26;
  private static final int LONGEST_VIEW = Integer.MAX_VALUE - 64;

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private volatile MemorySegment prefix;

  private ChannelSource(Path file, FileChannel channel, long size, MemorySegment prefix) {
    this.file = file;
    this.channel = channel;
    this.size = size;
    this.prefix = prefix;
  }

  static ChannelSource open(Path file, int prefixBytes) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      // A file shorter than the wanted prefix is found out by reading it: one system call saved for small files.
      var bytes = new byte[prefixBytes];
      int read = fill(channel, ByteBuffer.wrap(bytes), 0);
      long size = read < prefixBytes ? read : channel.size();
      return new ChannelSource(file, channel, size, MemorySegment.ofArray(bytes).asSlice(0, read));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Reads until the buffer is full or the file ends; returns how many bytes were read.
  private static int fill(FileChannel channel, ByteBuffer buffer, long offset) throws IOException {
    int total = 0;
    while (buffer.hasRemaining()) {
      int n = channel.read(buffer, offset + total);
      if (n < 0) break;
      total += n;
    }
    return total;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public MemorySegment view(long offset, long length) {
    Objects.checkFromIndexSize(offset, length, size);
    var kept = prefix;
    if (offset + length <= kept.byteSize()) return kept.asSlice(offset, length);
    if (length > LONGEST_VIEW) throw new IndexOutOfBoundsException("a ranged view is limited to 2 GiB: " + length);
    if (length <= LONGEST_KEPT_VIEW && offset <= kept.byteSize() && offset + length <= LONGEST_PREFIX) {
      return grown(offset + length).asSlice(offset, length);
    }
    var bytes = new byte[(int) length];
    read(bytes, 0, bytes.length, offset);
    return MemorySegment.ofArray(bytes);
  }

  private synchronized MemorySegment grown(long wanted) {
    int had = (int) prefix.byteSize();
    if (wanted > had) {
      int length = (int) Math.min(size, Math.max(wanted, Math.min(2L * had, LONGEST_PREFIX)));
      var bytes = Arrays.copyOf(prefix.toArray(ValueLayout.JAVA_BYTE), length);
      read(bytes, had, length - had, had);
      prefix = MemorySegment.ofArray(bytes);
    }
    return prefix;
  }

  private void read(byte[] bytes, int at, int length, long offset) {
    try {
      if (fill(channel, ByteBuffer.wrap(bytes, at, length), offset) < length) {
        throw new EOFException("file is shorter than when opened");
      }
    } catch (ClosedChannelException e) {
      throw new IllegalStateException(file + " is closed", e);
    } catch (IOException e) {
      throw new LostSourceException(file.toString(), e);
    }
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
