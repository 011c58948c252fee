package umbra.pixel.codec.jpeg;

/// A Huffman table (ISO/IEC 10918-1 Annex C and F.2.2.3), with short codes looked up at once.
public final class HuffmanTable {
  static final int LOOKUP_BITS = 10;
  private static final int LONGEST = 16;

  /// Length in bits 8 to 15, symbol in bits 0 to 7; 0 where the code is longer than the look-up.
  private final short[] lookup = new short[1 << LOOKUP_BITS];
  /// For AC tables: code and value together where both fit: value in bits 16 to 31, run in 8 to 15, all bits in 0 to 7.
  private final int[] together = new int[1 << LOOKUP_BITS];
  private final int[] counts;
  private final byte[] symbols;
  /// One more than the largest code of each length, moved to the top of 16 bits.
  private final int[] limit = new int[LONGEST + 2];
  private final int[] offset = new int[LONGEST + 1];

  /// @param counts codes of each length from 1 to 16, at index 0 to 15
  /// @throws IllegalArgumentException if there are more codes than fit
  HuffmanTable(int[] counts, byte[] symbols) {
    this.counts = counts.clone();
    this.symbols = symbols;
    int code = 0;
    int at = 0;
    for (int length = 1; length <= LONGEST; length++) {
      offset[length] = at - code;
      for (int i = 0; i < counts[length - 1]; i++, code++, at++) {
        if (code >= 1 << length) throw new IllegalArgumentException("more codes than fit");
        if (length <= LOOKUP_BITS) fill(code, length, symbols[at]);
      }
      limit[length] = code << LONGEST - length;
      code <<= 1;
    }
    limit[LONGEST + 1] = Integer.MAX_VALUE;
  }

  private void fill(int code, int length, byte symbol) {
    int free = LOOKUP_BITS - length;
    int run = symbol >> 4 & 0xF;
    int size = symbol & 0xF;
    for (int rest = 0; rest < 1 << free; rest++) {
      int index = code << free | rest;
      lookup[index] = (short) (length << 8 | symbol & 0xFF);
      if (size > 0 && size <= free) {
        int value = extend(rest >> free - size, size);
        together[index] = value << 16 | run << 8 | length + size;
      }
    }
  }

  /// A value of so many bits with its sign (F.12).
  static int extend(int bits, int size) {
    return bits < 1 << size - 1 ? bits - (1 << size) + 1 : bits;
  }

  /// Codes of each length from 1 to 16, at index 0 to 15.
  public int[] counts() {
    return counts.clone();
  }

  /// In the order of their codes.
  public byte[] symbols() {
    return symbols.clone();
  }

  /// The next symbol.
  ///
  /// @return 0 to 255, or -1 if no code matches
  public int decode(EntropyBits in) {
    int entry = lookup[in.peek(LOOKUP_BITS)];
    if (entry != 0) {
      in.skip(entry >> 8 & 0xFF);
      return entry & 0xFF;
    }
    int bits = in.peek(LONGEST);
    for (int length = LOOKUP_BITS + 1; length <= LONGEST; length++) {
      if (bits < limit[length]) {
        in.skip(length);
        int at = (bits >> LONGEST - length) + offset[length];
        return at < symbols.length ? symbols[at] & 0xFF : -1;
      }
    }
    return -1;
  }

  /// The symbol at the beginning of 16 bits.
  ///
  /// @return its length above bit 8, the symbol below; or -1 if no code matches
  int find(int bits) {
    for (int length = 1; length <= LONGEST; length++) {
      if (bits >= limit[length]) continue;
      int at = (bits >> LONGEST - length) + offset[length];
      return at < symbols.length ? length << 8 | symbols[at] & 0xFF : -1;
    }
    return -1;
  }

  /// Run, size and value in one step, or 0; see [#together].
  public int peekTogether(EntropyBits in) {
    return together[in.peek(LOOKUP_BITS)];
  }
}
