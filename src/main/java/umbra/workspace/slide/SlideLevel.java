package umbra.workspace.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.pixel.redact.region.Region;

/// The tiles of one image of a slide (PS3.3 C.8.12.4.1.1, C.8.12.14): where each frame stands in the total pixel matrix.
///
/// @param flavour VOLUME, LABEL, OVERVIEW or THUMBNAIL; empty if not stated
/// @param frameOfReference empty if not stated
/// @param offsets left and upper edge of each frame in the total pixel matrix, from 0
public record SlideLevel(String flavour, String frameOfReference, int columns, int rows, int tileColumns, int tileRows, List<int[]> offsets) {
  private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.77.1.6";
  private static final Set<String> FLAVOURS = Set.of("VOLUME", "LABEL", "OVERVIEW", "THUMBNAIL");
  private static final Tag PER_FRAME = Tag.of(0x5200, 0x9230);
  private static final Tag POSITION = Tag.of(0x0048, 0x021A);
  private static final int MOST_FRAMES = 1 << 22;

  public SlideLevel {
    offsets = List.copyOf(offsets);
  }

  /// Empty if it is no image of a slide.
  public static Optional<SlideLevel> of(DataSet d) {
    if (!isSlide(d.text(Tags.SOP_CLASS_UID).orElse(""))) return Optional.empty();
    int tileColumns = Math.max(1, d.integer(Tag.of(0x0028, 0x0011)).orElse(1));
    int tileRows = Math.max(1, d.integer(Tag.of(0x0028, 0x0010)).orElse(1));
    int columns = Math.max(1, d.integer(Tag.of(0x0048, 0x0006)).orElse(tileColumns));
    int rows = Math.max(1, d.integer(Tag.of(0x0048, 0x0007)).orElse(tileRows));
    var flavour = d.texts(Tag.of(0x0008, 0x0008)).stream().map(String::strip).filter(FLAVOURS::contains).findFirst().orElse("");
    return Optional.of(new SlideLevel(flavour, d.text(Tag.of(0x0020, 0x0052)).orElse("").strip(), columns, rows, tileColumns, tileRows, offsets(d, columns, rows, tileColumns, tileRows)));
  }

  static boolean isSlide(String sopClass) {
    return sopClass.equals(SOP_CLASS);
  }

  private static List<int[]> offsets(DataSet d, int columns, int rows, int tileColumns, int tileRows) {
    int frames = (int) Math.clamp(d.decimal(Tag.of(0x0028, 0x0008), 0).orElse(1), 1, MOST_FRAMES);
    var perFrame = d.items(PER_FRAME);
    var offsets = new ArrayList<int[]>(frames);
    int across = (columns + tileColumns - 1) / tileColumns;
    int down = (rows + tileRows - 1) / tileRows;
    for (int i = 0; i < frames; i++) {
      var stated = i < perFrame.size() ? perFrame.get(i).items(POSITION).stream().findFirst() : Optional.<DataSet>empty();
      int at = i % Math.max(1, across * down); // focal planes and optical paths come one after the other
      int x = stated.map(p -> p.integer(Tag.of(0x0048, 0x021E)).orElse(1) - 1).orElse(at % across * tileColumns);
      int y = stated.map(p -> p.integer(Tag.of(0x0048, 0x021F)).orElse(1) - 1).orElse(at / across * tileRows);
      offsets.add(new int[] {x, y});
    }
    return offsets;
  }

  boolean isVolume() {
    return flavour.equals("VOLUME") || flavour.equals("THUMBNAIL");
  }

  /// An area of the slide as parts of its width and height.
  record Area(double left, double top, double right, double bottom) {}

  /// What a box on some frames covers of the slide.
  ///
  /// @param first frame from 1
  List<Area> areas(int first, int last, int x, int y, int width, int height) {
    var areas = new ArrayList<Area>();
    for (int frame = Math.max(1, first); frame <= Math.min(last, offsets.size()); frame++) {
      var o = offsets.get(frame - 1);
      areas.add(new Area((double) (o[0] + x) / columns, (double) (o[1] + y) / rows, (double) (o[0] + x + width) / columns, (double) (o[1] + y + height) / rows));
    }
    return areas;
  }

  /// The boxes that cover an area here, grown to whole pixels, in each frame that it touches.
  List<Region> regions(Area area) {
    int left = (int) Math.floor(area.left() * columns) - 1;
    int top = (int) Math.floor(area.top() * rows) - 1;
    int right = (int) Math.ceil(area.right() * columns) + 1;
    int bottom = (int) Math.ceil(area.bottom() * rows) + 1;
    var regions = new ArrayList<Region>();
    for (int i = 0; i < offsets.size(); i++) {
      int x = Math.max(0, left - offsets.get(i)[0]);
      int y = Math.max(0, top - offsets.get(i)[1]);
      int toX = Math.min(tileColumns, right - offsets.get(i)[0]);
      int toY = Math.min(tileRows, bottom - offsets.get(i)[1]);
      if (x < toX && y < toY) regions.add(new Region(i + 1, i + 1, x, y, toX - x, toY - y));
    }
    return regions;
  }
}
