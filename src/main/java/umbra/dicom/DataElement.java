package umbra.dicom;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import umbra.io.ByteSlice;

/// A Data Element (PS3.5 7.1): Tag, VR and a Value that is decoded only when somebody asks.
///
/// @param vr as used to understand the value: the one in the file, else from the dictionary; UN if unknown
/// @param encoded how it stands in its file
public record DataElement(Tag tag, VR vr, Value value, Encoded encoded) {

  public DataElement {
    Objects.requireNonNull(tag);
    Objects.requireNonNull(vr);
    Objects.requireNonNull(value);
    Objects.requireNonNull(encoded);
  }

  /// A new element.
  public DataElement(Tag tag, VR vr, Value value) {
    this(tag, vr, value, Encoded.NEW);
  }

  /// A new element with characters of the default repertoire (PS3.5 6.1.2.2), padded to an even length.
  public static DataElement ofAscii(Tag tag, VR vr, String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    return ofBytes(tag, vr, bytes);
  }

  /// A new element with this Value Field, little endian, padded to an even length.
  public static DataElement ofBytes(Tag tag, VR vr, byte[] bytes) {
    return new DataElement(tag, vr, new Value.Bytes(ByteSlice.of(padded(bytes, vr)), java.nio.ByteOrder.LITTLE_ENDIAN));
  }

  private static byte[] padded(byte[] bytes, VR vr) {
    if ((bytes.length & 1) == 0) return bytes;
    var even = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    even[bytes.length] = vr.padding();
    return even;
  }

  /// A new Sequence.
  public static DataElement ofItems(Tag tag, List<DataSet> items) {
    return new DataElement(tag, VR.SQ, new Value.Items(items));
  }

  /// The same element with another value, keeping the style of its file.
  public DataElement withValue(Value other) {
    return new DataElement(tag, vr, other, encoded.changed());
  }

  /// The Items of a Sequence; none for anything else.
  public List<DataSet> items() {
    return value instanceof Value.Items(var items) ? items : List.of();
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }
}
