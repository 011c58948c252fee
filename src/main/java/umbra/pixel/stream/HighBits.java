package umbra.pixel.stream;

import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.pixel.ImagePixel;
import umbra.pixel.SampleType;

/// The bits of a word that the stored value does not use, and the overlay planes that old files keep there (PS3.5 8.1.2,
/// PS3.3-2004 C.9.2).
public final class HighBits {
  private HighBits() {}

  /// The bits of a word that hold an overlay plane, each set to one; 0 if there is none.
  public static long overlays(DataSet dataSet, ImagePixel image) {
    if (image.samples() != 1 || image.type() != SampleType.INTEGER) return 0;
    long bits = 0;
    for (int group = 0x6000; group <= 0x601E; group += 2) {
      int bit = dataSet.integer(Tag.of(group, 0x0102)).orElse(0);
      if (dataSet.contains(Tag.of(group, 0x3000)) || !dataSet.contains(Tag.of(group, 0x0102)) || bit < 0 || bit >= image.bitsAllocated()) continue;
      bits |= 1L << bit;
    }
    return bits & ~stored(image);
  }

  /// The bits of a word that hold the stored value.
  public static long stored(ImagePixel image) {
    return ((1L << image.bitsStored()) - 1) << image.highBit() + 1 - image.bitsStored();
  }

  /// The word for a stored value: it stands at its place, a negative one goes on to the top unless overlays live there.
  public static long word(long value, ImagePixel image, long overlays) {
    long word = value << image.highBit() + 1 - image.bitsStored();
    long all = image.bitsAllocated() == 64 ? -1 : (1L << image.bitsAllocated()) - 1;
    return word & all & (overlays == 0 ? -1 : stored(image));
  }
}
