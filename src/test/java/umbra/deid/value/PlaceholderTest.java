package umbra.deid.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.identifier.IdentifierWords;
import umbra.deid.identifier.Identifiers;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;

class PlaceholderTest {
  @ParameterizedTest
  @ValueSource(strings = {"Removed by CTP", "removed", "[Anonymized]", "Anon", "ANONYMOUS", "DEIDENTIFIED BY THE RSNA CTP"})
  void whatAProgramWroteNamesNobody(String value) {
    assertTrue(Placeholder.isOne(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Removed by Okonkwo", "CTP", "Smith", "Anon Suwan", "Anonsson", "Removed^Quirine", ""})
  void whatMayBeANameIsOne(String value) {
    assertFalse(Placeholder.isOne(value));
  }

  @Test
  void itsWordsAreNotSearchedForAndNamesBesideItAre() {
    var source = DataSet.of(DataElement.ofAscii(Tags.PATIENT_NAME, VR.PN, "Zwetsloot^Quirine"), DataElement.ofAscii(Tag.of(0x0040, 0xA075), VR.PN, "Removed by CTP"));
    var searched = Identifiers.of(source);
    var identifiers = IdentifierWords.of(searched, true);
    assertFalse(identifiers.isIn("CTP"));
    assertTrue(identifiers.isIn("for Zwetsloot"));
    assertEquals(1, searched.size());
  }
}
