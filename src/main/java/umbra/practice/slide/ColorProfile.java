package umbra.practice.slide;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/// A small ICC profile (ISO 15076-1, version 2) for RGB input: the primaries of sRGB with a gamma of 2.2.
final class ColorProfile {
  private static final int HEADER = 128;

  private ColorProfile() {}

  static byte[] make() {
    var tags = new LinkedHashMap<String, byte[]>();
    tags.put("desc", description("Practice RGB"));
    tags.put("cprt", typed("text", "None\0".getBytes(StandardCharsets.US_ASCII)));
    tags.put("wtpt", xyz(0.9642, 1, 0.8249));
    tags.put("rXYZ", xyz(0.4360, 0.2225, 0.0139));
    tags.put("gXYZ", xyz(0.3851, 0.7169, 0.0971));
    tags.put("bXYZ", xyz(0.1431, 0.0606, 0.7141));
    for (var channel : new String[] {"rTRC", "gTRC", "bTRC"}) tags.put(channel, typed("curv", new byte[] {0, 0, 0, 1, 2, 0x33}));
    int size = HEADER + 4 + 12 * tags.size();
    for (var data : tags.values()) size += data.length + 3 & ~3;
    var out = ByteBuffer.allocate(size);
    header(out, size);
    out.position(HEADER).putInt(tags.size());
    int at = HEADER + 4 + 12 * tags.size();
    for (var tag : tags.entrySet()) {
      out.put(ascii(tag.getKey())).putInt(at).putInt(tag.getValue().length);
      out.put(at, tag.getValue());
      at += tag.getValue().length + 3 & ~3;
    }
    return out.array();
  }

  private static void header(ByteBuffer out, int size) {
    out.putInt(0, size).putInt(8, 0x02400000);
    out.put(12, ascii("scnrRGB XYZ ")).putShort(24, (short) 2000).putShort(26, (short) 1).putShort(28, (short) 1);
    out.put(36, ascii("acsp")).putInt(68, fixed(0.9642)).putInt(72, fixed(1)).putInt(76, fixed(0.8249));
  }

  private static byte[] description(String text) {
    return typed("desc", ByteBuffer.allocate(4 + text.length() + 1 + 8 + 3 + 67).putInt(text.length() + 1).put(ascii(text)).array());
  }

  private static byte[] xyz(double x, double y, double z) {
    return typed("XYZ ", ByteBuffer.allocate(12).putInt(fixed(x)).putInt(fixed(y)).putInt(fixed(z)).array());
  }

  private static byte[] typed(String type, byte[] data) {
    return ByteBuffer.allocate(8 + data.length).put(ascii(type)).putInt(0).put(data).array();
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65536);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
