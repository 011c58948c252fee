package umbra.io;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// Random access to a run of bytes with offsets and lengths beyond 2 GiB, wherever the bytes are kept.
///
/// Every source is safe for use by several threads at once. What a view reaches must not be written to.
public interface ByteSource extends Closeable {

  /// Length in bytes.
  long size();

  /// The bytes from `offset`, without copying where the home of the bytes allows it.
  ///
  /// @throws IndexOutOfBoundsException if the range is not wholly inside the source
  /// @throws IllegalStateException if the bytes would have to be fetched and the source is closed
  /// @throws LostSourceException if the file has gone, been cut short, or cannot be read any more
  MemorySegment view(long offset, long length);

  /// What to call this source in a message: the path of a file, or a word for bytes in memory.
  String name();

  /// Frees the mapping or the open file. Closing twice is harmless.
  @Override
  void close() throws IOException;

  /// All bytes of an array, which must not be written to afterwards.
  static ByteSource of(byte[] bytes) {
    return new HeapSource("memory", MemorySegment.ofArray(bytes));
  }

  /// Maps a file of a local disk, read-only. Costs address space, not memory.
  ///
  /// Not for network shares or removable drives: when a mapped file is cut short, touching it throws
  /// `InternalError`. Use [#ranged] there.
  static ByteSource mapped(Path file) throws IOException {
    return MappedSource.open(file);
  }

  /// Opens a file read-only and reads ranges when asked; the first `prefixBytes` are read at once and kept, so that they
  /// may still be looked at after closing.
  static ByteSource ranged(Path file, int prefixBytes) throws IOException {
    return ChannelSource.open(file, prefixBytes);
  }

  /// The whole source as one slice.
  default ByteSlice all() {
    return new ByteSlice(this, 0, size());
  }
}
