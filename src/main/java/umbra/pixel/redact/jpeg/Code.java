package umbra.pixel.redact.jpeg;

import java.util.Arrays;
import umbra.pixel.codec.jpeg.HuffmanTable;

/// The codes of a Huffman table to write with (ISO/IEC 10918-1 Annex C), and the table with one more symbol.
final class Code {
  private static final int LONGEST = 16;

  private final int[] counts;
  private final byte[] symbols;
  private final int[] codes = new int[256];
  private final int[] lengths = new int[256];

  private Code(int[] counts, byte[] symbols) {
    this.counts = counts;
    this.symbols = symbols;
    int code = 0;
    for (int length = 1, at = 0; length <= LONGEST; length++, code <<= 1) {
      for (int i = 0; i < counts[length - 1]; i++, at++) {
        codes[symbols[at] & 0xFF] = code++;
        lengths[symbols[at] & 0xFF] = length;
      }
    }
  }

  static Code of(HuffmanTable table) {
    return new Code(table.counts(), table.symbols());
  }

  boolean has(int symbol) {
    return lengths[symbol] > 0;
  }

  /// A code for one more symbol behind all others, which keep theirs; the code of all ones stays free.
  ///
  /// @return null if no code of 16 bits is left
  Code with(int symbol) {
    int longest = LONGEST;
    while (longest > 0 && counts[longest - 1] == 0) longest--;
    int next = 0;
    for (int length = 1; length <= longest; length++) next = (next << 1) + counts[length - 1];
    for (int length = Math.max(1, longest); length <= LONGEST; length++) {
      long code = (long) next << length - longest;
      if (code >= (1L << length) - 1) continue;
      var more = counts.clone();
      more[length - 1]++;
      var all = Arrays.copyOf(symbols, symbols.length + 1);
      all[symbols.length] = (byte) symbol;
      return new Code(more, all);
    }
    return null;
  }

  void write(int symbol, BitOutput out) {
    out.write(codes[symbol], lengths[symbol]);
  }

  /// Writes a DHT segment.
  ///
  /// @param destination class in the upper, identifier in the lower four bits
  void segment(int destination, BitOutput out) {
    int size = 19 + symbols.length;
    out.raw(0xFF, 0xC4, size >> 8, size, destination);
    out.raw(counts);
    out.raw(symbols, 0, symbols.length);
  }
}
