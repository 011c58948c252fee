package umbra.object.document.clean;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import umbra.object.document.ModelText;

/// Writes a model anew: its geometry byte by byte, and of its words only those that somebody lets stay. Names that other lines speak of get numbers instead.
public final class ModelCleaning {
  private static final int STL_HEADER_BYTES = 80;
  /// Lines that hold numbers only, by their keywords: OBJ, MTL, STL in characters.
  private static final Pattern GEOMETRY = Pattern.compile("(?i)\\s*(v|vt|vn|vp|f|l|p|s|facet normal|outer loop|vertex|endloop|endfacet|ka|kd|ks|ke|ns|ni|d|tr|tf|illum|pr|pm|ps|pc|pcr)(\\s+(off|[-+0-9.eE/]+))*\\s*");
  private static final Pattern NAME = Pattern.compile("(o|g|usemtl|newmtl|mtllib|solid|endsolid)\\s+(.*)");

  private final Decider texts;
  private final Map<String, String> numbers = new HashMap<>();

  private ModelCleaning(Decider texts) {
    this.texts = texts;
  }

  public static byte[] clean(byte[] bytes, Decider texts) {
    return ModelText.isBinaryStl(bytes) ? binary(bytes, texts) : new ModelCleaning(texts).lines(bytes);
  }

  /// A cleaned header is empty, or what was let stay.
  private static byte[] binary(byte[] bytes, Decider texts) {
    var made = bytes.clone();
    java.util.Arrays.fill(made, 0, STL_HEADER_BYTES, (byte) 0);
    for (var text : ModelText.of(bytes)) {
      texts.of(text).ifPresent(t -> {
        var kept = t.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(kept, 0, made, 0, Math.min(STL_HEADER_BYTES, kept.length));
      });
    }
    // The attribute of a triangle can hold anything; hardly a program reads it.
    for (int at = STL_HEADER_BYTES + 4 + 48; at + 1 < made.length; at += 50) made[at] = made[at + 1] = 0;
    return made;
  }

  private byte[] lines(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length);
    for (var line : new String(bytes, StandardCharsets.UTF_8).split("\\R", -1)) {
      left(line).ifPresent(l -> out.writeBytes((l + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    return out.toByteArray();
  }

  private Optional<String> left(String line) {
    if (line.isBlank() || GEOMETRY.matcher(line).matches()) return Optional.of(line);
    var stripped = line.strip();
    var said = texts.of(stripped);
    if (said.isPresent()) return said;
    var name = NAME.matcher(stripped);
    if (name.matches()) return Optional.of(name.group(1) + " " + numbers.computeIfAbsent(name.group(2), _ -> "part" + (numbers.size() + 1)));
    return stripped.equals("solid") || stripped.equals("endsolid") ? Optional.of(stripped) : Optional.empty();
  }
}
