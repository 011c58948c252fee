package umbra.workspace.template;

import java.util.List;
import java.util.stream.Collectors;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// What decides where a device burns text in: who made it, its software, the size of the image, and the layout of an ultrasound screen.
///
/// @param ultrasoundRegions corners `x0,y0,x1,y1` of the items of Sequence of Ultrasound Regions, sorted, parted by blanks; empty if
///     there is none
public record Device(String manufacturer, String model, String software, int columns, int rows, String ultrasoundRegions) {
  private static final Tag MANUFACTURER = Tag.of(0x0008, 0x0070);
  private static final Tag MODEL = Tag.of(0x0008, 0x1090);
  private static final Tag SOFTWARE = Tag.of(0x0018, 0x1020);
  private static final Tag REGIONS = Tag.of(0x0018, 0x6011);
  /// Region Location Min X0, Min Y0, Max X1, Max Y1 (PS3.3 C.8.5.5).
  private static final List<Tag> CORNERS = List.of(Tag.of(0x0018, 0x6018), Tag.of(0x0018, 0x601A), Tag.of(0x0018, 0x601C), Tag.of(0x0018, 0x601E));

  public static Device of(DataSet header) {
    var regions = header.items(REGIONS).stream().map(i -> CORNERS.stream().map(t -> String.valueOf(number(i, t))).collect(Collectors.joining(","))).sorted().toList();
    return new Device(word(header, MANUFACTURER), word(header, MODEL), word(header, SOFTWARE), (int) number(header, Tags.COLUMNS), (int) number(header, Tags.ROWS), String.join(" ", regions));
  }

  private static String word(DataSet header, Tag tag) {
    return header.text(tag).orElse("").strip();
  }

  private static long number(DataSet header, Tag tag) {
    return header.find(tag).filter(e -> Numbers.count(e) > 0).map(e -> Numbers.binary(e, 0)).orElse(0L);
  }

  /// A side of 0 may be any.
  boolean hasSizeOf(Device other) {
    return (columns == 0 || columns == other.columns) && (rows == 0 || rows == other.rows);
  }

  /// Nothing but a size would fit every image of that size.
  boolean isNamed() {
    return !manufacturer.isBlank() && !model.isBlank() && (columns > 0 || rows > 0);
  }
}
