package umbra.dicom;

import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import umbra.dicom.text.CharacterSets;
import umbra.io.ByteSlice;

/// Numbers of an element, binary (PS3.5 6.2: FD, FL, SL, SS, SV, UL, US, UV, AT, and O-words) or in characters (DS, IS).
public final class Numbers {
  private Numbers() {}

  /// How many values a binary element holds; a rest shorter than one value does not count.
  public static long count(DataElement element) {
    return element.value() instanceof Value.Bytes(var raw, _) ? raw.length() / element.vr().valueBytes() : 0;
  }

  /// The value at an index, from 0, of a binary element as a 64-bit integer; UV beyond 2^63 comes out negative, floating
  /// point is cut.
  ///
  /// @throws IndexOutOfBoundsException beyond the last value
  public static long binary(DataElement element, long index) {
    if (!(element.value() instanceof Value.Bytes(var raw, var order))) throw new IndexOutOfBoundsException("no bytes");
    var one = raw.slice(index * element.vr().valueBytes(), element.vr().valueBytes());
    return switch (element.vr()) {
      case US, OW -> u16(one, 0, order);
      case SS -> (short) u16(one, 0, order);
      case UL, OL -> i32(one, order) & 0xFFFF_FFFFL;
      case SL -> i32(one, order);
      case SV, UV, OV -> i64(one, order);
      case AT -> (long) u16(one, 0, order) << 16 | u16(one, 2, order);
      case FL, OF -> (long) Float.intBitsToFloat(i32(one, order));
      case FD, OD -> (long) Double.longBitsToDouble(i64(one, order));
      default -> one.u8(0);
    };
  }

  static OptionalInt integer(DataElement element, int index) {
    var value = decimal(element, index);
    if (value.isEmpty()) return OptionalInt.empty();
    double number = value.getAsDouble();
    return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE
        ? OptionalInt.of((int) number)
        : OptionalInt.empty();
  }

  /// The value at an index, from 0; empty beyond the last, and for characters that are no number.
  public static OptionalDouble decimal(DataElement element, int index) {
    if (element.vr().isText()) return ofText(element, index);
    if (!(element.value() instanceof Value.Bytes(var raw, var order)) || index < 0 || index >= count(element)) return OptionalDouble.empty();
    var one = raw.slice((long) index * element.vr().valueBytes(), element.vr().valueBytes());
    return OptionalDouble.of(switch (element.vr()) {
      case FL, OF -> Float.intBitsToFloat(i32(one, order));
      case FD, OD -> Double.longBitsToDouble(i64(one, order));
      default -> binary(element, index);
    });
  }

  private static OptionalDouble ofText(DataElement element, int index) {
    var values = Text.values(element, CharacterSets.DEFAULT);
    if (index < 0 || index >= values.size()) return OptionalDouble.empty();
    try {
      return OptionalDouble.of(new BigDecimal(values.get(index).strip()).doubleValue());
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  private static int u16(ByteSlice slice, long at, ByteOrder order) {
    return slice.bytes().get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at) & 0xFFFF;
  }

  private static int i32(ByteSlice slice, ByteOrder order) {
    return slice.bytes().get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), 0);
  }

  private static long i64(ByteSlice slice, ByteOrder order) {
    return slice.bytes().get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), 0);
  }
}
