package umbra.referee;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Searches files for planted identifiers without a line of our own readers: raw bytes in several encodings, everything that can be inflated, and
/// what dcmdump, strings, pdftotext, qpdf and mutool print.
public final class OutsideSearch {
  private static final Set<String> IDS = Set.of("PatientID", "AccessionNumber", "ContainerIdentifier", "SpecimenIdentifier", "BarcodeValue");

  /// Whole words: a name such as Gantry or Otto is also part of honest ones.
  private final Map<String, Pattern> needles = new LinkedHashMap<>();

  private OutsideSearch(Set<String> words) {
    for (var word : words) needles.put(word.toLowerCase(Locale.ROOT), Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}])"));
  }

  /// @param key rows of the answer key of a practice collection
  /// @param files only rows of files that begin with one of these
  public static OutsideSearch of(List<Map<String, String>> key, List<String> files) {
    var words = new LinkedHashSet<String>();
    for (var row : key) {
      if (files.stream().noneMatch(f -> row.get("file").startsWith(f + "/"))) continue;
      var value = row.get("value");
      var path = row.get("tag_path");
      switch (row.get("vr")) {
        case "PN" -> words.addAll(List.of(value.split("[\\^= ]+")));
        case "DA" -> words.addAll(List.of(value, value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6)));
        case "UI" -> {
          if (value.startsWith("2.25.")) words.add(value);
        }
        default -> {
          if (IDS.contains(path.substring(path.lastIndexOf('.') + 1))) words.add(value);
        }
      }
    }
    words.removeIf(w -> w.length() < 4);
    return new OutsideSearch(words);
  }

  public int size() {
    return needles.size();
  }

  /// What was found, and where.
  public List<String> in(Path file) throws IOException, InterruptedException {
    var data = Files.readAllBytes(file);
    var hits = new LinkedHashSet<String>();
    look(data, "bytes", hits);
    inflate(data, hits);
    int pdf = new String(data, StandardCharsets.ISO_8859_1).indexOf("%PDF-");
    if (pdf >= 0) pdf(java.util.Arrays.copyOfRange(data, pdf, data.length), hits);
    if (file.toString().endsWith(".dcm")) {
      for (var encoding : List.of("s", "l", "b", "L")) look(Referee.run("strings", "-n", "4", "-e", encoding, file), "strings -e " + encoding, hits);
      // Names of elements such as Gantry Angle are the standard's.
      look(new String(Referee.run("dcmdump", "-q", "+L", file), StandardCharsets.ISO_8859_1).replaceAll("#[^\\r\\n]*", "").getBytes(StandardCharsets.ISO_8859_1), "dcmdump", hits);
    }
    return List.copyOf(hits);
  }

  private void pdf(byte[] pdf, Set<String> hits) throws IOException, InterruptedException {
    var file = Files.createTempFile("umbra-outside", ".pdf");
    try {
      Files.write(file, pdf);
      look(Referee.run("pdftotext", "-layout", file, "-"), "pdftotext", hits);
      look(Referee.run("mutool", "draw", "-F", "txt", file), "mutool", hits);
      look(Referee.run("qpdf", "--qdf", "--object-streams=disable", file, "-"), "qpdf", hits);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void look(byte[] data, String where, Set<String> hits) {
    var forms = List.of(new String(data, StandardCharsets.ISO_8859_1), new String(data, StandardCharsets.UTF_16LE), new String(data, StandardCharsets.UTF_16BE), new String(data, StandardCharsets.UTF_8));
    for (var form : forms) {
      var low = form.toLowerCase(Locale.ROOT);
      needles.forEach((word, whole) -> {
        if (low.contains(word) && whole.matcher(low).find()) hits.add(word + " in " + where);
      });
    }
  }

  /// Whatever begins like a zlib stream.
  private void inflate(byte[] data, Set<String> hits) {
    for (int i = 0; i + 2 < data.length; i++) {
      boolean isHead = data[i] == 0x78 && ((data[i] & 0xFF) << 8 | data[i + 1] & 0xFF) % 31 == 0;
      if (!isHead) continue;
      var inflater = new Inflater();
      inflater.setInput(data, i, data.length - i);
      var out = new ByteArrayOutputStream();
      var buffer = new byte[1 << 14];
      try {
        for (int n = inflater.inflate(buffer); n > 0 && out.size() < 1 << 24; n = inflater.inflate(buffer)) out.write(buffer, 0, n);
      } catch (DataFormatException _) {
        // what came before is looked at all the same
      } finally {
        inflater.end();
      }
      if (out.size() > 0) look(out.toByteArray(), "inflated", hits);
    }
  }
}
