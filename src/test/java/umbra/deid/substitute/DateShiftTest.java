package umbra.deid.substitute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.VR;

class DateShiftTest {
  @ParameterizedTest
  @CsvSource({"DA,20200301,-1,20200229", "DA,20190301,-1,20190228", "DA,1998.07.04,-3,1998.07.01", "DA,18991231,1,19000101", "DA,20190105-20190110,-1,20190104-20190109",
      "DA,-20190110,-1,-20190109", "DT,2019,-365,2018", "DT,201907,-31,201906", "DT,20190102235959.123456+0100,-1,20190101235959.123456+0100", "DT,2019010100,-1,2018123100"})
  void precisionZoneAndFormStay(VR vr, String before, int days, String after) {
    assertEquals(Optional.of(after), new DateShift(days).moved(vr, before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20190231", "2019", "201901", "20191301", "yesterday", "99991231", "20190102x", "00000101"})
  void whatIsNoDateOrLeavesTheYearsIsRefused(String value) {
    assertEquals(value.equals("2019") || value.equals("201901"), new DateShift(1).moved(VR.DA, value).isPresent());
  }

  @Test
  void emptyStaysEmpty() {
    assertEquals(Optional.of(""), new DateShift(-5).moved(VR.DA, "  "));
  }

  @ParameterizedTest
  @CsvSource({"094Y,090Y", "090Y,090Y", "045Y,045Y", "003D,003D", "45Y,045Y"})
  void agesAreCapped(String before, String after) {
    assertEquals(Optional.of(after), new Ages(90, 1).told(before));
  }

  @Test
  void agesAreCoarsened() {
    assertEquals(Optional.of("045Y"), new Ages(90, 5).told("048Y"));
    assertEquals(Optional.empty(), new Ages(90, 1).told("old"));
  }
}
