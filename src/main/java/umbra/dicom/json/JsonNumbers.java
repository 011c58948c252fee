package umbra.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.regex.Pattern;
import umbra.dicom.DataElement;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;

/// Numbers of the DICOM JSON Model (PS3.18 F.2.3).
final class JsonNumbers {
  private static final Pattern JSON = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

  private JsonNumbers() {}

  /// The values of a binary element; a rest shorter than one value is left out.
  static void write(DataElement element, JsonGenerator json) throws IOException {
    long count = Numbers.count(element);
    if (count == 0) return;
    json.writeArrayFieldStart("Value");
    for (long i = 0; i < count; i++) {
      switch (element.vr()) {
        case AT -> json.writeString(String.format("%08X", new Tag((int) Numbers.binary(element, i)).packed()));
        case FL -> real(Float.toString((float) Numbers.decimal(element, (int) i).orElseThrow()), json);
        case FD -> real(Double.toString(Numbers.decimal(element, (int) i).orElseThrow()), json);
        case UV -> json.writeNumber(Long.toUnsignedString(Numbers.binary(element, i)));
        default -> json.writeNumber(Numbers.binary(element, i));
      }
    }
    json.writeEndArray();
  }

  /// JSON has no number for NaN and the infinities; they stand as the strings `NaN`, `Infinity` and `-Infinity`.
  private static void real(String number, JsonGenerator json) throws IOException {
    if (number.endsWith("y") || number.equals("NaN")) json.writeString(number);
    else json.writeNumber(number);
  }

  /// DS and IS as numbers with all their digits; what is no number stays a string.
  static void writeText(String value, JsonGenerator json) throws IOException {
    if (JSON.matcher(value).matches()) json.writeNumber(value);
    else if (DECIMAL.matcher(value).matches()) json.writeNumber(new BigDecimal(value).toString());
    else json.writeString(value);
  }

  /// Words as InlineBinary wants them (PS3.18 F.2.7): those of a big endian file are turned round.
  static ByteSlice littleEndian(Value.Bytes value, VR vr) {
    int unit = vr.unitBytes();
    if (value.order() == ByteOrder.LITTLE_ENDIAN || unit == 1 ) return value.raw();
    var bytes = value.raw().toArray();
    for (int i = 0; i + unit <= bytes.length; i += unit) {
      for (int low = i, high = i + unit - 1; low < high; low++, high--) {
        byte kept = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = kept;
      }
    }
    return ByteSlice.of(bytes);
  }
}
