package umbra.workspace.stack;

import java.util.ArrayDeque;

/// Arrays of frames that nobody looks at, to be filled again: large ones are costly for the garbage collector. For several threads.
final class UsedArrays {
  private static final int LEAST_LENGTH = 1 << 16;
  private static final long MOST_BYTES = 24 << 20;

  private final ArrayDeque<short[]> arrays = new ArrayDeque<>();
  private long bytes;

  /// An array of this very length, with whatever stands in it.
  synchronized short[] take(int length) {
    for (var each = arrays.iterator(); each.hasNext(); ) {
      var array = each.next();
      if (array.length != length) continue;
      each.remove();
      bytes -= 2L * length;
      return array;
    }
    return new short[length];
  }

  /// Keeps an array; those kept the longest go where there are too many.
  synchronized void give(short[] array) {
    if (array.length < LEAST_LENGTH || 2L * array.length > MOST_BYTES) return;
    arrays.addFirst(array);
    bytes += 2L * array.length;
    while (bytes > MOST_BYTES) bytes -= 2L * arrays.removeLast().length;
  }
}
