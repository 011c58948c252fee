package umbra.dicom.dict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;

class DictionaryTest {
  private final Dictionary dictionary = Dictionary.standard();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0010,0010 | PN
      7FE0,0010 | OW
      5400,1010 | OW
      0028,3006 | US
      0028,0106 | US
      0008,0000 | UL
      0009,1001 | UN
      0011,0001 | UN
      6002,3000 | OW
      601E,0050 | SS
      6020,0050 | UN
      0020,3145 | CS
      0018,FFF1 | UN
      FFFC,FFFC | OB
      """)
  void implicitVrFollowsTheRegistry(String tag, VR expected) {
    assertEquals(expected, dictionary.implicitVr(Tag.parse(tag).packed()));
  }

  @Test
  void usOrSsFollowsPixelRepresentation() {
    int smallest = Tag.parse("0028,0106").packed();
    int rows = Tag.parse("0028,0010").packed();

    assertEquals(VR.SS, dictionary.implicitVr(smallest, true));
    assertEquals(VR.US, dictionary.implicitVr(smallest, false));
    assertEquals(VR.US, dictionary.implicitVr(rows, true));
  }

  @Test
  void anEntryHoldsWhatTheRegistrySays() {
    var entry = dictionary.find(Tag.parse("0008,0042")).orElseThrow();

    assertEquals(new Dictionary.Entry("00080042", "NuclearMedicineSeriesType", "Nuclear Medicine Series Type", List.of(VR.CS), "1", true), entry);
  }

  @Test
  void keywordsLeadBackToTheirTags() {
    assertEquals(Optional.of(Tag.parse("0010,0020")), dictionary.ofKeyword("PatientID"));
    assertEquals(Optional.empty(), dictionary.ofKeyword("patientid"));
    assertEquals(Optional.empty(), dictionary.ofKeyword(""));
  }

  @Test
  void privateElementsAreFoundByCreatorInWhateverBlock() {
    var known = PrivateDictionary.standard();

    var here = known.find("SIEMENS CSA HEADER", Tag.parse("0029,1010")).orElseThrow();

    assertEquals(VR.OB, here.vr());
    assertEquals(Optional.of(here), known.find("SIEMENS CSA HEADER", Tag.parse("0029,4510")));
    assertEquals(Optional.of(VR.OB), known.block(" siemens csa header ").orElseThrow().vr(Tag.parse("0029,1010")));
    assertEquals(Optional.empty(), known.find("SIEMENS CSA HEADER", Tag.parse("0029,10FE")));
    assertEquals(Optional.empty(), known.find("NOBODY", Tag.parse("0029,1010")));
  }

  @Test
  void safePrivateElementsAreThoseOfTheStandard() {
    assertTrue(PrivateDictionary.standard().find("Philips Imaging DD 001", Tag.parse("2001,1003")).orElseThrow().safe());
  }

  @Test
  void everyTransferSyntaxOfOursHasANameInTheRegistry() {
    for (var syntax : TransferSyntax.values()) assertTrue(UidNames.standard().name(syntax.uid()).isPresent(), syntax.uid());
  }

  @Test
  void pathsPrintWithKeywordsAndParseBack() {
    var path = TagPath.of(Tag.parse("0010,1002")).child(0, Tag.parse("0040,A730")).child(12, Tag.parse("0009,1002"));

    assertEquals("OtherPatientIDsSequence[0].ContentSequence[12].(0009,1002)", TagPaths.print(path));
    assertEquals(path, TagPaths.parse(TagPaths.print(path)));
    assertEquals(path, TagPath.parse(path.toString()));
    assertThrows(IllegalArgumentException.class, () -> TagPaths.parse("NoSuchKeyword"));
  }

  @Test
  void everyRowPrintsAndParsesBack() {
    dictionary.entries().filter(e -> !e.pattern().contains("x")).forEach(e -> {
      var path = TagPath.of(Tag.parse(e.pattern()));
      assertEquals(path, TagPaths.parse(TagPaths.print(path)));
    });
  }

  @Test
  void theTablesAreThoseThatTheStepMakes() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(MakeTables.STANDARD), "no ../shared/standard beside the checkout");

    for (var table : MakeTables.tables().entrySet()) {
      try (var committed = Dictionary.class.getResourceAsStream(table.getKey())) {
        assertEquals(table.getValue(), new String(committed.readAllBytes(), StandardCharsets.UTF_8), table.getKey());
      }
    }
  }
}
