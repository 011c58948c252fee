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
  private final byte[] bytes = new byte[BYTES];
  private long start;
  private int length;

  Window(ByteSource source) {
    this.source = source;
    this.size = source.size();
  }

  int u8(long at) {
    return bytes[index(at, 1)] & 0xFF;
  }

  int u16(long at, Syntax syntax) {
    short little = (short) LITTLE_16.get(bytes, index(at, 2));
    return (syntax.order() == ByteOrder.LITTLE_ENDIAN ? little : Short.reverseBytes(little)) & 0xFFFF;
  }

  /// 0 to FFFFFFFF.
  long u32(long at, Syntax syntax) {
    int little = (int) LITTLE_32.get(bytes, index(at, 4));
    return (syntax.order() == ByteOrder.LITTLE_ENDIAN ? little : Integer.reverseBytes(little)) & 0xFFFF_FFFFL;
  }

  /// Group and element number, packed as in [umbra.dicom.Tag].
  int tag(long at, Syntax syntax) {
    int little = (int) LITTLE_32.get(bytes, index(at, 4));
    return syntax.order() == ByteOrder.LITTLE_ENDIAN ? Integer.rotateLeft(little, 16) : Integer.reverseBytes(little);
  }

  /// The two bytes of a VR, first in bits 8 to 15.
  int vrCode(long at) {
    return Short.reverseBytes((short) LITTLE_16.get(bytes, index(at, 2))) & 0xFFFF;
  }

  private int index(long at, int wanted) {
    long index = at - start;
    if (index >= 0 && index + wanted <= length) return (int) index;
    length = (int) Math.min(BYTES, size - at);
    start = at;
    if (length < wanted) throw new IndexOutOfBoundsException("beyond the end of the source");
    MemorySegment.copy(source.view(at, length), ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
    return 0;
  }
}
