package umbra.pixel.codec.jpeg.encode;

import java.util.Arrays;

/// A Huffman code to write with, and its DHT form (ISO/IEC 10918-1 Annex C, K.2 and B.2.4.2).
final class HuffmanCode {
  private static final int LONGEST = 16;

  private final int[] counts;
  private final int[] symbols;
  private final int[] codes = new int[256];
  private final int[] lengths = new int[256];

  /// @param counts codes of each length from 1 to 16
  HuffmanCode(int[] counts, int[] symbols) {
    this.counts = counts;
    this.symbols = symbols;
    int code = 0;
    int at = 0;
    for (int length = 1; length <= LONGEST; length++, code <<= 1) {
      for (int i = 0; i < counts[length - 1]; i++, at++) {
        codes[symbols[at]] = code++;
        lengths[symbols[at]] = length;
      }
    }
  }

  /// The shortest code for how often symbols occur, of at most 16 bits, with the code of all ones left free.
  static HuffmanCode of(long[] frequencies) {
    int n = frequencies.length;
    var weight = Arrays.copyOf(frequencies, n + 1);
    weight[n] = 1; // stands for the code of all ones
    var length = new int[n + 1];
    var next = new int[n + 1];
    Arrays.fill(next, -1);
    while (true) {
      int one = smallest(weight, -1);
      int two = smallest(weight, one);
      if (two < 0) break;
      weight[one] += weight[two];
      weight[two] = 0;
      for (int i = one; ; i = next[i]) {
        length[i]++;
        if (next[i] < 0) {
          next[i] = two;
          break;
        }
      }
      for (int i = two; i >= 0; i = next[i]) length[i]++;
    }
    return ofLengths(Arrays.copyOf(length, n), length[n]);
  }

  private static int smallest(long[] weight, int but) {
    int found = -1;
    for (int i = 0; i < weight.length; i++) {
      if (weight[i] > 0 && i != but && (found < 0 || weight[i] <= weight[found])) found = i;
    }
    return found;
  }

  /// Shortens what is longer than 16 bits (Figure K.3) and takes the reserved code away.
  private static HuffmanCode ofLengths(int[] length, int reserved) {
    var bits = new int[260];
    for (int l : length) if (l > 0) bits[l]++;
    bits[reserved]++;
    for (int i = bits.length - 1; i > LONGEST; i--) {
      while (bits[i] > 0) {
        int j = i - 2;
        while (bits[j] == 0) j--;
        bits[i] -= 2;
        bits[i - 1]++;
        bits[j + 1] += 2;
        bits[j]--;
      }
    }
    int last = LONGEST;
    while (bits[last] == 0) last--;
    bits[last]--;
    var order = java.util.stream.IntStream.range(0, length.length).filter(s -> length[s] > 0).boxed()
        .sorted(java.util.Comparator.<Integer>comparingInt(s -> length[s]).thenComparingInt(s -> s)).mapToInt(Integer::intValue).toArray();
    return new HuffmanCode(Arrays.copyOfRange(bits, 1, LONGEST + 1), order);
  }

  int code(int symbol) {
    return codes[symbol];
  }

  int length(int symbol) {
    return lengths[symbol];
  }

  /// Writes a DHT segment.
  ///
  /// @param destination class in the upper, identifier in the lower four bits
  void writeTo(EntropyWriter out, int destination) {
    out.put16(0xFFC4);
    out.put16(19 + symbols.length);
    out.put(destination);
    for (int count : counts) out.put(count);
    for (int symbol : symbols) out.put(symbol);
  }
}
