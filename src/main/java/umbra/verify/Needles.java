package umbra.verify;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.deid.identifier.Identifier;
import umbra.deid.identifier.IdentifierKind;
import umbra.verify.search.Automaton;

/// All identifiers of a subject, in all their forms and encodings, ready to be searched for. Safe for use by several threads.
public final class Needles {
  private static final List<Charset> ENCODINGS = List.of("UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "ISO-8859-2", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9",
      "TIS-620", "GB18030", "EUC-KR", "EUC-JP", "Shift_JIS").stream().filter(Charset::isSupported).map(Charset::forName).toList();
  /// Characters of ASCII are the same bytes in all of them but these.
  private static final List<Charset> OF_ASCII = List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  private static final Charset JIS = Charset.forName("ISO-2022-JP");
  /// In bytes that are no text fewer come together by chance.
  private static final int SHORTEST_IN_BINARY = 5;
  private static final int SHORTEST_IN_CODED = 9;

  /// @param telling bytes other than zero: small samples of 16 bits look like Latin letters of UTF-16
  private record Needle(IdentifierKind kind, String form, int width, int length, int telling) {
    static Needle of(IdentifierKind kind, String form, int width, byte[] bytes) {
      int telling = 0;
      for (byte b : bytes) if (b != 0) telling++;
      return new Needle(kind, form, width, bytes.length, telling);
    }
  }

  private final List<Needle> needles = new ArrayList<>();
  private final Automaton automaton;

  /// @param identifiers what must not be found
  /// @param allowed what may stand there all the same: new values that happen to equal old ones, in lower case
  public Needles(Collection<Identifier> identifiers, Set<String> allowed) {
    Map<String, IdentifierKind> forms = new LinkedHashMap<>();
    for (var identifier : identifiers) for (var form : Forms.of(identifier)) if (!allowed.contains(form.toLowerCase(Locale.ROOT))) forms.putIfAbsent(form, identifier.kind());
    var bytes = new ArrayList<byte[]>();
    forms.forEach((form, kind) -> {
      var seen = new ArrayList<byte[]>();
      boolean ascii = form.chars().allMatch(c -> c <= 0x7F);
      for (var variant : ascii ? List.of(form) : List.of(form, form.toLowerCase(Locale.ROOT), form.toUpperCase(Locale.ROOT))) {
        for (var charset : ascii ? OF_ASCII : ENCODINGS) {
          encoded(variant, charset).map(Needles::folded).filter(b -> seen.stream().noneMatch(s -> Arrays.equals(s, b))).ifPresent(b -> {
            seen.add(b);
            bytes.add(b);
            needles.add(Needle.of(kind, form, charset.name().startsWith("UTF-16") ? 2 : 1, b));
          });
        }
        if (!ascii) {
          encoded(variant, JIS).map(Needles::withoutEscapes).filter(b -> b.length >= 4).ifPresent(b -> {
            bytes.add(b);
            needles.add(Needle.of(kind, form, 1, b));
          });
        }
      }
    });
    automaton = new Automaton(bytes);
  }

  public boolean isEmpty() {
    return needles.isEmpty();
  }

  private static byte[] folded(byte[] bytes) {
    var folded = bytes.clone();
    for (int i = 0; i < folded.length; i++) if (folded[i] >= 'A' && folded[i] <= 'Z') folded[i] += 32;
    return folded;
  }

  private static Optional<byte[]> encoded(String text, Charset charset) {
    try {
      ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// The bytes between the first escape sequence and the last.
  private static byte[] withoutEscapes(byte[] bytes) {
    int from = bytes.length > 3 && bytes[0] == 0x1B ? 3 : 0;
    int to = bytes.length - from > 3 && bytes[bytes.length - 3] == 0x1B ? bytes.length - 3 : bytes.length;
    return Arrays.copyOfRange(bytes, from, to);
  }

  /// The kinds of identifiers in a text.
  public Set<IdentifierKind> in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8), true);
  }

  /// The kinds of identifiers in bytes.
  ///
  /// @param isText fewer than five bytes by themselves count, too
  public Set<IdentifierKind> in(byte[] bytes, boolean isText) {
    int shortest = isText ? 0 : SHORTEST_IN_BINARY;
    return found(bytes, shortest, shortest);
  }

  /// The same in samples of a waveform: small ones of 16 bits look like letters of UTF-16.
  Set<IdentifierKind> inSamples(byte[] bytes) {
    return found(bytes, SHORTEST_IN_BINARY, SHORTEST_IN_CODED);
  }

  /// The same in coded samples, of which there are so many that shorter words come together by chance.
  Set<IdentifierKind> inCoded(byte[] bytes) {
    return found(bytes, SHORTEST_IN_CODED, SHORTEST_IN_CODED);
  }

  private Set<IdentifierKind> found(byte[] bytes, int shortest, int shortestWide) {
    if (!automaton.finds(bytes)) return Set.of();
    var found = java.util.EnumSet.noneOf(IdentifierKind.class);
    automaton.search(bytes, (number, end) -> {
      var needle = needles.get(number);
      if (!found.contains(needle.kind()) && needle.telling() >= (needle.width() == 1 ? shortest : shortestWide) && standsAlone(needle, bytes, end)) found.add(needle.kind());
      return true;
    });
    return found;
  }

  /// Not within a longer word or number. A UID may begin a longer one, a date a longer date and time.
  private static boolean standsAlone(Needle needle, byte[] bytes, int end) {
    var form = needle.form();
    int before = end - needle.length() - needle.width();
    boolean first = isDigit(form.charAt(0)) || isLatin(form.charAt(0));
    if (first && before >= 0 && sameSort(form.charAt(0), letter(bytes, before, needle.width()))) return false;
    if (needle.kind() == IdentifierKind.UID) return true;
    char last = form.charAt(form.length() - 1);
    if (needle.kind() == IdentifierKind.DATE && form.length() == 8 && isDigit(last)) return true;
    return !(isDigit(last) || isLatin(last)) || end + needle.width() > bytes.length || !sameSort(last, letter(bytes, end, needle.width()));
  }

  private static char letter(byte[] bytes, int at, int width) {
    if (width == 1) return (char) (bytes[at] & 0xFF);
    int high = bytes[at] & 0xFF;
    int low = bytes[at + 1] & 0xFF;
    return (char) (high == 0 ? low : low == 0 ? high : 0);
  }

  private static boolean sameSort(char one, char other) {
    return isDigit(one) ? isDigit(other) : isLatin(other);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
