package umbra.pixel.render;

import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// A table of a Modality LUT, VOI LUT or palette (PS3.3 C.11.1.1, C.7.6.3.1.5).
///
/// @param first input that leads to entry 0; smaller ones lead there, too
/// @param entries unsigned outputs
/// @param bits of an output
public record LookupTable(int first, int[] entries, int bits) {
  private static final int MOST_ENTRIES = 65_536;

  /// The table of a LUT Sequence Item; empty if it makes no sense.
  static Optional<LookupTable> ofItem(DataSet item, boolean signedInput) {
    return of(item, Tags.LUT_DESCRIPTOR, Tags.LUT_DATA, signedInput);
  }

  static Optional<LookupTable> of(DataSet dataSet, Tag descriptor, Tag data, boolean signedInput) {
    var d = dataSet.find(descriptor);
    var values = dataSet.find(data);
    if (d.isEmpty() || values.isEmpty() || Numbers.count(d.get()) < 3) return Optional.empty();
    int count = number(d.get(), 0);
    if (count == 0) count = MOST_ENTRIES; // 65536 does not fit the 16 bits of the descriptor
    int first = signedInput ? (short) number(d.get(), 1) : number(d.get(), 1);
    int bits = number(d.get(), 2);
    if (bits < 8 || bits > 16) bits = 16;
    return entries(values.get(), count, bits).map(e -> new LookupTable(first, e, widest(e)));
  }

  /// A descriptor that says 16 bits while the entries use 8 is common: what the entries need decides.
  private static int widest(int[] entries) {
    int all = 0;
    for (int entry : entries) all |= entry;
    return all > 255 ? Math.max(9, 32 - Integer.numberOfLeadingZeros(all)) : 8;
  }

  private static int number(DataElement element, int index) {
    return (int) Numbers.binary(element, index) & 0xFFFF;
  }

  /// Entries as words, or two to a word where the descriptor says 8 bits (PS3.3 C.7.6.3.1.6).
  private static Optional<int[]> entries(DataElement data, int count, int bits) {
    if (!(data.value() instanceof Value.Bytes(var raw, var order))) return Optional.empty();
    long words = raw.length() / 2;
    var entries = new int[count];
    if (words >= count) {
      var word = new DataElement(data.tag(), VR.OW, data.value());
      for (int i = 0; i < count; i++) entries[i] = (int) Numbers.binary(word, i);
      return Optional.of(entries);
    }
    if (bits > 8 || raw.length() < count) return Optional.empty();
    boolean little = order == java.nio.ByteOrder.LITTLE_ENDIAN;
    for (int i = 0; i < count; i++) entries[i] = raw.u8(little || data.vr().unitBytes() == 1 ? i : i ^ 1);
    return Optional.of(entries);
  }

  /// The output for a stored value: beyond the table its first or last entry.
  public int at(int input) {
    return entries[Math.max(0, Math.min(input - first, entries.length - 1))];
  }

  /// The output for an input, as 0 to 1.
  public double fraction(double input) {
    return at((int) Math.round(input)) / (double) ((1 << bits) - 1);
  }
}
