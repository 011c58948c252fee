package umbra.practice.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A cube of 20 mm as binary STL.
final class Model {
  private static final int HEADER = 80;
  private static final int[][] SIDES = {{0, 1, 3, 2}, {4, 6, 7, 5}, {0, 4, 5, 1}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 5, 7, 3}};
  private static final float[][] NORMALS = {{-1, 0, 0}, {1, 0, 0}, {0, -1, 0}, {0, 1, 0}, {0, 0, -1}, {0, 0, 1}};

  private Model() {}

  static byte[] cube(String header) {
    var out = ByteBuffer.allocate(HEADER + 4 + 12 * 50).order(ByteOrder.LITTLE_ENDIAN);
    out.put(header.getBytes(StandardCharsets.US_ASCII)).position(HEADER);
    out.putInt(12);
    for (int side = 0; side < SIDES.length; side++) {
      for (int half = 0; half < 2; half++) {
        for (float n : NORMALS[side]) out.putFloat(n);
        for (int corner : new int[] {0, 1 + half, 2 + half}) corner(out, SIDES[side][corner]);
        out.putShort((short) 0);
      }
    }
    return out.array();
  }

  private static void corner(ByteBuffer out, int bits) {
    for (int axis = 2; axis >= 0; axis--) out.putFloat((bits >> axis & 1) * 20f);
  }
}
