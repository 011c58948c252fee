package umbra.pixel.render;

import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// The Palette Color Lookup Tables of an image (PS3.3 C.7.6.3.1.5, C.7.9), plain or in segments.
public record Palette(LookupTable red, LookupTable green, LookupTable blue) {
  private static final Tag[] DESCRIPTORS = {Tags.RED_PALETTE_DESCRIPTOR, Tags.GREEN_PALETTE_DESCRIPTOR, Tags.BLUE_PALETTE_DESCRIPTOR};
  private static final Tag[] DATA = {Tags.RED_PALETTE, Tags.GREEN_PALETTE, Tags.BLUE_PALETTE};

  /// @param signedInput the stored values of the image are signed
  public static Optional<Palette> of(DataSet dataSet, boolean signedInput) {
    var tables = new LookupTable[3];
    for (int i = 0; i < 3; i++) {
      var table = LookupTable.of(dataSet, DESCRIPTORS[i], DATA[i], signedInput);
      if (table.isEmpty()) table = segmented(dataSet, DESCRIPTORS[i], new Tag(DATA[i].packed() + 0x20), signedInput);
      if (table.isEmpty()) return Optional.empty();
      tables[i] = table.get();
    }
    int bits = Math.max(tables[0].bits(), Math.max(tables[1].bits(), tables[2].bits()));
    for (int i = 0; i < 3; i++) tables[i] = new LookupTable(tables[i].first(), tables[i].entries(), bits > 8 ? 16 : 8);
    return Optional.of(new Palette(tables[0], tables[1], tables[2]));
  }

  /// Segments (PS3.3 C.7.9.2): 0 copies words, 1 goes straight to a value, 2 repeats segments from an offset.
  private static Optional<LookupTable> segmented(DataSet dataSet, Tag descriptor, Tag data, boolean signedInput) {
    var d = dataSet.find(descriptor);
    var segments = dataSet.find(data);
    if (d.isEmpty() || segments.isEmpty() || Numbers.count(d.get()) < 3 || !(segments.get().value() instanceof Value.Bytes)) return Optional.empty();
    int count = (int) Numbers.binary(d.get(), 0) & 0xFFFF;
    var entries = new int[count == 0 ? 65_536 : count];
    var words = new DataElement(data, VR.OW, segments.get().value());
    int done = expand(words, 0, (int) Math.min(Numbers.count(words), 1 << 20), entries, 0, true);
    if (done < entries.length) return Optional.empty();
    int first = (int) Numbers.binary(d.get(), 1);
    return Optional.of(new LookupTable(signedInput ? (short) first : first & 0xFFFF, entries, 16));
  }

  private static int expand(DataElement words, int from, int to, int[] entries, int filled, boolean mayRepeat) {
    int at = from;
    int done = filled;
    while (at + 1 < to && done < entries.length) {
      int kind = word(words, at);
      int length = word(words, at + 1);
      at += 2;
      if (kind == 0) {
        for (int i = 0; i < length && at < to && done < entries.length; i++) entries[done++] = word(words, at++);
      } else if (kind == 1 && at < to && done > 0) {
        int start = entries[done - 1];
        int end = word(words, at++);
        for (int i = 1; i <= length && done < entries.length; i++) entries[done++] = start + (int) Math.round((double) (end - start) * i / length);
      } else if (kind == 2 && mayRepeat && at + 1 < to) {
        int offset = word(words, at) | word(words, at + 1) << 16;
        at += 2;
        if (offset < 0 || offset / 2 >= to) return done;
        for (int s = 0, p = offset / 2; s < length && p + 1 < to && done < entries.length; s++) {
          int size = word(words, p) == 0 ? 2 + word(words, p + 1) : 3;
          done = expand(words, p, Math.min(to, p + size), entries, done, false);
          p += size;
        }
      } else {
        return done;
      }
    }
    return done;
  }

  private static int word(DataElement words, int index) {
    return (int) Numbers.binary(words, index) & 0xFFFF;
  }

  /// The colour of a stored value, opaque.
  public int argb(int value) {
    return 0xFF00_0000 | eight(red, value) << 16 | eight(green, value) << 8 | eight(blue, value);
  }

  private static int eight(LookupTable table, int value) {
    return table.bits() > 8 ? table.at(value) >>> 8 : table.at(value) & 0xFF;
  }
}
