package umbra.object.document;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What three-dimensional models say in words: the header of an STL, comments and names of OBJ and MTL files.
public final class ModelText {
  private static final int STL_HEADER_BYTES = 80;
  private static final List<String> WORDS = List.of("#", "o ", "g ", "mtllib ", "usemtl ", "newmtl ", "map_", "solid", "endsolid", "bump ", "disp ", "decal ");

  private ModelText() {}

  public static List<String> of(byte[] bytes) {
    if (isBinaryStl(bytes)) {
      var header = new String(bytes, 0, STL_HEADER_BYTES, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
      return header.isEmpty() ? List.of() : List.of(header);
    }
    return new String(bytes, StandardCharsets.UTF_8).lines().map(String::strip).filter(l -> WORDS.stream().anyMatch(l::startsWith)).distinct().toList();
  }

  /// 80 bytes, a count, and 50 bytes for each triangle.
  public static boolean isBinaryStl(byte[] bytes) {
    if (bytes.length < STL_HEADER_BYTES + 4) return false;
    long count = Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(bytes, STL_HEADER_BYTES, 4).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt());
    return bytes.length == STL_HEADER_BYTES + 4 + 50 * count;
  }
}
