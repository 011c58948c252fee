package umbra.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.identifier.Identifier;
import umbra.deid.identifier.IdentifierKind;
import umbra.deid.identifier.IdentifierWords;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;

/// Names that hide: ordinary words, short ones, other spellings, other places and encodings.
class EvasionTest {
  private static final Tag COMMENTS = Tag.of(0x0020, 0x4000);
  private static final Tag BLOB = Tag.of(0x0029, 0x1010);

  private static Set<Identifier> named(String name) {
    return Set.of(new Identifier(IdentifierKind.NAME, name));
  }

  private static List<Leak> leaks(String name, DataElement... elements) {
    var dataSet = DataSet.of(elements).with(DataElement.ofAscii(Tags.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 192"));
    return new LeakSweep(new Needles(named(name), Set.of())).of(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
  }

  private static DataElement utf8(Tag tag, VR vr, String text) {
    return DataElement.ofBytes(tag, vr, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"HEAD^JOHN|seen: John Head", "HEAD^JOHN|Head J. was here", "POINT^BOB|Mr Point", "X^Yolanda|X, Yolanda", "Li^Na|report of Li Na", "\u674E^\u5A1C|\u674E\u5A1C \u5973",
      "\u91D1^\u54F2|\u91D1\u54F2", "Kim^Chol=\u91D1^\u54F2=\uAE40^\uCCA0|\uAE40\uCCA0", "Smith-Jones^Ann|Mrs Jones", "O'Brien^Pat|OBRIEN", "M\u00FCller^Eva|Frau Mueller", "M\u00FCller^Eva|MULLER",
      "M\u00FCller^Eva|Mu\u0308ller", "Muller^Eva|M\u00FCller", "Bj\u00F8rn^Ada|Bjorn", "D'\u00C9tienne^Zo\u00EB|Etienne"})
  void aNameIsFoundInAText(String name, String text) {
    assertFalse(leaks(name, utf8(COMMENTS, VR.LT, text)).isEmpty(), "the sweep");
    assertTrue(IdentifierWords.of(named(name), false).isIn(text), "the look through texts");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"HEAD^JOHN|HEAD ROUTINE", "Kim^Min-jun|after 5 min", "CHEST^PHANTOM|CHEST P.A.", "Li^Na|lithium nadir", "X^Y|axial x y z"})
  void anOrdinaryWordIsNoName(String name, String text) {
    assertEquals(List.of(), leaks(name, utf8(COMMENTS, VR.LT, text)));
    assertFalse(IdentifierWords.of(named(name), false).isIn(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POINT", "VOLUME", "CIRCLE", "PERFUSION"})
  void aTermOfTheStandardIsNoNameWhereTheStandardPutsItAndIsOneElsewhere(String surname) {
    var type = Tag.of(0x0070, 0x0023);

    assertEquals(List.of(), leaks(surname + "^Bob", DataElement.ofAscii(type, VR.CS, surname)));
    assertFalse(leaks(surname + "^Bob", DataElement.ofAscii(type, VR.CS, "ORIGINAL\\" + surname + " B")).isEmpty());
    assertFalse(leaks(surname + "^Bob", DataElement.ofAscii(Tag.of(0x0008, 0x1030), VR.LO, surname)).isEmpty());
  }

  /// Whatever VR is claimed for the bytes.
  @ParameterizedTest
  @ValueSource(strings = {"OB", "UN", "OW", "FD", "DS", "IS", "US", "AT", "UI", "DA", "AE", "CS"})
  void aNameIsFoundUnderAWrongVr(String vr) {
    assertFalse(leaks("Doe^Zwetsloot", DataElement.ofBytes(BLOB, VR.valueOf(vr), "Zwetsloot^Doe   ".getBytes(StandardCharsets.US_ASCII))).isEmpty());
  }

  @Test
  void threeLettersInBytesThatAreATextAreAName() {
    assertFalse(leaks("Poe^Edgar", DataElement.ofBytes(BLOB, VR.UN, "seen by Poe ".getBytes(StandardCharsets.US_ASCII))).isEmpty());
    assertEquals(List.of(), leaks("Poe^Edgar", DataElement.ofBytes(BLOB, VR.UN, "\u0000\u0001 Poe \u0002\u0003".getBytes(StandardCharsets.US_ASCII))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "EUC-KR", "Shift_JIS", "EUC-JP"})
  void shortNamesOfOtherScriptsAreFoundAmongBytes(String charset) {
    var han = "\u5C71\u7530\u4E00";
    var bytes = ("\u0001\u0002" + han + "\u0003").getBytes(Charset.forName(charset));
    assertFalse(leaks("Yamada^Hajime=\u5C71\u7530^\u4E00", DataElement.ofBytes(BLOB, VR.OB, bytes)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zwetsloot", "patient: Quirine Zwetsloot", "xx Zwetsloot yy"})
  void base64IsOpened(String text) {
    var packed = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    for (var element : List.of(utf8(COMMENTS, VR.LT, packed), utf8(BLOB, VR.OB, "\u0001<x>" + packed + "</x>"), utf8(BLOB, VR.UN, "id=a" + packed),
        utf8(BLOB, VR.LO, Base64.getMimeEncoder(8, new byte[] {'\r', '\n'}).encodeToString(text.getBytes(StandardCharsets.UTF_16LE))))) {
      assertFalse(leaks("Zwetsloot^Quirine", element).isEmpty(), element.tag() + " " + element.vr());
    }
  }
}
