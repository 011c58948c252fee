package umbra.workspace.header;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

/// What bytes that no dictionary explains may be, likeliest first. Only their start is looked at.
///
/// @param what in a few words, such as `Text, UTF-8`
/// @param reading the bytes read that way, several lines at most
public record Guess(String what, String reading) {
  private static final int LOOKED_AT = 1 << 16;
  private static final int LONGEST_TEXT = 2000;
  private static final int MOST_NUMBERS = 12;
  private static final int MOST_ELEMENTS = 40;
  private static final double PRINTABLE_SHARE = 0.9;
  private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1,
      Charset.forName("windows-1251"), Charset.forName("Shift_JIS"), Charset.forName("GB18030"), Charset.forName("EUC-KR"));

  /// @param order of numbers in the file
  public static List<Guess> of(ByteSlice raw, ByteOrder order) {
    if (raw.isEmpty()) return List.of();
    var start = raw.slice(0, Math.min(raw.length(), LOOKED_AT));
    var bytes = start.toArray();
    var guesses = new ArrayList<Guess>();
    signature(bytes).ifPresent(guesses::add);
    dataSet(bytes).ifPresent(guesses::add);
    guesses.addAll(texts(bytes));
    guesses.addAll(numbers(start, order));
    return guesses;
  }

  private static Optional<Guess> signature(byte[] bytes) {
    var first = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    String what = null;
    if (first.startsWith("%PDF")) what = "PDF document";
    else if (first.startsWith("\u0089PNG")) what = "PNG image";
    else if (first.startsWith("ÿØÿ")) what = "JPEG image";
    else if (first.startsWith("PK\u0003\u0004")) what = "ZIP archive";
    else if (first.startsWith("\u001F\u008B")) what = "gzip stream";
    else if (first.startsWith("BM")) what = "BMP image";
    else if (first.startsWith("SV10")) what = "Siemens CSA header";
    else if (first.startsWith("<?xml")) what = "XML document";
    return what == null ? Optional.empty() : Optional.of(new Guess(what, "by its first bytes"));
  }

  private static Optional<Guess> dataSet(byte[] bytes) {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(ByteSource.of(bytes))) {
      var dataSet = file.dataSet();
      if (dataSet.isEmpty()) return Optional.empty();
      var lines = dataSet.stream().limit(MOST_ELEMENTS)
          .map(e -> e.tag() + " " + ElementText.name(dataSet, e.tag()) + ": " + ElementText.value(e, dataSet.characterSets())).collect(Collectors.joining("\n"));
      return Optional.of(new Guess("Data Set of " + dataSet.size() + " elements", lines));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static List<Guess> texts(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) end--;
    if (end < 2) return List.of();
    var seen = new LinkedHashSet<String>();
    var guesses = new ArrayList<Guess>();
    for (var charset : CHARSETS) {
      int length = charset.name().startsWith("UTF-16") ? bytes.length & ~1 : end;
      decoded(bytes, Math.min(length, 2 * LONGEST_TEXT), charset).filter(Guess::isReadable).filter(t -> !charset.name().startsWith("UTF-16") || isOfOneScript(t)).filter(seen::add)
          .ifPresent(t -> guesses.add(new Guess("Text, " + charset.name(), t.length() > LONGEST_TEXT ? t.substring(0, LONGEST_TEXT) + " …" : t)));
    }
    return guesses;
  }

  private static Optional<String> decoded(byte[] bytes, int length, Charset charset) {
    for (int cut = 0; cut < 4 && cut < length; cut++) { // the last character may be cut
      try {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        return Optional.of(decoder.decode(ByteBuffer.wrap(bytes, 0, length - cut)).toString().replace("\0", "\n").strip());
      } catch (CharacterCodingException _) {
        // try without the last byte
      }
    }
    return Optional.empty();
  }

  private static boolean isReadable(String text) {
    if (text.isEmpty()) return false;
    long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
    long printable = text.codePoints().filter(c -> !Character.isISOControl(c) && Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE
        || c == '\n' || c == '\r' || c == '\t').count();
    long all = text.codePoints().count();
    return printable >= PRINTABLE_SHARE * all && letters * 3 >= all;
  }

  /// Any pair of bytes is some character of UTF-16: chance mixes scripts, people do not.
  private static boolean isOfOneScript(String text) {
    var letters = text.codePoints().filter(Character::isLetter).toArray();
    return letters.length > 1 && java.util.Arrays.stream(letters).mapToObj(Character.UnicodeScript::of).distinct().count() == 1;
  }

  private static List<Guess> numbers(ByteSlice bytes, ByteOrder order) {
    var guesses = new ArrayList<Guess>();
    var view = bytes.bytes();
    long length = bytes.length();
    if (length % 8 == 0) plausible(length / 8, i -> view.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), 8L * i))
        .ifPresent(t -> guesses.add(new Guess("64-bit floating point", t)));
    if (length % 4 == 0) {
      plausible(length / 4, i -> view.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), 4L * i)).ifPresent(t -> guesses.add(new Guess("32-bit floating point", t)));
      guesses.add(new Guess("32-bit integers", listed(length / 4, i -> String.valueOf(view.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), 4L * i)))));
    }
    if (length % 2 == 0) {
      guesses.add(new Guess("16-bit integers", listed(length / 2, i -> String.valueOf(view.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), 2L * i) & 0xFFFF))));
    }
    return guesses;
  }

  private static Optional<String> plausible(long count, java.util.function.IntToDoubleFunction value) {
    for (int i = 0; i < Math.min(count, MOST_NUMBERS); i++) {
      double v = value.applyAsDouble(i);
      if (!Double.isFinite(v) || v != 0 && (Math.abs(v) < 1e-9 || Math.abs(v) > 1e12)) return Optional.empty();
    }
    return Optional.of(listed(count, i -> String.valueOf(value.applyAsDouble(i))));
  }

  private static String listed(long count, java.util.function.IntFunction<String> value) {
    var text = new StringBuilder();
    for (int i = 0; i < Math.min(count, MOST_NUMBERS); i++) text.append(i == 0 ? "" : ", ").append(value.apply(i));
    return count > MOST_NUMBERS ? text.append(", …").toString() : text.toString();
  }
}
