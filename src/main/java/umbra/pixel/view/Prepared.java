package umbra.pixel.view;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.DoublePredicate;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;
import umbra.pixel.render.AutoWindow;
import umbra.pixel.render.GrayLook;
import umbra.pixel.render.Grayscale;
import umbra.pixel.render.LookupTable;
import umbra.pixel.render.Overlays;
import umbra.pixel.render.Palette;
import umbra.pixel.render.Window;

/// A frame with all that its header says of showing it: outlives the file.
public sealed interface Prepared {
  /// What is shown; stored values for gray frames without a Modality LUT table.
  Plane plane();

  /// Overlay planes as samples of 0 and 255.
  Optional<Plane> overlay();

  /// A gray frame.
  ///
  /// @param slope from the plane's values to those a window counts in
  /// @param table used until a window is chosen
  /// @param plain the window to begin with, where it needs no look at the values
  /// @param windows what the image states, by name
  /// @param padding which values of the plane are no part of the image
  record Gray(Plane plane, float slope, float intercept, boolean inverse, Optional<LookupTable> table, Optional<Window> plain,
      SequencedMap<String, Window> windows, DoublePredicate padding, Optional<Plane> overlay) implements Prepared {

    /// From the 0.5th to the 99.5th percentile without padding.
    public Window autoWindow() {
      return AutoWindow.of(plane.rows() * plane.columns(), plane::at, slope, intercept, padding);
    }

    /// As a presentation state wants it: what that states takes the place of what the image states. A table of the state is used, not the windows
    /// of the image, until a window is chosen.
    public Gray shown(GrayLook look) {
      float newSlope = look.rescale().map(GrayLook.Rescale::slope).orElse(slope);
      float newIntercept = look.rescale().map(GrayLook.Rescale::intercept).orElse(intercept);
      boolean states = look.voi().isPresent() || look.window().isPresent();
      return new Gray(plane, newSlope, newIntercept, look.inverse().orElse(inverse), states ? look.voi() : table, look.window().or(() -> plain), windows, padding, overlay);
    }

    public double rescaled(int x, int y) {
      return plane.at(x, y, 0) * (double) slope + intercept;
    }
  }

  /// A colour frame of three samples or more.
  ///
  /// @param shift bits to drop from a sample so that 8 are left
  record Colour(Plane plane, boolean ybr, int shift, Optional<Plane> overlay) implements Prepared {}

  /// @param frame index from 0
  /// @param file for the messages
  /// @throws DicomFormatException if the header lacks what its Photometric Interpretation needs
  static Prepared of(DataSet dataSet, ImagePixel image, Raster raster, int frame, String file) throws DicomException {
    var overlay = Overlays.isAny(dataSet) ? Optional.of(overlay(dataSet, image, raster, frame)) : Optional.<Plane>empty();
    if (raster.samples() >= 3) {
      var p = raster.photometric();
      boolean ybr = p.isYbr() && p != Photometric.YBR_RCT && p != Photometric.YBR_ICT;
      return new Colour(Plane.words(raster), ybr, Math.max(0, image.bitsStored() - 8), overlay);
    }
    var stored = Plane.stored(raster, image);
    if (raster.photometric() == Photometric.PALETTE_COLOR) {
      var palette = Palette.of(dataSet, image.signed());
      if (palette.isEmpty()) throw new DicomFormatException("palette missing or damaged", Place.of(file));
      return new Colour(coloured(stored, palette.get()), false, 0, overlay);
    }
    var gray = new Grayscale(dataSet, image, frame);
    var table = gray.modalityTable();
    var plane = table.isPresent() ? mapped(stored, table.get()) : stored;
    return new Gray(plane, gray.slope(), gray.intercept(), gray.isInverse(), gray.voiTable(), gray.plainWindow(), gray.windows(), gray.padding(), overlay);
  }

  private static Plane mapped(Plane stored, LookupTable table) {
    var values = new float[stored.rows() * stored.columns()];
    for (int i = 0; i < values.length; i++) values[i] = table.at((int) stored.at(i * stored.samples()));
    return new Plane(stored.rows(), stored.columns(), 1, new Samples.Floats(values), true, 0, 0);
  }

  private static Plane coloured(Plane stored, Palette palette) {
    var rgb = new byte[3 * stored.rows() * stored.columns()];
    for (int i = 0; i < rgb.length / 3; i++) {
      int argb = palette.argb((int) stored.at(i * stored.samples()));
      rgb[3 * i] = (byte) (argb >> 16);
      rgb[3 * i + 1] = (byte) (argb >> 8);
      rgb[3 * i + 2] = (byte) argb;
    }
    return new Plane(stored.rows(), stored.columns(), 3, new Samples.Bytes(rgb, false), false, 24, 24);
  }

  private static Plane overlay(DataSet dataSet, ImagePixel image, Raster raster, int frame) {
    var argb = new int[raster.rows() * raster.columns()];
    Overlays.paint(dataSet, image, raster, frame, argb);
    var mask = new byte[argb.length];
    for (int i = 0; i < mask.length; i++) mask[i] = (byte) (argb[i] == 0 ? 0 : 255);
    return new Plane(raster.rows(), raster.columns(), 1, new Samples.Bytes(mask, false), false, 24, 24);
  }

  /// Memory it takes up.
  default long bytes() {
    return plane().bytes() + overlay().map(Plane::bytes).orElse(0L);
  }
}
