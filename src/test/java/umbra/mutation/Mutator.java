package umbra.mutation;

import java.util.Arrays;
import java.util.Random;

/// Damages bytes the way disks, transfers and attackers do, always the same way for the same seed.
final class Mutator {
  /// Numbers that lengths and counts are known to break on.
  private static final long[] TELLING = {0, 1, 7, 8, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFEL, 0xFFFF_FFFFL};

  private final Random random;

  Mutator(long seed) {
    random = new Random(seed);
  }

  byte[] mutate(byte[] original) {
    var bytes = original.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && bytes.length > 0; i++) bytes = once(bytes);
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> flip(bytes, at);
      case 2 -> put(bytes, at, 2);
      case 3 -> put(bytes, at, 4);
      case 4 -> removed(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(16)));
      case 5 -> doubled(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(64)));
      case 6 -> random(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(32)));
      default -> swapped(bytes, at, random.nextInt(bytes.length));
    };
  }

  private byte[] flip(byte[] bytes, int at) {
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  private byte[] put(byte[] bytes, int at, int count) {
    long value = TELLING[random.nextInt(TELLING.length)];
    boolean big = random.nextBoolean();
    for (int i = 0; i < count && at + i < bytes.length; i++) bytes[at + i] = (byte) (value >> 8 * (big ? count - 1 - i : i));
    return bytes;
  }

  private byte[] random(byte[] bytes, int at, int count) {
    for (int i = 0; i < count; i++) bytes[at + i] = (byte) random.nextInt();
    return bytes;
  }

  private static byte[] removed(byte[] bytes, int at, int count) {
    var shorter = Arrays.copyOf(bytes, bytes.length - count);
    System.arraycopy(bytes, at + count, shorter, at, bytes.length - at - count);
    return shorter;
  }

  private static byte[] doubled(byte[] bytes, int at, int count) {
    var longer = Arrays.copyOf(bytes, bytes.length + count);
    System.arraycopy(bytes, at, longer, at + count, bytes.length - at);
    return longer;
  }

  private static byte[] swapped(byte[] bytes, int one, int other) {
    byte kept = bytes[one];
    bytes[one] = bytes[other];
    bytes[other] = kept;
    return bytes;
  }
}
