package umbra.practice.study;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;

/// Collects Attributes by keyword; the VR comes from the dictionary.
public final class Attributes {
  private final List<DataElement> elements = new ArrayList<>();

  /// A text value, or several joined by backslashes.
  ///
  /// @throws IllegalArgumentException for an unknown keyword
  public Attributes text(String keyword, String value) {
    elements.add(DataElement.ofAscii(tag(keyword), vr(keyword), value));
    return this;
  }

  /// Unsigned or signed 16-bit values.
  public Attributes shorts(String keyword, int... values) {
    var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) bytes.putShort((short) value);
    elements.add(DataElement.ofBytes(tag(keyword), vr(keyword), bytes.array()));
    return this;
  }

  public Attributes longs(String keyword, int... values) {
    var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) bytes.putInt(value);
    elements.add(DataElement.ofBytes(tag(keyword), vr(keyword), bytes.array()));
    return this;
  }

  public Attributes doubles(String keyword, double... values) {
    var bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) bytes.putDouble(value);
    elements.add(DataElement.ofBytes(tag(keyword), vr(keyword), bytes.array()));
    return this;
  }

  public Attributes floats(String keyword, float... values) {
    var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) bytes.putFloat(value);
    elements.add(DataElement.ofBytes(tag(keyword), vr(keyword), bytes.array()));
    return this;
  }

  /// An AT value: group and element of a Tag.
  public Attributes pointer(String keyword, int group, int element) {
    return bytes(keyword, VR.AT, new byte[] {(byte) group, (byte) (group >> 8), (byte) element, (byte) (element >> 8)});
  }

  /// A Sequence with one Item that names an instance.
  public Attributes reference(String keyword, String sopClass, String sopInstance) {
    return items(keyword, referenceItem(sopClass, sopInstance).dataSet());
  }

  public static Attributes referenceItem(String sopClass, String sopInstance) {
    return new Attributes().text("ReferencedSOPClassUID", sopClass).text("ReferencedSOPInstanceUID", sopInstance);
  }

  public Attributes bytes(String keyword, VR vr, byte[] value) {
    return element(DataElement.ofBytes(tag(keyword), vr, value));
  }

  /// A Code Sequence with one Item.
  public Attributes code(String keyword, String value, String scheme, String meaning) {
    return items(keyword, new Attributes().text("CodeValue", value).text("CodingSchemeDesignator", scheme).text("CodeMeaning", meaning).dataSet());
  }

  public Attributes items(String keyword, DataSet... items) {
    elements.add(DataElement.ofItems(tag(keyword), List.of(items)));
    return this;
  }

  public Attributes element(DataElement element) {
    elements.add(element);
    return this;
  }

  public Attributes element(String tag, VR vr, String value) {
    return element(DataElement.ofAscii(Tag.parse(tag), vr, value));
  }

  /// 16-bit samples as Pixel Data.
  public Attributes pixels(short[] samples) {
    var bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return element(DataElement.ofBytes(umbra.dicom.Tags.PIXEL_DATA, VR.OW, bytes.array()));
  }

  public DataSet dataSet() {
    return DataSet.of(elements.toArray(DataElement[]::new));
  }

  private static Tag tag(String keyword) {
    return Dictionary.standard().ofKeyword(keyword).orElseThrow(() -> new IllegalArgumentException("unknown keyword " + keyword));
  }

  private static VR vr(String keyword) {
    return Dictionary.standard().implicitVr(tag(keyword).packed());
  }
}
