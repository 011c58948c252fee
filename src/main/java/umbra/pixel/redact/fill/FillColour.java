package umbra.pixel.redact.fill;

import java.util.Arrays;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.SampleType;
import umbra.pixel.render.Palette;

/// The stored value of each sample of a blackened pixel (PS3.3 C.7.6.3.1.2).
public final class FillColour {
  private static final Tag FLOAT_PADDING = Tag.of(0x0028, 0x0122);
  private static final Tag DOUBLE_PADDING = Tag.of(0x0028, 0x0123);

  private FillColour() {}

  /// Integers for the samples of a pixel in the range of the stored bits.
  ///
  /// @param photometric of the samples that are written: after decoding it may be another than that of the header
  /// @param bits of a sample: Bits Stored, or the precision of a code stream if that is less
  public static long[] of(DataSet dataSet, ImagePixel image, Photometric photometric, int bits, Fill fill) {
    long least = image.signed() ? -(1L << bits - 1) : 0;
    long most = least + (1L << bits) - 1;
    var colour = new long[image.samples()];
    switch (fill) {
      case Fill.Stored(int value) -> Arrays.fill(colour, Math.max(least, Math.min(value, most)));
      case Fill.Black _ -> {
        long middle = least + (1L << bits - 1);
        switch (photometric) {
          case MONOCHROME1 -> Arrays.fill(colour, most);
          case PALETTE_COLOR -> Arrays.fill(colour, darkest(dataSet, image, least, most));
          case YBR_FULL, YBR_FULL_422, YBR_ICT, YBR_RCT -> {
            Arrays.fill(colour, middle);
            colour[0] = least;
          }
          case YBR_PARTIAL_420, YBR_PARTIAL_422 -> {
            Arrays.fill(colour, middle);
            colour[0] = least + (16L << Math.max(0, bits - 8));
          }
          case CMYK -> {
            Arrays.fill(colour, least);
            colour[colour.length - 1] = most;
          }
          case MONOCHROME2, RGB, HSV, ARGB, XYB -> Arrays.fill(colour, least);
        }
      }
    }
    return colour;
  }

  /// The entry of the palette with the least light, the lowest of several; the least value if there is no palette.
  private static long darkest(DataSet dataSet, ImagePixel image, long least, long most) {
    var palette = Palette.of(dataSet, image.signed());
    if (palette.isEmpty()) return least;
    long found = least;
    int light = Integer.MAX_VALUE;
    for (long value = least; value <= Math.min(most, least + 0xFFFF) && light > 0; value++) {
      int argb = palette.get().argb((int) value);
      int here = 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF);
      if (here >= light) continue;
      light = here;
      found = value;
    }
    return found;
  }

  /// The value for floating point images, in which no number is black: their padding value, or zero.
  public static double floating(DataSet dataSet, ImagePixel image, Fill fill) {
    return switch (fill) {
      case Fill.Stored(int value) -> value;
      case Fill.Black _ -> dataSet.decimal(image.type() == SampleType.FLOAT ? FLOAT_PADDING : DOUBLE_PADDING, 0).orElse(0);
    };
  }
}
