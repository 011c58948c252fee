package umbra.workspace.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.io.ByteSlice;

class BytesTest {
  private static List<String> guesses(byte[] bytes) {
    return Guess.of(ByteSlice.of(bytes), ByteOrder.LITTLE_ENDIAN).stream().map(Guess::what).toList();
  }

  @Test
  void aPageHasItsOffsets() {
    var bytes = new byte[HexPage.ROWS * HexPage.BYTES_A_ROW + 3];
    bytes[bytes.length - 1] = 'A';

    assertEquals(2, HexPage.pages(ByteSlice.of(bytes)));
    var last = HexPage.page(ByteSlice.of(bytes), 1);
    assertEquals("00000400  00 00 41                                           ..A", last.getFirst().toString());
  }

  @Test
  void bytesAroundAPlaceBeginAtAMultipleOf16() {
    var rows = HexPage.around(ByteSlice.of(new byte[100]), 50, 1);

    assertEquals(List.of(32L, 48L, 64L), rows.stream().map(HexPage.Row::offset).toList());
  }

  @Test
  void textIsGuessedInItsEncoding() {
    assertTrue(guesses("Müller, Jörg".getBytes(StandardCharsets.UTF_8)).contains("Text, UTF-8"));
    assertTrue(guesses("Müller, Jörg".getBytes(StandardCharsets.UTF_16LE)).contains("Text, UTF-16LE"));
    assertTrue(guesses("Müller, Jörg".getBytes(StandardCharsets.ISO_8859_1)).contains("Text, ISO-8859-1"));
  }

  @Test
  void aNestedDataSetIsGuessed() {
    byte[] nested = {0x08, 0x00, 0x60, 0x00, 'C', 'S', 2, 0, 'M', 'R', 0x10, 0x00, 0x20, 0x00, 'L', 'O', 2, 0, 'I', 'D'};

    var guess = Guess.of(ByteSlice.of(nested), ByteOrder.LITTLE_ENDIAN).getFirst();

    assertEquals("Data Set of 2 elements", guess.what());
    assertTrue(guess.reading().contains("(0010,0020) Patient ID: ID"), guess.reading());
  }

  @Test
  void noiseIsNoText() {
    assertEquals(List.of("32-bit integers", "16-bit integers"), guesses(new byte[] {1, 2, (byte) 0x80, (byte) 0xFF, 7, (byte) 0x81, 3, (byte) 0xFE, 1, 1, 1, (byte) 0xFF}));
  }
}
