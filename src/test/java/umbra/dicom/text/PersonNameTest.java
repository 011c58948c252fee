package umbra.dicom.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Gantry^Viktor|Gantry, Viktor", "Adams^John Robert Quincy^^Rev.^B.A.|Adams, John Robert Quincy Rev. B.A.", "OB^^^^|OB", "^Viktor|Viktor", "Phantom|Phantom",
    "Yamada^Tarou=山田^太郎=やまだ^たろう|Yamada, Tarou (山田, 太郎; やまだ, たろう)", "=山田^太郎|山田, 太郎"})
  void namesInWordsHaveNoDelimitersAndLoseNothing(String stored, String words) {
    assertEquals(words, PersonName.of(stored).inWords());
  }
}
