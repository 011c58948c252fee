package umbra.pixel.redact.frame;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

/// Keeps encoded frames until they are written: in memory up to a limit, the rest in a temporary file that goes when this is
/// closed. Only redacted frames come here.
public final class FrameStore implements Closeable {
  private static final long MOST_IN_MEMORY = 64L << 20;

  private final Path folder;
  private final long mostInMemory;
  private long inMemory;
  private Spill spill;

  /// @param folder for the temporary file, if one is needed: best the folder that is written to
  public FrameStore(Path folder) {
    this(folder, MOST_IN_MEMORY);
  }

  FrameStore(Path folder, long mostInMemory) {
    this.folder = Objects.requireNonNull(folder);
    this.mostInMemory = mostInMemory;
  }

  /// Keeps a frame, padded to an even length (PS3.5 A.4).
  public ByteSlice put(byte[] frame) throws IOException {
    var even = (frame.length & 1) == 0 ? frame : java.util.Arrays.copyOf(frame, frame.length + 1);
    if (inMemory + even.length <= mostInMemory) {
      inMemory += even.length;
      return ByteSlice.of(even);
    }
    if (spill == null) spill = Spill.in(folder);
    return spill.append(even);
  }

  @Override
  public void close() throws IOException {
    if (spill != null) spill.close();
  }

  /// The temporary file. It only grows; what was appended can be read at once.
  private static final class Spill implements ByteSource {
    private final FileChannel channel;
    private volatile long size;

    private Spill(FileChannel channel) {
      this.channel = channel;
    }

    static Spill in(Path folder) throws IOException {
      var file = Files.createTempFile(folder, ".umbra-frames", ".tmp");
      return new Spill(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    ByteSlice append(byte[] bytes) throws IOException {
      long at = size;
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) channel.write(buffer, at + buffer.position());
      size = at + bytes.length;
      return new ByteSlice(this, at, bytes.length);
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public String name() {
      return "temporary file of redacted frames";
    }

    @Override
    public MemorySegment view(long offset, long length) {
      Objects.checkFromIndexSize(offset, length, size);
      var bytes = new byte[Math.toIntExact(length)];
      var buffer = ByteBuffer.wrap(bytes);
      try {
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, offset + buffer.position()) < 0) throw new UncheckedIOException(new IOException("temporary file cut short"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return MemorySegment.ofArray(bytes);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
