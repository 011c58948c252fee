package umbra.object.slide;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// One object of a slide (PS3.3 A.32.8): a level of its pyramid, or an image beside it.
///
/// @param columns pixels across the Total Pixel Matrix; `rows` down
/// @param micronsPerPixel across; empty if not stated
/// @param label what Label Text and Barcode Value say
/// @param planes focal planes and optical paths together; the first one is shown
public record SlideImage(Kind kind, int columns, int rows, int tileColumns, int tileRows, TileMap tiles, OptionalDouble micronsPerPixel, List<String> label, int planes) {
  /// Value 3 of Image Type.
  public enum Kind { VOLUME, LABEL, OVERVIEW, THUMBNAIL }

  private static final Tag TOTAL_COLUMNS = Tag.of(0x0048, 0x0006);
  private static final Tag TOTAL_ROWS = Tag.of(0x0048, 0x0007);
  private static final Tag IMAGE_TYPE = Tag.of(0x0008, 0x0008);
  private static final Tag PIXEL_MEASURES = Tag.of(0x0028, 0x9110);
  private static final Tag PIXEL_SPACING = Tag.of(0x0028, 0x0030);
  private static final Tag LABEL_TEXT = Tag.of(0x2200, 0x0002);
  private static final Tag BARCODE = Tag.of(0x2200, 0x0005);

  public SlideImage {
    label = List.copyOf(label);
  }

  public static SlideImage of(DataSet d) {
    int tileColumns = Math.max(1, d.integer(Tags.COLUMNS).orElse(1));
    int tileRows = Math.max(1, d.integer(Tags.ROWS).orElse(1));
    int columns = Math.max(1, d.integer(TOTAL_COLUMNS).orElse(tileColumns));
    int rows = Math.max(1, d.integer(TOTAL_ROWS).orElse(tileRows));
    var tiles = TileMap.of(d, columns, rows, tileColumns, tileRows);
    int frames = Math.max(1, d.integer(Tags.NUMBER_OF_FRAMES).orElse(1));
    int planes = tiles.size() > 0 ? Math.max(1, (int) Math.round((double) frames / tiles.size())) : 1;
    return new SlideImage(kind(d.texts(IMAGE_TYPE)), columns, rows, tileColumns, tileRows, tiles, microns(d),
        java.util.stream.Stream.of(LABEL_TEXT, BARCODE).flatMap(t -> d.text(t).stream()).toList(), planes);
  }

  private static Kind kind(List<String> imageType) {
    var third = imageType.size() > 2 ? imageType.get(2).strip().toUpperCase(Locale.ROOT) : "";
    return switch (third) {
      case "LABEL" -> Kind.LABEL;
      case "OVERVIEW", "LOCALIZER" -> Kind.OVERVIEW;
      case "THUMBNAIL" -> Kind.THUMBNAIL;
      default -> Kind.VOLUME;
    };
  }

  private static OptionalDouble microns(DataSet d) {
    for (var shared : d.items(Tags.SHARED_FUNCTIONAL_GROUPS)) {
      for (var measures : shared.items(PIXEL_MEASURES)) {
        var mm = measures.decimal(PIXEL_SPACING, 1);
        if (mm.isPresent() && mm.getAsDouble() > 0) return OptionalDouble.of(mm.getAsDouble() * 1000);
      }
    }
    return OptionalDouble.empty();
  }
}
