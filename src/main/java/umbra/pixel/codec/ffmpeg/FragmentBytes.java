package umbra.pixel.codec.ffmpeg;

import java.util.Arrays;
import java.util.List;
import umbra.io.ByteSlice;

/// Fragments as one run of bytes.
final class FragmentBytes {
  private final List<ByteSlice> fragments;
  /// Offset of each fragment in the run, and the length of all.
  private final long[] starts;

  FragmentBytes(List<ByteSlice> fragments) {
    this.fragments = fragments;
    this.starts = new long[fragments.size() + 1];
    for (int i = 0; i < fragments.size(); i++) starts[i + 1] = starts[i] + fragments.get(i).length();
  }

  long length() {
    return starts[fragments.size()];
  }

  /// Up to so many bytes from an offset: fewer at the end of a fragment, none at the end of all.
  byte[] read(long offset, int length) {
    if (offset >= length()) return new byte[0];
    int found = Arrays.binarySearch(starts, offset);
    int index = found >= 0 ? found : -found - 2;
    while (fragments.get(index).isEmpty()) index++;
    long from = offset - starts[index];
    var fragment = fragments.get(index);
    return fragment.slice(from, Math.min(length, fragment.length() - from)).toArray();
  }
}
