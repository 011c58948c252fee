package umbra.dicom.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The value of Specific Character Set (0008,0005), which says how bytes are read as characters (PS3.5 6.1).
public final class CharacterSets {
  /// Attribute absent: ISO 646, the default repertoire.
  public static final CharacterSets DEFAULT = new CharacterSets(List.of(), List.of(CharacterSet.ASCII), false);
  private static final CharacterSets ONLY_UTF_8 = new CharacterSets(List.of("ISO_IR 192"), List.of(CharacterSet.UTF_8), false);
  private static final CharacterSets ONLY_LATIN_1 = new CharacterSets(List.of("ISO_IR 100"), List.of(CharacterSet.LATIN_1), false);
  private static final byte ESCAPE = 0x1B;

  private final List<String> terms;
  private final List<CharacterSet> sets;
  private final boolean hasUnknown;

  private CharacterSets(List<String> terms, List<CharacterSet> sets, boolean hasUnknown) {
    this.terms = List.copyOf(terms);
    this.sets = List.copyOf(sets);
    this.hasUnknown = hasUnknown;
  }

  /// What the values of (0008,0005) mean. Misspelt terms are understood, unknown ones left out; see [#hasUnknown].
  public static CharacterSets of(List<String> definedTerms) {
    if (definedTerms.isEmpty()) return DEFAULT;
    if (definedTerms.equals(ONLY_LATIN_1.terms)) return ONLY_LATIN_1;
    if (definedTerms.equals(ONLY_UTF_8.terms)) return ONLY_UTF_8;
    var sets = new ArrayList<CharacterSet>();
    boolean unknown = false;
    for (var term : definedTerms) {
      var set = CharacterSet.ofTerm(term);
      set.filter(s -> !sets.contains(s)).ifPresent(sets::add);
      unknown |= set.isEmpty();
    }
    if (sets.isEmpty()) sets.add(CharacterSet.ASCII);
    return new CharacterSets(definedTerms, sets, unknown);
  }

  /// The terms as they were given.
  public List<String> definedTerms() {
    return terms;
  }

  /// A term was given that no edition of the standard defines.
  public boolean hasUnknown() {
    return hasUnknown;
  }

  /// The first set: in force at the start of each value, and for good without code extensions.
  private CharacterSet first() {
    return sets.getFirst();
  }

  /// Reads a Value Field. A backslash separates values only where it is a character of its own: bytes 5C inside GB18030,
  /// GBK or kanji are not one (PS3.5 6.1.2.3).
  ///
  /// @param multiValued the VR has values separated by backslashes
  /// @param personName carets and equals signs end the reach of an escape sequence, too (PS3.5 6.1.2.5.3)
  public DecodedText decode(byte[] bytes, boolean multiValued, boolean personName) {
    boolean ascii = true;
    boolean escapes = false;
    for (byte b : bytes) {
      if (b < 0) ascii = false;
      else if (b == ESCAPE) escapes = true;
    }
    if (ascii && !escapes) return split(new String(bytes, StandardCharsets.ISO_8859_1), true, multiValued);
    boolean extended = escapes || sets.size() > 1 && first().width() > 0 || first().width() == 2;
    if (extended) return new Iso2022Decoder(first(), multiValued, personName).decode(bytes);
    return split(strictly(bytes, first().charset()), multiValued);
  }

  private static DecodedText split(Optional<String> text, boolean multiValued) {
    return split(text.orElseThrow(), text.get().indexOf(DecodedText.UNDECODABLE) < 0, multiValued);
  }

  private static DecodedText split(String text, boolean complete, boolean multiValued) {
    if (!multiValued || text.indexOf('\\') < 0) return new DecodedText(List.of(text), complete);
    var values = new ArrayList<String>();
    int from = 0;
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
      values.add(text.substring(from, at));
      from = at + 1;
    }
    values.add(text.substring(from));
    return new DecodedText(values, complete);
  }

  /// The characters, with U+FFFD for what is none.
  static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)
          .replaceWith(String.valueOf(DecodedText.UNDECODABLE));
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a decoder that replaces does not fail", e);
    }
  }

  /// Writes characters so that [#decode] gives them back; empty if these sets cannot hold them.
  ///
  /// @param text one value or several, already joined by backslashes
  public Optional<byte[]> encode(String text, boolean personName) {
    if (text.chars().allMatch(c -> c < 0x80 && c != ESCAPE)) return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
    if (sets.size() > 1 && first().width() > 0 || first().width() == 2) return new Iso2022Encoder(sets, personName).encode(text);
    return encoded(text, first().charset());
  }

  static Optional<byte[]> encoded(String text, Charset charset) {
    try {
      var bytes = charset.newEncoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
          .encode(CharBuffer.wrap(text));
      var array = new byte[bytes.remaining()];
      bytes.get(array);
      return Optional.of(array);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
