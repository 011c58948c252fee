package umbra.practice.study;

import java.math.BigInteger;
import java.util.SplittableRandom;

/// UIDs of the form 2.25 (PS3.5 B.2) from a seed: the same seed gives the same ones.
public final class PracticeUids {
  private final SplittableRandom random;

  public PracticeUids(long seed) {
    random = new SplittableRandom(seed ^ 0x55_4944);
  }

  public String next() {
    long high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000; // version 4 of RFC 9562
    long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
    return "2.25." + new BigInteger(Long.toUnsignedString(high)).shiftLeft(64).or(new BigInteger(Long.toUnsignedString(low)));
  }
}
