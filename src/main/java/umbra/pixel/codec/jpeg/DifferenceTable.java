package umbra.pixel.codec.jpeg;

import umbra.dicom.DicomFormatException;

/// Huffman code and further bits of a difference together (ISO/IEC 10918-1 H.1.2.2), looked up at once where both are short.
final class DifferenceTable {
  static final int LOOKUP_BITS = 12;

  /// Value in bits 8 to 31, bits used in bits 0 to 7; 0 where they do not fit.
  final int[] lookup = new int[1 << LOOKUP_BITS];
  private final HuffmanTable table;

  DifferenceTable(HuffmanTable table) {
    this.table = table;
    for (int bits = 0; bits < lookup.length; bits++) {
      int found = table.find(bits << 16 - LOOKUP_BITS);
      int size = found & 0xFF;
      int used = found >> 8;
      int free = LOOKUP_BITS - used;
      if (found < 0 || size > 16 || free < (size & 15)) continue;
      int value = size == 16 ? 32768 : size == 0 ? 0 : HuffmanTable.extend(bits >> free - size & (1 << size) - 1, size);
      lookup[bits] = value << 8 | used + (size & 15);
    }
  }

  /// The next difference; category 16 stands for 32768 and has no further bits.
  ///
  /// @return -32767 to 32768, or [Integer#MIN_VALUE] if no code matches
  int decode(EntropyBits in) {
    int size = table.decode(in);
    if (size < 0 || size > 16) return Integer.MIN_VALUE;
    return size == 16 ? 32768 : in.receive(size);
  }

  /// Decodes the differences of one row.
  ///
  /// @param tables of the components, which take turns
  static void row(EntropyBits in, DifferenceTable[] tables, int[] differences, JpegStream stream) throws DicomFormatException {
    long bits = in.bits;
    int count = in.count;
    int turn = 0;
    for (int i = 0; i < differences.length; i++) {
      if (count < 32) {
        in.bits = bits;
        in.count = count;
        in.fill();
        bits = in.bits;
        count = in.count;
      }
      var table = tables[turn];
      if (++turn == tables.length) turn = 0;
      int entry = table.lookup[(int) (bits >>> 64 - LOOKUP_BITS)];
      if (entry != 0) {
        bits <<= entry & 0xFF;
        count -= entry & 0xFF;
        differences[i] = entry >> 8;
        continue;
      }
      in.bits = bits;
      in.count = count;
      int difference = table.decode(in);
      if (difference == Integer.MIN_VALUE) throw stream.malformed("difference category");
      differences[i] = difference;
      bits = in.bits;
      count = in.count;
    }
    in.bits = bits;
    in.count = count;
  }
}
