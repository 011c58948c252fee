package umbra.deid.substitute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umbra.dicom.VR;
import umbra.io.ByteSlice;

class DummiesTest {
  @ParameterizedTest
  @EnumSource(value = VR.class, names = "SQ", mode = EnumSource.Mode.EXCLUDE)
  void everyDummyIsEvenAndFitsItsVr(VR vr) {
    for (int count = 1; count <= 6; count++) {
      var bytes = Dummies.bytes(vr, count);
      assertEquals(0, bytes.length % 2);
      assertTrue(bytes.length > 0);
      assertTrue(ValueForms.fits(vr, ByteSlice.of(bytes)), vr.name());
      if (vr.isText() && vr.isMultiValued()) assertEquals(count, new String(bytes, StandardCharsets.US_ASCII).split("\\\\").length);
      if (!vr.isText() && vr.valueBytes() > 1) assertEquals(0, bytes.length % vr.valueBytes());
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2-n,2", "6,6", "1-99,1", "2-2n,2", "16,16"})
  void theLeastCountOfAVm(String vm, int count) {
    assertEquals(count, Dummies.leastCount(vm));
  }
}
