package umbra.dicom.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The character sets of PS3.3 C.12.1.1.2, each with the escape sequences that call it in (PS3.5 6.1.2.5.1).
enum CharacterSet {
  ASCII(6, "US-ASCII", 1, "1B2842", ""),
  LATIN_1(100, "ISO-8859-1", 1, "", "1B2D41"),
  LATIN_2(101, "ISO-8859-2", 1, "", "1B2D42"),
  LATIN_3(109, "ISO-8859-3", 1, "", "1B2D43"),
  LATIN_4(110, "ISO-8859-4", 1, "", "1B2D44"),
  CYRILLIC(144, "ISO-8859-5", 1, "", "1B2D4C"),
  ARABIC(127, "ISO-8859-6", 1, "", "1B2D47"),
  GREEK(126, "ISO-8859-7", 1, "", "1B2D46"),
  HEBREW(138, "ISO-8859-8", 1, "", "1B2D48"),
  LATIN_5(148, "ISO-8859-9", 1, "", "1B2D4D"),
  LATIN_9(203, "ISO-8859-15", 1, "", "1B2D62"),
  THAI(166, "TIS-620", 1, "", "1B2D54"),
  JAPANESE(13, "JIS_X0201", 1, "1B284A", "1B2949"),
  KANJI(87, "x-JIS0208", 2, "1B2442", ""),
  SUPPLEMENTARY_KANJI(159, "JIS_X0212-1990", 2, "1B242844", ""),
  KOREAN(149, "EUC-KR", 2, "", "1B242943"),
  SIMPLIFIED_CHINESE(58, "GB2312", 2, "", "1B242941"),
  /// The three that fill all eight bits of every byte and know no code extension.
  UTF_8(192, "UTF-8", 0, "", ""),
  GB18030(-1, "GB18030", 0, "", ""),
  GBK(-2, "GBK", 0, "", "");

  private static final Map<String, CharacterSet> BY_TERM = new HashMap<>();

  static {
    for (var set : values()) {
      if (set.registration > 0) {
        BY_TERM.put("ISOIR" + set.registration, set);
        BY_TERM.put("ISO2022IR" + set.registration, set);
      }
    }
    BY_TERM.put("", ASCII);
    BY_TERM.put("GB18030", GB18030);
    BY_TERM.put("GBK", GBK);
    BY_TERM.put("UTF8", UTF_8);
  }

  private final int registration;
  private final Charset charset;
  private final int width;
  private final byte[] g0;
  private final byte[] g1;

  CharacterSet(int registration, String charset, int width, String g0, String g1) {
    this.registration = registration;
    this.charset = charset.equals("US-ASCII") ? StandardCharsets.US_ASCII : Charset.forName(charset);
    this.width = width;
    this.g0 = HexFormat.of().parseHex(g0);
    this.g1 = HexFormat.of().parseHex(g1);
  }

  /// The set a term means. Blanks, hyphens and case do not count: `ISO-IR 100` and `iso_ir_100` are met in files.
  static Optional<CharacterSet> ofTerm(String term) {
    return Optional.ofNullable(BY_TERM.get(term.toUpperCase(Locale.ROOT).replaceAll("[ _-]", "")));
  }

  Charset charset() {
    return charset;
  }

  /// Bytes of a character in ISO 2022; 0 for the sets that are not part of it.
  int width() {
    return width;
  }

  /// Stands in for bytes 21 to 7E after its escape sequence.
  boolean isG0() {
    return g0.length > 0;
  }

  /// Stands in for bytes A1 to FE.
  boolean isG1() {
    return g1.length > 0;
  }

  byte[] escapeG0() {
    return g0.clone();
  }

  byte[] escapeG1() {
    return g1.clone();
  }

  /// The set whose G0 or G1 escape sequence stands at an index.
  static Optional<CharacterSet> ofEscape(byte[] bytes, int at, boolean g1) {
    for (var set : values()) {
      var escape = g1 ? set.g1 : set.g0;
      if (escape.length > 0 && startsWith(bytes, at, escape)) return Optional.of(set);
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] prefix) {
    if (at + prefix.length > bytes.length) return false;
    for (int i = 0; i < prefix.length; i++) if (bytes[at + i] != prefix[i]) return false;
    return true;
  }
}
