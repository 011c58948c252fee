package umbra.io;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Reads small files whole into memory that serves the next file once a source is closed: of a file that is read to its end the bytes
/// cost less than mapping it, or than clearing new memory for it. A larger file is mapped. Safe for use by several threads.
public final class LoadedFiles {
  private final int most;
  /// Memory of `most` bytes that no open source uses.
  private final ConcurrentLinkedDeque<MemorySegment> free = new ConcurrentLinkedDeque<>();

  /// @param most that a small file has, in bytes; there are as many pieces of this size as sources were open at once
  public LoadedFiles(int most) {
    this.most = most;
  }

  /// A view used after [ByteSource#close] throws `IllegalStateException`.
  public ByteSource open(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > most) return ByteSource.mapped(file);
      var memory = Optional.ofNullable(free.poll()).orElseGet(() -> Arena.ofAuto().allocate(most));
      var buffer = memory.asByteBuffer();
      try {
        while (channel.read(buffer) > 0) continue;
      } catch (IOException e) {
        free.push(memory);
        throw e;
      }
      return new Loaded(file, memory, buffer);
    }
  }

  /// Views of the thread that opened it end with a confined arena, which costs nothing: a shared one stops all threads to close.
  /// Other threads get copies.
  private final class Loaded implements ByteSource {
    private final Path file;
    private final MemorySegment memory;
    private final Thread owner = Thread.currentThread();
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment bytes;
    private boolean closed;

    Loaded(Path file, MemorySegment memory, ByteBuffer read) {
      this.file = file;
      this.memory = memory;
      this.bytes = memory.reinterpret(read.position(), arena, _ -> {}).asReadOnly();
    }

    @Override
    public long size() {
      return bytes.byteSize();
    }

    @Override
    public MemorySegment view(long offset, long length) {
      return Thread.currentThread() == owner ? bytes.asSlice(offset, length) : copy(offset, length);
    }

    private synchronized MemorySegment copy(long offset, long length) {
      if (closed) throw new IllegalStateException("closed: " + file);
      Objects.checkFromIndexSize(offset, length, size());
      var copy = new byte[Math.toIntExact(length)];
      MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset, copy, 0, copy.length);
      return MemorySegment.ofArray(copy).asReadOnly();
    }

    @Override
    public String name() {
      return file.toString();
    }

    /// By another thread than its owner: the memory is not used again, since views of the owner may still look at it.
    @Override
    public synchronized void close() {
      if (closed) return;
      closed = true;
      if (Thread.currentThread() != owner) return;
      arena.close();
      free.push(memory);
    }
  }
}
