package umbra.practice.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// Writes PDF 1.7 objects one after the other, with their table: always the same bytes for the same objects.
final class PdfPages {
  private final List<byte[]> objects = new ArrayList<>();

  /// @return the number of the object
  int add(String body) {
    objects.add(latin(body));
    return objects.size();
  }

  /// @param entries of the dictionary beside Length and Filter
  int stream(String entries, byte[] data) {
    var packed = deflate(data);
    var out = new ByteArrayOutputStream();
    out.writeBytes(latin("<< " + entries + " /Filter /FlateDecode /Length " + packed.length + " >>\nstream\n"));
    out.writeBytes(packed);
    out.writeBytes(latin("\nendstream"));
    objects.add(out.toByteArray());
    return objects.size();
  }

  /// For objects that speak of each other: the first gets its body when the second is known.
  void set(int number, String body) {
    objects.set(number - 1, latin(body));
  }

  byte[] file(int catalog, int facts) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(latin("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"));
    var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format("%010d 00000 n \n", out.size()));
      out.writeBytes(latin((i + 1) + " 0 obj\n"));
      out.writeBytes(objects.get(i));
      out.writeBytes(latin("\nendobj\n"));
    }
    int start = out.size();
    out.writeBytes(latin(table + "trailer\n<< /Size " + (objects.size() + 1) + " /Root " + catalog + " 0 R /Info " + facts + " 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
    return out.toByteArray();
  }

  /// A string as PDF writes it.
  static String string(String text) {
    return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")";
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] deflate(byte[] data) {
    var deflater = new Deflater(9);
    deflater.setInput(data);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    return out.toByteArray();
  }
}
