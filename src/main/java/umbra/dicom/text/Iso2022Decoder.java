package umbra.dicom.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads text with code extensions (PS3.5 6.1.2.5, ISO 2022): escape sequences put a set into G0 (bytes 21 to 7E) or G1
/// (bytes A1 to FE) until the next one, or until a delimiter or control character brings back the first set.
final class Iso2022Decoder {
  private static final int ESCAPE = 0x1B;

  private final CharacterSet first;
  private final boolean multiValued;
  private final boolean personName;
  private final List<String> values = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private CharacterSet g0 = CharacterSet.ASCII;
  private CharacterSet g1 = CharacterSet.ASCII;
  private CharacterSet calledG1 = CharacterSet.ASCII;
  private boolean complete = true;

  Iso2022Decoder(CharacterSet first, boolean multiValued, boolean personName) {
    this.first = first;
    this.multiValued = multiValued;
    this.personName = personName;
    reset();
  }

  /// The first set is in force; a set that is called in by escapes only, such as kanji, leaves ASCII there.
  private void reset() {
    g0 = first == CharacterSet.JAPANESE ? CharacterSet.JAPANESE : CharacterSet.ASCII;
    g1 = first.isG1() || first.width() == 0 ? first : CharacterSet.ASCII;
  }

  DecodedText decode(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int b = bytes[at] & 0xFF;
      if (b == ESCAPE) at = escape(bytes, at);
      else if (b < 0x21 || b == 0x7F) at = control(b, at);
      else if (b < 0x80) at = lower(bytes, at);
      else at = upper(bytes, at);
    }
    values.add(value.toString());
    return new DecodedText(values, complete);
  }

  private int escape(byte[] bytes, int at) {
    var toG0 = CharacterSet.ofEscape(bytes, at, false);
    if (toG0.isPresent()) {
      g0 = toG0.get();
      return at + g0.escapeG0().length;
    }
    var toG1 = CharacterSet.ofEscape(bytes, at, true);
    if (toG1.isPresent()) {
      g1 = toG1.get();
      calledG1 = g1;
      return at + g1.escapeG1().length;
    }
    return undecodable(at);
  }

  private int control(int b, int at) {
    value.append((char) b);
    if (b == '\t' || b == '\n' || b == '\f' || b == '\r') reset();
    return at + 1;
  }

  private int lower(byte[] bytes, int at) {
    if (g0.width() == 2) return pair(bytes, at, g0);
    char c = (char) bytes[at];
    if (c == '\\' && multiValued) {
      values.add(value.toString());
      value.setLength(0);
      reset();
      return at + 1;
    }
    // Romaji differ from ASCII in the overline; the yen sign stays a backslash, which it is to the standard.
    value.append(g0 == CharacterSet.JAPANESE && c == '~' ? '\u203E' : c);
    if (personName && (c == '^' || c == '=')) reset();
    return at + 1;
  }

  /// Where a delimiter brought back a first set without high bytes, such bytes are those of the set called in before: writers leave out
  /// the escape sequence after it, and nothing else can be meant. It is reported as incomplete all the same.
  private int upper(byte[] bytes, int at) {
    var set = g1 == CharacterSet.ASCII ? calledG1 : g1;
    complete &= set == g1;
    if (set == CharacterSet.ASCII) return undecodable(at);
    if (set.width() == 2) return pair(bytes, at, set);
    if (set.width() == 0) return run(bytes, at);
    return append(bytes, at, 1, set);
  }

  /// High bytes of a set that is no part of ISO 2022, met beside escape sequences that do not belong there.
  private int run(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && bytes[end] < 0) end++;
    return append(bytes, at, end - at, g1);
  }

  private int pair(byte[] bytes, int at, CharacterSet set) {
    if (at + 1 >= bytes.length || (bytes[at + 1] & 0x7F) < 0x21) return undecodable(at);
    return append(bytes, at, 2, set);
  }

  private int append(byte[] bytes, int at, int length, CharacterSet set) {
    var text = CharacterSets.strictly(Arrays.copyOfRange(bytes, at, at + length), set.charset()).orElseThrow();
    if (text.indexOf(DecodedText.UNDECODABLE) >= 0) complete = false;
    value.append(text);
    return at + length;
  }

  private int undecodable(int at) {
    value.append(DecodedText.UNDECODABLE);
    complete = false;
    return at + 1;
  }
}
