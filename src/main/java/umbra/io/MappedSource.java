package umbra.io;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file mapped read-only. A view used after [#close] throws `IllegalStateException`.
final class MappedSource implements ByteSource {
  private final Path file;
  private final Arena arena;
  private final MemorySegment bytes;

  private MappedSource(Path file, Arena arena, MemorySegment bytes) {
    this.file = file;
    this.arena = arena;
    this.bytes = bytes;
  }

  @SuppressWarnings("MustBeClosedChecker") // the source owns the arena and closes it
  static MappedSource open(Path file) throws IOException {
    if (Files.isDirectory(file)) throw new FileSystemException(file.toString(), null, "is a folder");
    var arena = Arena.ofShared();
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new MappedSource(file, arena, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  @Override
  public long size() {
    return bytes.byteSize();
  }

  @Override
  public MemorySegment view(long offset, long length) {
    return bytes.asSlice(offset, length);
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) arena.close();
  }
}
