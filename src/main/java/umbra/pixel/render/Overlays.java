package umbra.pixel.render;

import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Value;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;

/// Overlay planes (PS3.3 C.9.2): bits of their own in 60xx, or bits of the pixel words that the image does not use.
public final class Overlays {
  private static final int WHITE = 0xFFFF_FFFF;

  private Overlays() {}

  /// Whether there is any plane, of either kind.
  public static boolean isAny(DataSet dataSet) {
    for (int group = 0x6000; group <= 0x601E; group += 2) {
      if (dataSet.contains(Tag.of(group, 0x3000)) || dataSet.contains(Tag.of(group, 0x0102))) return true;
    }
    return false;
  }

  /// Paints all planes of a frame white over the picture.
  ///
  /// @param frame index from 0
  public static void paint(DataSet dataSet, ImagePixel image, Raster raster, int frame, int[] argb) {
    for (int group = 0x6000; group <= 0x601E; group += 2) {
      if (dataSet.contains(Tag.of(group, 0x3000))) own(dataSet, group, image, frame, argb);
      else if (dataSet.contains(Tag.of(group, 0x0102))) embedded(dataSet, group, image, raster, argb);
    }
  }

  private static void own(DataSet dataSet, int group, ImagePixel image, int frame, int[] argb) {
    int rows = dataSet.integer(Tag.of(group, 0x0010)).orElse(0);
    int columns = dataSet.integer(Tag.of(group, 0x0011)).orElse(0);
    int frames = dataSet.integer(Tag.of(group, 0x0015)).orElse(1);
    int first = dataSet.integer(Tag.of(group, 0x0051)).orElse(1);
    int plane = frames <= 1 && first <= 1 ? 0 : frame + 1 - first;
    var data = dataSet.find(Tag.of(group, 0x3000)).orElseThrow();
    if (rows <= 0 || columns <= 0 || plane < 0 || plane >= Math.max(1, frames) || !(data.value() instanceof Value.Bytes(var raw, var order))) return;
    long firstBit = (long) plane * rows * columns;
    if ((firstBit + (long) rows * columns + 7) / 8 > raw.length()) return;
    boolean swapped = order == java.nio.ByteOrder.BIG_ENDIAN && data.vr().unitBytes() == 2;
    int top = origin(dataSet, group, 0);
    int left = origin(dataSet, group, 1);
    var bytes = raw.slice(firstBit / 8 & ~1L, raw.length() - (firstBit / 8 & ~1L)).bytes();
    long skipped = (firstBit / 8 & ~1L) * 8;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        long bit = firstBit + (long) y * columns + x - skipped;
        long at = bit >>> 3;
        byte b = bytes.get(java.lang.foreign.ValueLayout.JAVA_BYTE, swapped && (at ^ 1) < bytes.byteSize() ? at ^ 1 : at);
        if ((b >>> (bit & 7) & 1) == 1) dot(image, left + x, top + y, argb);
      }
    }
  }

  /// Overlay Origin counts rows and columns from 1.
  private static int origin(DataSet dataSet, int group, int index) {
    return dataSet.find(Tag.of(group, 0x0050)).filter(e -> Numbers.count(e) > index).map(e -> (int) (short) Numbers.binary(e, index) - 1).orElse(0);
  }

  private static void dot(ImagePixel image, int x, int y, int[] argb) {
    if (x >= 0 && y >= 0 && x < image.columns() && y < image.rows()) argb[y * image.columns() + x] = WHITE;
  }

  private static void embedded(DataSet dataSet, int group, ImagePixel image, Raster raster, int[] argb) {
    int bit = dataSet.integer(Tag.of(group, 0x0102)).orElse(0);
    boolean used = bit <= image.highBit() && bit > image.highBit() - image.bitsStored();
    if (used || bit >= image.bitsAllocated() || raster.samples() != 1) return;
    for (int i = 0; i < argb.length; i++) {
      int word = switch (raster.values()) {
        case Samples.Bytes(var array, _) -> array[i];
        case Samples.Shorts(var array, _) -> array[i];
        case Samples.Ints(var array, _) -> array[i];
        case Samples.Floats _, Samples.Doubles _ -> 0;
      };
      if ((word >>> bit & 1) == 1) argb[i] = WHITE;
    }
  }
}
