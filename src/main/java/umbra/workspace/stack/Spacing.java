package umbra.workspace.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.pixel.place.FunctionalGroups;

/// How far the middles of neighbouring pixels are apart, and which attribute says so.
///
/// @param columnMm between columns, along a row
/// @param rowMm between rows
/// @param attribute its keyword
/// @param area the part of the image it holds for
public record Spacing(double columnMm, double rowMm, String attribute, Area area) {
  private static final Tag PIXEL_SPACING = Tag.of(0x0028, 0x0030);
  private static final Tag IMAGER_PIXEL_SPACING = Tag.of(0x0018, 0x1164);
  private static final Tag NOMINAL_SCANNED_PIXEL_SPACING = Tag.of(0x0018, 0x2010);
  private static final Tag PIXEL_MEASURES = Tag.of(0x0028, 0x9110);
  private static final Tag ULTRASOUND_REGIONS = Tag.of(0x0018, 0x6011);
  private static final int CENTIMETRES = 3;

  /// Stored pixels from the top left corner, both ends included.
  public record Area(double x0, double y0, double x1, double y1) {
    static final Area ALL = new Area(-1e9, -1e9, 1e9, 1e9);

    boolean contains(double x, double y) {
      return x >= x0 && y >= y0 && x <= x1 + 1 && y <= y1 + 1;
    }
  }

  /// All that the header states for a frame, the best first: Pixel Spacing, then spacing at the detector or the film, then
  /// the regions of an ultrasound image.
  ///
  /// @param frame index from 0
  static List<Spacing> of(DataSet dataSet, int frame) {
    var all = new ArrayList<Spacing>();
    stated(FunctionalGroups.macro(dataSet, frame, PIXEL_MEASURES), PIXEL_SPACING, "PixelSpacing").ifPresent(all::add);
    stated(dataSet, IMAGER_PIXEL_SPACING, "ImagerPixelSpacing").ifPresent(all::add);
    stated(dataSet, NOMINAL_SCANNED_PIXEL_SPACING, "NominalScannedPixelSpacing").ifPresent(all::add);
    for (var region : dataSet.items(ULTRASOUND_REGIONS)) ultrasound(region).ifPresent(all::add);
    return List.copyOf(all);
  }

  private static Optional<Spacing> stated(DataSet dataSet, Tag tag, String keyword) {
    double row = dataSet.decimal(tag, 0).orElse(0);
    double column = dataSet.decimal(tag, 1).orElse(row);
    return row > 0 && column > 0 ? Optional.of(new Spacing(column, row, keyword, Area.ALL)) : Optional.empty();
  }

  /// PS3.3 C.8.5.5.1: physical units 3 are centimetres.
  private static Optional<Spacing> ultrasound(DataSet region) {
    boolean lengths = region.integer(Tag.of(0x0018, 0x6024)).orElse(0) == CENTIMETRES && region.integer(Tag.of(0x0018, 0x6026)).orElse(0) == CENTIMETRES;
    double x = Math.abs(region.decimal(Tag.of(0x0018, 0x602C), 0).orElse(0));
    double y = Math.abs(region.decimal(Tag.of(0x0018, 0x602E), 0).orElse(0));
    if (!lengths || x == 0 || y == 0) return Optional.empty();
    var area = new Area(region.decimal(Tag.of(0x0018, 0x6018), 0).orElse(0), region.decimal(Tag.of(0x0018, 0x601A), 0).orElse(0),
        region.decimal(Tag.of(0x0018, 0x601C), 0).orElse(0), region.decimal(Tag.of(0x0018, 0x601E), 0).orElse(0));
    return Optional.of(new Spacing(10 * x, 10 * y, "PhysicalDeltaX/Y", area));
  }

  /// Whether it holds for both ends of a line.
  public boolean holdsFor(double x0, double y0, double x1, double y1) {
    return area.contains(x0, y0) && area.contains(x1, y1);
  }

  public double millimetres(double x0, double y0, double x1, double y1) {
    return Math.hypot((x1 - x0) * columnMm, (y1 - y0) * rowMm);
  }
}
