package umbra.dicom.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetsTest {
  private static CharacterSets sets(String... terms) {
    return CharacterSets.of(List.of(terms));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /// One character above ASCII for each row of PS3.3 C.12.1.1.2, from the code tables of the registrations.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ISO_IR 100 | E9       | é
      ISO_IR 101 | E8       | č
      ISO_IR 109 | E6       | ĉ
      ISO_IR 110 | E0       | ā
      ISO_IR 144 | D0       | а
      ISO_IR 127 | C7       | ا
      ISO_IR 126 | E1       | α
      ISO_IR 138 | E0       | א
      ISO_IR 148 | F0       | ğ
      ISO_IR 203 | A4       | €
      ISO_IR 166 | A1       | ก
      ISO_IR 13  | D4       | ﾔ
      ISO_IR 192 | E7 8E 8B | 王
      GB18030    | CD F5    | 王
      GB18030    | 81308130 | \u0080
      GBK        | CD F5    | 王
      """)
  void aSingleSetReadsItsCharacters(String term, String bytes, String expected) {
    var decoded = sets(term).decode(hex(bytes), true, false);

    assertEquals(List.of(expected.translateEscapes()), decoded.values());
    assertTrue(decoded.complete());
  }

  /// The same after their escape sequences.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ISO 2022 IR 100 | 1B2D41 E9           | é
      ISO 2022 IR 101 | 1B2D42 E8           | č
      ISO 2022 IR 109 | 1B2D43 E6           | ĉ
      ISO 2022 IR 110 | 1B2D44 E0           | ā
      ISO 2022 IR 144 | 1B2D4C D0           | а
      ISO 2022 IR 127 | 1B2D47 C7           | ا
      ISO 2022 IR 126 | 1B2D46 E1           | α
      ISO 2022 IR 138 | 1B2D48 E0           | א
      ISO 2022 IR 148 | 1B2D4D F0           | ğ
      ISO 2022 IR 203 | 1B2D62 A4           | €
      ISO 2022 IR 166 | 1B2D54 A1           | ก
      ISO 2022 IR 13  | 1B2949 D4           | ﾔ
      ISO 2022 IR 87  | 1B2442 3B33 1B2842  | 山
      ISO 2022 IR 159 | 1B242844 3021 1B2842 | 丂
      ISO 2022 IR 149 | 1B242943 FBF3       | 洪
      ISO 2022 IR 58  | 1B242941 CDF5       | 王
      """)
  void anEscapeSequenceCallsInItsSet(String term, String bytes, String expected) {
    var decoded = sets("", term).decode(hex(bytes), true, false);

    assertEquals(List.of(expected), decoded.values());
    assertTrue(decoded.complete());
  }

  @Test
  void everyTermOfTheStandardIsKnown() throws IOException {
    var table = Path.of("../shared/standard/character-sets.csv");
    Assumptions.assumeTrue(Files.exists(table), "no ../shared beside the checkout");

    for (var line : Files.readAllLines(table).subList(1, 34)) {
      var cells = line.split(",", -1);
      assertFalse(sets(cells[0]).hasUnknown(), cells[0]);
    }
  }

  /// PS3.5 H.3.1 and H.3.2, I.2, K.2: names whose groups need several sets.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      '', ISO 2022 IR 87 | 59616D6164615E5461726F753D1B24423B3345441B28425E1B244242404F3A1B28423D1B24422464245E24401B28425E1B2442243F246D24261B2842 | Yamada^Tarou=山田^太郎=やまだ^たろう
      ISO 2022 IR 13, ISO 2022 IR 87 | D4CFC0DE5EC0DBB33D1B24423B3345441B284A5E1B244242404F3A1B284A3D1B24422464245E24401B284A5E1B2442243F246D24261B284A | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう
      '', ISO 2022 IR 149 | 486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D73D1B242943C8AB5E1B242943B1E6B5BF | Hong^Gildong=洪^吉洞=홍^길동
      '', ISO 2022 IR 58 | 5A68616E675E5869616F446F6E673D1B242941D5C55E1B242941D0A1B6AB3D | Zhang^XiaoDong=张^小东=
      """)
  void theExamplesOfTheStandardAreRead(String terms, String bytes, String expected) {
    var declared = Arrays.stream(terms.split(", ")).map(t -> t.equals("''") ? "" : t).toList();

    assertEquals(List.of(expected), CharacterSets.of(declared).decode(hex(bytes), true, true).values());
  }

  @Test
  void aByte5CInsideACharacterIsNoBackslash() {
    assertEquals(List.of("昞", "x"), sets("GB18030").decode(hex("955C 5C 78"), true, false).values());
    assertEquals(2, sets("GBK").decode(hex("815C 5C 78"), true, false).values().size());
    assertEquals(List.of("構", "x"), sets("", "ISO 2022 IR 87").decode(hex("1B2442 393D 1B2842 5C 78"), true, false).values());
    assertEquals(1, sets("", "ISO 2022 IR 87").decode(hex("1B2442 355C 1B2842"), true, false).values().size());
  }

  @Test
  void aBackslashStaysInAVrThatHasOneValue() {
    assertEquals(List.of("a\\b"), sets("ISO_IR 100").decode(hex("61 5C 62"), false, false).values());
    assertEquals(List.of("a\\b"), sets("", "ISO 2022 IR 87").decode(hex("61 5C 62"), false, false).values());
  }

  @Test
  void delimitersAndLineEndsBringBackTheFirstSet() {
    var korean = sets("", "ISO 2022 IR 149");

    assertFalse(korean.decode(hex("1B242943 FBF3 5C FBF3"), true, false).complete());
    assertFalse(korean.decode(hex("1B242943 FBF3 0D0A FBF3"), false, false).complete());
    assertFalse(korean.decode(hex("1B242943 FBF3 5E FBF3"), true, true).complete());
    assertTrue(korean.decode(hex("1B242943 FBF3 5E FBF3"), true, false).complete());
  }

  @Test
  void anEscapeSequenceThatIsMissingAfterADelimiterIsReadAsTheOneBeforeAndReported() {
    var decoded = sets("", "ISO 2022 IR 149").decode(hex("486F6E675E47696C646F6E673D1B242943FBF35ED1CED4D73DC8AB5EB1E6B5BF"), true, true);

    assertEquals(List.of("Hong^Gildong=\u6D2A^\u5409\u6D1E=\uD64D^\uAE38\uB3D9"), decoded.values());
    assertFalse(decoded.complete());
  }

  @Test
  void undecodableBytesAreShownAndReported() {
    var decoded = CharacterSets.DEFAULT.decode(hex("41 E9 42"), true, false);

    assertEquals(List.of("A\uFFFDB"), decoded.values());
    assertFalse(decoded.complete());
    assertFalse(sets("ISO_IR 192").decode(hex("C3 28"), true, false).complete());
  }

  @ParameterizedTest
  @CsvSource({"ISO-IR 100", "ISO IR 100", "iso_ir_100", "ISO2022 IR 100"})
  void misspeltTermsAreUnderstood(String term) {
    assertEquals(List.of("é"), sets(term).decode(hex("E9"), true, false).values());
    assertFalse(sets(term).hasUnknown());
  }

  @Test
  void unknownTermsAreReportedAndAsciiIsRead() {
    assertTrue(sets("KLINGON").hasUnknown());
    assertEquals(List.of("A"), sets("KLINGON").decode(hex("41"), true, false).values());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ISO_IR 100 | Jérôme^Buc
      ISO_IR 192 | 王^小東=Ж
      GB18030 | 王^小东
      ISO_IR 13 | ﾔﾏﾀﾞ^ﾀﾛｳ
      '', ISO 2022 IR 87 | Yamada^Tarou=山田^太郎=やまだ^たろう\\山
      ISO 2022 IR 13, ISO 2022 IR 87 | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう~x
      '', ISO 2022 IR 149 | Hong^Gildong=洪^吉洞=홍^길동
      '', ISO 2022 IR 58 | Zhang=张^小东\\小
      ISO 2022 IR 100, ISO 2022 IR 144, ISO 2022 IR 126 | é Люк α é
      '', ISO 2022 IR 87, ISO 2022 IR 159 | 山丂山
      """)
  void whatIsWrittenIsReadBack(String terms, String text) {
    var declared = CharacterSets.of(Arrays.stream(terms.split(", ")).map(t -> t.equals("''") ? "" : t).toList());

    var bytes = declared.encode(text, true).orElseThrow();

    assertEquals(text, String.join("\\", declared.decode(bytes, true, true).values()));
  }

  @Test
  void theExampleOfTheStandardIsWrittenAsThere() {
    var bytes = sets("", "ISO 2022 IR 149").encode("Hong^Gildong=洪^吉洞=홍^길동", true);

    assertArrayEquals(hex("486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D73D1B242943C8AB5E1B242943B1E6B5BF"), bytes.orElseThrow());
  }

  @Test
  void whatTheSetsCannotHoldIsNotWritten() {
    assertEquals(Optional.empty(), sets("ISO_IR 100").encode("王", false));
    assertEquals(Optional.empty(), CharacterSets.DEFAULT.encode("é", false));
    assertEquals(Optional.empty(), sets("", "ISO 2022 IR 87").encode("홍", false));
  }

  @Test
  void noBytesMakeADecoderFail() {
    var random = new Random(5);
    var all = List.of(CharacterSets.DEFAULT, sets("ISO_IR 192"), sets("GB18030"), sets("GBK"), sets("", "ISO 2022 IR 87", "ISO 2022 IR 159", "ISO 2022 IR 149"),
        sets("ISO 2022 IR 13", "ISO 2022 IR 58"), sets("ISO_IR 166"));
    var telling = hex("1B 24 28 29 42 43 44 49 2D 4A 5C 5E 3D FE FF A1 80");
    for (int i = 0; i < 100_000; i++) {
      var bytes = new byte[random.nextInt(12)];
      for (int k = 0; k < bytes.length; k++) bytes[k] = random.nextBoolean() ? telling[random.nextInt(telling.length)] : (byte) random.nextInt();

      var decoded = all.get(i % all.size()).decode(bytes, random.nextBoolean(), random.nextBoolean());

      boolean shown = decoded.values().stream().anyMatch(v -> v.indexOf(DecodedText.UNDECODABLE) >= 0);
      assertTrue(decoded.complete() || shown, "what is lost is shown");
    }
  }
}
