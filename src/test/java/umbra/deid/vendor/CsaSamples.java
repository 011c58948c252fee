package umbra.deid.vendor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Headers as Siemens writes them.
public final class CsaSamples {
  private CsaSamples() {}

  /// @param isNew with the version that begins with `SV10`
  public static byte[] csa(boolean isNew, String... namesAndValues) {
    var out = ByteBuffer.allocate(10_000).order(ByteOrder.LITTLE_ENDIAN);
    if (isNew) out.put("SV10\4\3\2\1".getBytes(StandardCharsets.ISO_8859_1));
    out.putInt(namesAndValues.length / 2).putInt(77);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      int at = out.position();
      out.put(namesAndValues[i].getBytes(StandardCharsets.ISO_8859_1)).position(at + 64);
      out.putInt(1).put("LO\0\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(19).putInt(1).putInt(77);
      var value = namesAndValues[i + 1].getBytes(StandardCharsets.ISO_8859_1);
      out.putInt(isNew ? value.length : value.length + 1).putInt(value.length).putInt(77).putInt(value.length);
      int from = out.position();
      out.put(value).position(from + (value.length + 3 & ~3));
    }
    return java.util.Arrays.copyOf(out.array(), out.position());
  }
}
