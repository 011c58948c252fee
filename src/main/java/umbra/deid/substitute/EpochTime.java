package umbra.deid.substitute;

import java.nio.ByteBuffer;
import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.Numbers;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.Text;
import umbra.dicom.text.CharacterSets;

/// Time stamps in seconds since 1970, as some makers write them into private elements.
public final class EpochTime {
  private static final long SECONDS_A_DAY = 86_400;

  private EpochTime() {}

  /// Empty if the value is no whole number.
  public static Optional<Value> moved(DataElement element, int days) {
    long by = days * SECONDS_A_DAY;
    return switch (element.vr()) {
      case SL, UL -> Numbers.count(element) != 1 ? Optional.empty() : Optional.of(word(Numbers.binary(element, 0) + by));
      case IS, DS -> decimal(Text.values(element, CharacterSets.DEFAULT), by, element.vr());
      default -> Optional.empty();
    };
  }

  private static Value word(long seconds) {
    return Substitutes.bytes(VR.SL, ByteBuffer.allocate(4).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt((int) seconds).array());
  }

  private static Optional<Value> decimal(java.util.List<String> values, long by, VR vr) {
    if (values.size() != 1 || !values.getFirst().strip().matches("-?\\d{1,12}")) return Optional.empty();
    return Optional.of(Substitutes.ascii(vr, Long.toString(Long.parseLong(values.getFirst().strip()) + by)));
  }
}
