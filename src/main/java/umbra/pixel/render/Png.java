package umbra.pixel.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes a picture as PNG (ISO/IEC 15948): 8 bits, RGB, or gray where all pixels are.
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Png() {}

  public static byte[] of(Picture picture) throws IOException {
    boolean gray = isGray(picture.argb());
    var out = new ByteArrayOutputStream();
    var data = new DataOutputStream(out);
    data.write(SIGNATURE);
    chunk(data, "IHDR", header(picture, gray));
    chunk(data, "IDAT", deflated(picture, gray));
    chunk(data, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static boolean isGray(int[] argb) {
    for (int p : argb) if ((p & 0xFF) != (p >> 8 & 0xFF) || (p & 0xFF) != (p >> 16 & 0xFF)) return false;
    return true;
  }

  private static byte[] header(Picture picture, boolean gray) throws IOException {
    var header = new ByteArrayOutputStream();
    var data = new DataOutputStream(header);
    data.writeInt(picture.width());
    data.writeInt(picture.height());
    data.write(new byte[] {8, (byte) (gray ? 0 : 2), 0, 0, 0});
    return header.toByteArray();
  }

  /// Each row is the difference to the one above: good for pictures, and simple.
  private static byte[] deflated(Picture picture, boolean gray) throws IOException {
    var out = new ByteArrayOutputStream();
    var deflater = new Deflater(6);
    int samples = gray ? 1 : 3;
    try (var deflating = new DeflaterOutputStream(out, deflater)) {
      var above = new byte[picture.width() * samples];
      var row = new byte[above.length];
      var line = new byte[above.length + 1];
      line[0] = 2;
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < picture.width(); x++) {
          int p = picture.argb()[y * picture.width() + x];
          if (gray) {
            row[x] = (byte) p;
          } else {
            row[3 * x] = (byte) (p >> 16);
            row[3 * x + 1] = (byte) (p >> 8);
            row[3 * x + 2] = (byte) p;
          }
        }
        for (int i = 0; i < row.length; i++) line[i + 1] = (byte) (row[i] - above[i]);
        deflating.write(line);
        System.arraycopy(row, 0, above, 0, row.length);
      }
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }
}
