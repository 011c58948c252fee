package umbra.dicom.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The value of Specific Character Set (0008,0005), which says how bytes are read as characters (PS3.5 6.1).
public final class CharacterSets {
  /// Attribute absent: ISO 646, the default repertoire.
  public static final CharacterSets DEFAULT = new CharacterSets(List.of());

  private final List<String> terms;

  private CharacterSets(List<String> terms) {
    this.terms = List.copyOf(terms);
  }

  public static CharacterSets of(List<String> definedTerms) {
    return new CharacterSets(definedTerms);
  }

  public List<String> definedTerms() {
    return terms;
  }

  /// Stub, replaced by the character set work.
  public List<String> decodeValues(byte[] bytes, boolean multiValued, boolean personName) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    return multiValued ? List.of(text.split("\\\\", -1)) : List.of(text);
  }
}
