package umbra.io;

import java.lang.foreign.MemorySegment;

/// Bytes in memory; closing does nothing, the garbage collector does the rest.
record HeapSource(String name, MemorySegment bytes) implements ByteSource {

  @Override
  public long size() {
    return bytes.byteSize();
  }

  @Override
  public MemorySegment view(long offset, long length) {
    return bytes.asSlice(offset, length);
  }

  @Override
  public void close() {}
}
