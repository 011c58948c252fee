package umbra.catalog.finding;

/// A box to blacken, drawn by a person or taken over from a finding.
///
/// @param instance row of the catalogue; 0 for all instances of the series
/// @param frameFirst from 1; 0 for all frames
/// @param frameLast included; 0 for all frames
/// @param x pixels from the left edge of the stored frame, from 0
public record RegionRow(long id, long series, long instance, int frameFirst, int frameLast, int x, int y, int width, int height, String author, String reason) {
  public RegionRow {
    if (width < 1 || height < 1) throw new IllegalArgumentException("a region is at least one pixel wide and high");
    if (frameFirst < 0 || frameLast < frameFirst) throw new IllegalArgumentException("frames of a region are numbered from 1, the first before the last; 0 and 0 mean all");
  }

  /// Whether it lies on this instance.
  public boolean isOn(long instanceId) {
    return instance == 0 || instance == instanceId;
  }

  /// The same box elsewhere on the picture.
  public RegionRow at(int left, int top, int wide, int high) {
    return new RegionRow(id, series, instance, frameFirst, frameLast, left, top, wide, high, author, reason);
  }

  /// Fields parted by line feeds, as edits store it.
  public String stored() {
    return series + "\n" + instance + "\n" + frameFirst + "\n" + frameLast + "\n" + x + "\n" + y + "\n" + width + "\n" + height + "\n" + author.replace('\n', ' ') + "\n" + reason.replace('\n', ' ');
  }

  static RegionRow ofStored(long id, String stored) {
    var f = stored.split("\n", -1);
    return new RegionRow(id, Long.parseLong(f[0]), Long.parseLong(f[1]), Integer.parseInt(f[2]), Integer.parseInt(f[3]), Integer.parseInt(f[4]), Integer.parseInt(f[5]), Integer.parseInt(f[6]),
        Integer.parseInt(f[7]), f[8], f[9]);
  }
}
