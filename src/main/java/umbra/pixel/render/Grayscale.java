package umbra.pixel.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.DoublePredicate;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;

/// The grayscale pipeline of PS3.4 N.2 as the header states it for one frame: Modality LUT, VOI LUT, Presentation LUT.
public final class Grayscale {
  private static final Tag PRESENTATION_LUT_SHAPE = Tag.of(0x2050, 0x0020);
  private static final Tag PIXEL_VALUE_TRANSFORMATION = Tag.of(0x0028, 0x9145);
  private static final Tag WINDOW_EXPLANATION = Tag.of(0x0028, 0x1055);
  private static final int MOST_WINDOWS = 20;
  private static final Tag FRAME_VOI_LUT = Tag.of(0x0028, 0x9132);

  private final DataSet dataSet;
  private final ImagePixel image;
  private final DataSet modality;
  private final DataSet voi;

  /// @param frame index from 0, for functional groups
  public Grayscale(DataSet dataSet, ImagePixel image, int frame) {
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

  /// The Modality LUT where it is a table; then slope is 1 and intercept 0.
  public Optional<LookupTable> modalityTable() {
    return modality.items(Tags.MODALITY_LUT_SEQUENCE).stream().findFirst().flatMap(i -> LookupTable.ofItem(i, image.signed()));
  }

  /// Rescale Slope, never 0.
  public float slope() {
    if (modalityTable().isPresent()) return 1;
    float slope = (float) modality.decimal(Tags.RESCALE_SLOPE, 0).orElse(1);
    return slope == 0 ? 1 : slope;
  }

  public float intercept() {
    return modalityTable().isPresent() ? 0 : (float) modality.decimal(Tags.RESCALE_INTERCEPT, 0).orElse(0);
  }

  /// The first VOI LUT that is a table: it is used until a window is chosen.
  public Optional<LookupTable> voiTable() {
    return voi.items(Tags.VOI_LUT_SEQUENCE).stream().findFirst().flatMap(i -> LookupTable.ofItem(i, image.signed() || modality.contains(Tags.RESCALE_INTERCEPT)));
  }

  /// The windows that the image states, by their explanations, in its order.
  public SequencedMap<String, Window> windows() {
    var windows = new LinkedHashMap<String, Window>();
    var names = voi.texts(WINDOW_EXPLANATION);
    for (int i = 0; i < MOST_WINDOWS; i++) {
      var window = Window.of(voi, i);
      if (window.isEmpty()) break;
      windows.putIfAbsent(i < names.size() && !names.get(i).isBlank() ? names.get(i) : "Window " + (i + 1), window.get());
    }
    return windows;
  }

  /// A window that needs no look at the values: stated, or all of 1 or 8 bits.
  public Optional<Window> plainWindow() {
    var stated = Window.of(voi, 0);
    if (stated.isPresent()) return stated;
    if (image.type() == SampleType.INTEGER && image.bitsStored() == 1) return Optional.of(new Window(0.5, 1, Window.Function.LINEAR_EXACT));
    boolean full = image.type() == SampleType.INTEGER && image.bitsStored() <= 8 && !image.signed() && slope() == 1 && intercept() == 0;
    return full ? Optional.of(Window.linear((1 << image.bitsStored()) / 2.0, 1 << image.bitsStored())) : Optional.empty();
  }

  /// The grays are shown the other way round (PS3.3 C.7.6.3.1.2, C.11.6.1.2).
  public boolean isInverse() {
    var shape = dataSet.text(PRESENTATION_LUT_SHAPE);
    return shape.isPresent() ? shape.get().equals("INVERSE") : image.photometric() == Photometric.MONOCHROME1;
  }

  /// @param chosen a window to use instead of what the image states
  int[] argb(Raster raster, Optional<Window> chosen) {
    var stored = StoredValues.of(raster, image);
    var table = modalityTable();
    if (table.isPresent()) {
      for (int i = 0; i < stored.length; i++) stored[i] = table.get().at((int) stored[i]);
    }
    float slope = slope();
    float intercept = intercept();
    var gray = new byte[stored.length];
    var voiTable = chosen.isPresent() ? Optional.<LookupTable>empty() : voiTable();
    if (voiTable.isPresent()) {
      for (int i = 0; i < gray.length; i++) gray[i] = (byte) Math.round(255 * voiTable.get().fraction(stored[i] * slope + intercept));
    } else {
      var window = chosen.or(this::plainWindow).orElseGet(() -> AutoWindow.of(stored.length, i -> stored[i], slope, intercept, padding()));
      window.apply(stored, slope, intercept, gray);
    }
    return shown(gray);
  }

  /// Which stored values are no part of the image: Pixel Padding Value, or the range to its limit (PS3.3 C.7.5.1.1.2).
  public DoublePredicate padding() {
    var value = dataSet.integer(Tags.PIXEL_PADDING_VALUE);
    if (value.isEmpty() || modalityTable().isPresent()) return _ -> false;
    int one = image.signed() ? (short) value.getAsInt() : value.getAsInt() & 0xFFFF;
    var limit = dataSet.integer(Tags.PIXEL_PADDING_RANGE_LIMIT);
    int other = limit.isEmpty() ? one : image.signed() ? (short) limit.getAsInt() : limit.getAsInt() & 0xFFFF;
    return v -> v >= Math.min(one, other) && v <= Math.max(one, other);
  }

  private int[] shown(byte[] gray) {
    int flip = isInverse() ? 0xFF : 0;
    var argb = new int[gray.length];
    for (int i = 0; i < argb.length; i++) argb[i] = 0xFF00_0000 | ((gray[i] & 0xFF) ^ flip) * 0x01_0101;
    return argb;
  }
}
