package umbra.dicom.read;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import umbra.dicom.Syntax;
import umbra.io.ByteSource;

/// Numbers at offsets of a source, through a window of a few KiB that moves along: values are passed over unread.
final class Window {
  /// A first read of this length holds the header of most images.
  static final int BYTES = 8192;

  private static final VarHandle LITTLE_16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LITTLE_32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteSource source;
  private final long size;
  private byte[] bytes = {};
  /// Index in `bytes` of the source's offset 0: negative once the window has moved.
  private long shift;
  private long start;
  private long end;

  Window(ByteSource source) {
    this.source = source;
    this.size = source.size();
  }

  int u8(long at) {
    int index = index(at, 1);
    return bytes[index] & 0xFF;
  }

  int u16(long at, Syntax syntax) {
    int index = index(at, 2);
    short little = (short) LITTLE_16.get(bytes, index);
    return (syntax.order() == ByteOrder.LITTLE_ENDIAN ? little : Short.reverseBytes(little)) & 0xFFFF;
  }

  /// 0 to FFFFFFFF.
  long u32(long at, Syntax syntax) {
    int index = index(at, 4);
    int little = (int) LITTLE_32.get(bytes, index);
    return (syntax.order() == ByteOrder.LITTLE_ENDIAN ? little : Integer.reverseBytes(little)) & 0xFFFF_FFFFL;
  }

  /// Group and element number, packed as in [umbra.dicom.Tag].
  int tag(long at, Syntax syntax) {
    int index = index(at, 4);
    int little = (int) LITTLE_32.get(bytes, index);
    return syntax.order() == ByteOrder.LITTLE_ENDIAN ? Integer.rotateLeft(little, 16) : Integer.reverseBytes(little);
  }

  /// The two bytes of a VR, first in bits 8 to 15.
  int vrCode(long at) {
    int index = index(at, 2);
    return Short.reverseBytes((short) LITTLE_16.get(bytes, index)) & 0xFFFF;
  }

  /// The index in `bytes`, which this call may have replaced: ask for it first.
  private int index(long at, int wanted) {
    if (at < start || at + wanted > end) load(at, wanted);
    return (int) (at + shift);
  }

  /// Bytes that are on the heap already are looked at in place, others copied a window at a time.
  private void load(long at, int wanted) {
    int length = (int) Math.min(BYTES, size - at);
    if (length < wanted) throw new IndexOutOfBoundsException("beyond the end of the source");
    var view = source.view(at, length);
    start = at;
    end = at + length;
    if (view.heapBase().orElse(null) instanceof byte[] array) {
      bytes = array;
      shift = view.address() - at;
    } else {
      if (bytes.length != BYTES) bytes = new byte[BYTES];
      shift = -at;
      MemorySegment.copy(view, ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
    }
  }
}
