package umbra.io;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A file read by ranges, with its first bytes kept. Views of the kept bytes outlive [#close].
final class ChannelSource implements ByteSource {
  private static final int LONGEST_VIEW = Integer.MAX_VALUE - 64;

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final MemorySegment prefix;

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
    if (offset >= 0 && length >= 0 && offset + length <= prefix.byteSize() && offset + length >= 0) {
      return prefix.asSlice(offset, length);
    }
    Objects.checkFromIndexSize(offset, length, size);
    if (length > LONGEST_VIEW) throw new IndexOutOfBoundsException("a ranged view is limited to 2 GiB: " + length);
    var bytes = new byte[(int) length];
    try {
      if (fill(channel, ByteBuffer.wrap(bytes), offset) < length) throw new EOFException("file is shorter than when opened");
    } catch (ClosedChannelException e) {
      throw new IllegalStateException(file + " is closed", e);
    } catch (IOException e) {
      throw new LostSourceException(file.toString(), e);
    }
    return MemorySegment.ofArray(bytes);
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
