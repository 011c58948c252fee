package umbra.pixel.render;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;

/// The grayscale pipeline of PS3.4 N.2: Modality LUT, VOI LUT, Presentation LUT.
final class Grayscale {
  private static final Tag PRESENTATION_LUT_SHAPE = Tag.of(0x2050, 0x0020);
  private static final Tag PIXEL_VALUE_TRANSFORMATION = Tag.of(0x0028, 0x9145);
  private static final Tag FRAME_VOI_LUT = Tag.of(0x0028, 0x9132);

  private final DataSet dataSet;
  private final ImagePixel image;
  private final DataSet modality;
  private final DataSet voi;

  /// @param frame index from 0, for functional groups
  Grayscale(DataSet dataSet, ImagePixel image, int frame) {
    this.dataSet = dataSet;
    this.image = image;
    this.modality = group(frame, PIXEL_VALUE_TRANSFORMATION);
    this.voi = group(frame, FRAME_VOI_LUT);
  }

  /// The macro of a functional group for a frame (PS3.3 C.7.6.16), else the Data Set itself.
  private DataSet group(int frame, Tag macro) {
    var perFrame = dataSet.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS);
    var own = frame < perFrame.size() ? perFrame.get(frame).items(macro) : List.<DataSet>of();
    if (!own.isEmpty()) return own.getFirst();
    var shared = dataSet.items(Tags.SHARED_FUNCTIONAL_GROUPS);
    var common = shared.isEmpty() ? List.<DataSet>of() : shared.getFirst().items(macro);
    return common.isEmpty() ? dataSet : common.getFirst();
  }

  /// @param chosen a window to use instead of what the image states
  int[] argb(Raster raster, Optional<Window> chosen) {
    var stored = StoredValues.of(raster, image);
    var table = modality.items(Tags.MODALITY_LUT_SEQUENCE).stream().findFirst().flatMap(i -> LookupTable.ofItem(i, image.signed()));
    float slope = 1;
    float intercept = 0;
    var padding = padding();
    if (table.isPresent()) {
      for (int i = 0; i < stored.length; i++) stored[i] = table.get().at((int) stored[i]);
      padding = _ -> false;
    } else {
      slope = (float) modality.decimal(Tags.RESCALE_SLOPE, 0).orElse(1);
      intercept = (float) modality.decimal(Tags.RESCALE_INTERCEPT, 0).orElse(0);
      if (slope == 0) slope = 1;
    }
    var gray = new byte[stored.length];
    var voiTable = chosen.isPresent() ? Optional.<LookupTable>empty()
        : voi.items(Tags.VOI_LUT_SEQUENCE).stream().findFirst().flatMap(i -> LookupTable.ofItem(i, image.signed() || modality.contains(Tags.RESCALE_INTERCEPT)));
    if (voiTable.isPresent()) {
      for (int i = 0; i < gray.length; i++) gray[i] = (byte) Math.round(255 * voiTable.get().fraction(stored[i] * slope + intercept));
    } else {
      window(chosen, stored, slope, intercept, padding).apply(stored, slope, intercept, gray);
    }
    return shown(gray);
  }

  private Window window(Optional<Window> chosen, float[] stored, float slope, float intercept, DoublePredicate padding) {
    if (chosen.isPresent()) return chosen.get();
    var stated = Window.of(voi);
    if (stated.isPresent()) return stated.get();
    if (image.type() == SampleType.INTEGER && image.bitsStored() == 1) return new Window(0.5, 1, Window.Function.LINEAR_EXACT);
    boolean full = image.type() == SampleType.INTEGER && image.bitsStored() <= 8 && !image.signed() && slope == 1 && intercept == 0;
    if (full) return Window.linear((1 << image.bitsStored()) / 2.0, 1 << image.bitsStored());
    return AutoWindow.of(stored, slope, intercept, padding);
  }

  /// Pixel Padding Value, or the range to its limit (PS3.3 C.7.5.1.1.2).
  private DoublePredicate padding() {
    var value = dataSet.integer(Tags.PIXEL_PADDING_VALUE);
    if (value.isEmpty()) return _ -> false;
    int one = image.signed() ? (short) value.getAsInt() : value.getAsInt() & 0xFFFF;
    var limit = dataSet.integer(Tags.PIXEL_PADDING_RANGE_LIMIT);
    int other = limit.isEmpty() ? one : image.signed() ? (short) limit.getAsInt() : limit.getAsInt() & 0xFFFF;
    return v -> v >= Math.min(one, other) && v <= Math.max(one, other);
  }

  private int[] shown(byte[] gray) {
    var shape = dataSet.text(PRESENTATION_LUT_SHAPE);
    boolean inverse = shape.isPresent() ? shape.get().equals("INVERSE") : image.photometric() == Photometric.MONOCHROME1;
    int flip = inverse ? 0xFF : 0;
    var argb = new int[gray.length];
    for (int i = 0; i < argb.length; i++) argb[i] = 0xFF00_0000 | ((gray[i] & 0xFF) ^ flip) * 0x01_0101;
    return argb;
  }
}
