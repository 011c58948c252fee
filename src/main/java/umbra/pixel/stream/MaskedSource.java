package umbra.pixel.stream;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

/// Words seen with some of their bits cleared; nothing is copied but what is looked at.
///
/// @param keep the bits that stay, in the byte order of the words, as many bytes as a word has: a power of two
record MaskedSource(ByteSlice words, byte[] keep) implements ByteSource {

  @Override
  public long size() {
    return words.length();
  }

  @Override
  public String name() {
    return words.source().name();
  }

  @Override
  public MemorySegment view(long offset, long length) {
    var copy = words.slice(offset, length).bytes().toArray(ValueLayout.JAVA_BYTE);
    for (int i = 0; i < copy.length; i++) copy[i] &= keep[(int) (offset + i) & keep.length - 1];
    return MemorySegment.ofArray(copy);
  }

  /// Leaves the file open: it belongs to whoever opened it.
  @Override
  public void close() {}
}
