package umbra.dicom;

import java.util.HexFormat;

/// The Tag of a Data Element: group and element number (PS3.5 7.1), ordered as unsigned numbers.
///
/// @param packed group in the upper, element in the lower 16 bits
public record Tag(int packed) implements Comparable<Tag> {

  public static Tag of(int group, int element) {
    return new Tag(group << 16 | element & 0xFFFF);
  }

  /// Parses `GGGGEEEE`, `GGGG,EEEE` or `(GGGG,EEEE)`, hexadecimal in either case.
  ///
  /// @throws IllegalArgumentException for anything else
  public static Tag parse(String text) {
    var digits = text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    if (digits.length() == 9 && digits.charAt(4) == ',') digits = digits.substring(0, 4) + digits.substring(5);
    if (digits.length() != 8) throw new IllegalArgumentException("not a tag");
    return new Tag(HexFormat.fromHexDigits(digits));
  }

  public int group() {
    return packed >>> 16;
  }

  public int element() {
    return packed & 0xFFFF;
  }

  /// Written out: compared by the million before Java's best compiler has looked at what a record would get.
  @Override
  public boolean equals(Object other) {
    return other instanceof Tag tag && tag.packed == packed;
  }

  @Override
  public int hashCode() {
    return packed;
  }

  /// Odd group number (PS3.5 7.8).
  public boolean isPrivate() {
    return (packed & 0x1_0000) != 0;
  }

  /// An element (gggg,0010-00FF) of a private group, which reserves a block (PS3.5 7.8.1).
  public boolean isPrivateCreator() {
    return isPrivate() && element() >= 0x10 && element() <= 0xFF;
  }

  /// The Private Creator that governs this private element: (gggg,00bb) for (gggg,bbee).
  ///
  /// @throws IllegalStateException if this is no element of a private block
  public Tag privateCreator() {
    if (!isPrivate() || element() < 0x1000) throw new IllegalStateException("not in a private block");
    return of(group(), element() >>> 8);
  }

  /// (gggg,0000), retired outside File Meta Information and commands (PS3.5 7.2).
  public boolean isGroupLength() {
    return (packed & 0xFFFF) == 0;
  }

  @Override
  public int compareTo(Tag other) {
    return Integer.compareUnsigned(packed, other.packed);
  }

  /// `(GGGG,EEEE)` in upper-case hexadecimal, as the standard prints it.
  @Override
  public String toString() {
    var hex = HexFormat.of().withUpperCase();
    return "(" + hex.toHexDigits((short) group()) + "," + hex.toHexDigits((short) element()) + ")";
  }
}
