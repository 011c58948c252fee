package umbra.pixel.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TagTreeTest {

  /// The example of B.10.2: six by three leaves, of which the first row begins 1 3 2; the bits of the first three.
  @Test
  void readsTheExampleOfTheStandard() {
    // q(0,0)=1: 01111, q(1,0)=3: 001, q(2,0)=2: 101
    byte[] bits = {0b0111_1001, (byte) 0b1010_0000};
    var tree = new TagTree(6, 3);
    var header = new HeaderBits(bits, 0, 2);
    assertEquals(1, tree.value(0, 99, header));
    assertEquals(3, tree.value(1, 99, header));
    assertEquals(2, tree.value(2, 99, header));
    assertFalse(header.isOverrun());
  }

  @Test
  void thresholdsReadNoMoreBitsThanNeeded() {
    var tree = new TagTree(1, 1);
    var header = new HeaderBits(new byte[] {0b0010_0000}, 0, 1);
    assertFalse(tree.isLess(0, 1, header)); // 0: not below 1
    assertFalse(tree.isLess(0, 1, header)); // known, nothing read
    assertFalse(tree.isLess(0, 2, header)); // 0
    assertTrue(tree.isLess(0, 3, header)); // 1: it is 2
  }

  @Test
  void aByteAfterFfCarriesSevenBits() {
    var header = new HeaderBits(new byte[] {(byte) 0xFF, 0x55}, 0, 2);
    assertEquals(0xFF, header.bits(8));
    assertEquals(0x55, header.bits(7));
  }

  @Test
  void aHeaderEndingInFfTakesTheStuffedByte() {
    var header = new HeaderBits(new byte[] {(byte) 0xFF, 0, 1}, 0, 3);
    header.bits(8);
    header.align();
    assertEquals(2, header.position());
  }
}
