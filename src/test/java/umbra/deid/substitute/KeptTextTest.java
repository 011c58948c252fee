package umbra.deid.substitute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.value.Pseudonyms;
import umbra.deid.value.SourceSubject;
import umbra.deid.value.Subject;

class KeptTextTest {
  private static final Pseudonyms OTHERS = new Pseudonyms() {
    @Override
    public Subject subject(SourceSubject source) {
      return new Subject("S", "S", -10);
    }

    @Override
    public String uid(String original) {
      return "2.25.77";
    }
  };

  private static String of(String text, KeptText.Dates dates) {
    return new KeptText(OTHERS, new DateShift(-10), true, dates).of(text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"seen 20190301 again|seen 20190219 again", "on 2019-03-01.|on 2019-02-19.", "am 1.3.2019|am 19.2.2019", "12/31/2019|12/21/2019", "31/12/2019|21/12/2019",
      "29 Feb 1964|19 Feb 1964", "1-MAR-2019|19-FEB-2019", "March 5, 2019|February 23, 2019", "20190301120000|20190219120000", "2019/3/1|2019/2/19"})
  void datesMoveInTheirForm(String before, String after) {
    assertEquals(after, of(before, KeptText.Dates.MOVED));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"on 03/04/2019 or so|on DATE or so", "29.02.64|DATE", "02/29/64|DATE"})
  void aDateThatCanBeReadInTwoWaysGoes(String before, String after) {
    assertEquals(after, of(before, KeptText.Dates.MOVED));
  }

  @Test
  void datesGoOrStayByTheProfile() {
    assertEquals("seen DATE", of("seen 2019-03-01", KeptText.Dates.REMOVED));
    assertEquals("seen 2019-03-01", of("seen 2019-03-01", KeptText.Dates.KEPT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"version 1.2.3.4", "3.20190102", "T2 3D 0.5/0.5/1", "120190301", "29640229", "1.5.0.2.11", "kV 120 mA 300", "10/20/30/40", "0.123-45-67", "2.0.1"})
  void whatIsNoDateOrUidStays(String text) {
    assertEquals(text, of(text, KeptText.Dates.REMOVED));
    assertFalse(new TextShapes().areIn(text));
  }

  @Test
  void uidsAreSwappedAndThoseOfTheStandardStay() {
    assertEquals("see 2.25.77, 1.2.840.10008.5.1.4.1.1.2", of("see 1.3.6.1.4.1.9.77.5, 1.2.840.10008.5.1.4.1.1.2", KeptText.Dates.KEPT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dr Smith protocol", "read by Dr. Okonkwo", "DOE^JOHN", "ask j.doe@hospital.org", "call 555-123-4567", "Tel. 0231 77", "MRN 7743100", "Patient ID: A77", "123-45-6789",
      "http://pacs.local/x", "seen 2019-03-01", "of 1.3.6.1.4.1.9.77.5", "+49231987654"})
  void whatLooksLikeAnIdentifierIsSeen(String text) {
    assertTrue(new TextShapes().areIn(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DR CHEST AP", "MR HEAD", "T1 MPRAGE SAG", "ep2d_diff_3scan_trace", "AXIAL 5.0 B30f", "SIEMENS", "Mean ADC", "512\\512", "0.625-1.25 mm", "64-128", "Msec", "2-3-4"})
  void ordinaryTextIsNot(String text) {
    assertFalse(new TextShapes().areIn(text));
  }
}
