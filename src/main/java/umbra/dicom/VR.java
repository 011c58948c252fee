package umbra.dicom;

import java.util.Optional;

/// Value Representation (PS3.5 6.2).
public enum VR {
  AE(Kind.TEXT), AS(Kind.TEXT), AT(Kind.BINARY, 2), CS(Kind.TEXT), DA(Kind.TEXT), DS(Kind.TEXT), DT(Kind.TEXT),
  FD(Kind.BINARY, 8), FL(Kind.BINARY, 4), IS(Kind.TEXT), LO(Kind.CHARSET_TEXT), LT(Kind.CHARSET_TEXT),
  OB(Kind.LONG_BINARY, 1), OD(Kind.LONG_BINARY, 8), OF(Kind.LONG_BINARY, 4), OL(Kind.LONG_BINARY, 4),
  OV(Kind.LONG_BINARY, 8), OW(Kind.LONG_BINARY, 2), PN(Kind.CHARSET_TEXT), SH(Kind.CHARSET_TEXT),
  SL(Kind.BINARY, 4), SQ(Kind.SEQUENCE), SS(Kind.BINARY, 2), ST(Kind.CHARSET_TEXT), SV(Kind.LONG_BINARY, 8),
  TM(Kind.TEXT), UC(Kind.LONG_CHARSET_TEXT), UI(Kind.TEXT), UL(Kind.BINARY, 4), UN(Kind.LONG_BINARY, 1),
  UR(Kind.LONG_TEXT), US(Kind.BINARY, 2), UT(Kind.LONG_CHARSET_TEXT), UV(Kind.LONG_BINARY, 8);

  private enum Kind { TEXT, CHARSET_TEXT, LONG_TEXT, LONG_CHARSET_TEXT, BINARY, LONG_BINARY, SEQUENCE }

  private static final VR[] BY_CODE = new VR[26 * 26];

  static {
    for (var vr : values()) BY_CODE[index(vr.code())] = vr;
  }

  private final Kind kind;
  private final int unitBytes;

  VR(Kind kind) {
    this(kind, 1);
  }

  VR(Kind kind, int unitBytes) {
    this.kind = kind;
    this.unitBytes = unitBytes;
  }

  private static int index(int code) {
    int first = (code >> 8 & 0xFF) - 'A';
    int second = (code & 0xFF) - 'A';
    return first < 0 || first > 25 || second < 0 || second > 25 ? -1 : first * 26 + second;
  }

  /// The VR with these two bytes, if the standard knows it.
  ///
  /// @param code first byte in bits 8 to 15, second in bits 0 to 7, as in the file
  public static Optional<VR> ofCode(int code) {
    int index = index(code);
    return index < 0 ? Optional.empty() : Optional.ofNullable(BY_CODE[index]);
  }

  /// The two bytes of the name: first in bits 8 to 15, second in bits 0 to 7.
  public int code() {
    return name().charAt(0) << 8 | name().charAt(1);
  }

  /// Explicit VR writes two reserved bytes and a 32-bit length (PS3.5 Table 7.1-1).
  public boolean hasLongLength() {
    return switch (kind) {
      case LONG_TEXT, LONG_CHARSET_TEXT, LONG_BINARY, SEQUENCE -> true;
      case TEXT, CHARSET_TEXT, BINARY -> false;
    };
  }

  /// The Value Field is characters.
  public boolean isText() {
    return switch (kind) {
      case TEXT, CHARSET_TEXT, LONG_TEXT, LONG_CHARSET_TEXT -> true;
      case BINARY, LONG_BINARY, SEQUENCE -> false;
    };
  }

  /// Characters that Specific Character Set governs: LO, LT, PN, SH, ST, UC, UT (PS3.5 6.1.2.2).
  public boolean usesCharacterSet() {
    return kind == Kind.CHARSET_TEXT || kind == Kind.LONG_CHARSET_TEXT;
  }

  /// A backslash separates values; not so in LT, ST, UT, UR (PS3.5 6.4).
  public boolean isMultiValued() {
    return switch (this) {
      case LT, ST, UT, UR, SQ, OB, UN -> false;
      default -> true;
    };
  }

  /// Bytes that swap together when the byte order changes: 1, 2, 4 or 8 (PS3.5 7.3); AT swaps as pairs of two.
  public int unitBytes() {
    return unitBytes;
  }

  /// Bytes of one binary value: as [#unitBytes], but 4 for AT.
  public int valueBytes() {
    return this == AT ? 4 : unitBytes;
  }

  /// Fills a Value Field up to an even length: blank for text, NUL for UI and binary (PS3.5 6.2).
  public byte padding() {
    return isText() && this != UI ? (byte) ' ' : 0;
  }
}
