package umbra.workspace.deidentify;

import java.util.List;
import java.util.Map;
import umbra.pixel.redact.region.Region;

/// A row of a file of regions: `series_instance_uid,sop_instance_uid,frame_first,frame_last,x,y,width,height` and, if wanted,
/// `state,author,reason`.
///
/// @param instance empty for the whole series
public record RegionLine(String series, String instance, Region region, String author, String reason) {
  private static final List<String> NEEDED = List.of("series_instance_uid", "sop_instance_uid", "frame_first", "frame_last", "x", "y", "width", "height");

  /// @throws IllegalArgumentException saying what is wrong with the row
  public static RegionLine of(Map<String, String> row) {
    if (!row.keySet().containsAll(NEEDED)) throw new IllegalArgumentException("the header must have " + String.join(",", NEEDED));
    var state = row.getOrDefault("state", "").strip();
    if (!List.of("", "drawn", "applied").contains(state)) throw new IllegalArgumentException("the state must be drawn, applied or empty");
    boolean all = row.get("frame_first").isBlank() && row.get("frame_last").isBlank();
    int first = all ? 1 : number(row, "frame_first", 1);
    int last = all ? Region.LAST : number(row, "frame_last", 1);
    if (last < first) throw new IllegalArgumentException("frame_last is before frame_first");
    var region = new Region(first, last, number(row, "x", Integer.MIN_VALUE), number(row, "y", Integer.MIN_VALUE), number(row, "width", 1), number(row, "height", 1));
    return new RegionLine(row.get("series_instance_uid").strip(), row.get("sop_instance_uid").strip(), region, row.getOrDefault("author", ""), row.getOrDefault("reason", ""));
  }

  private static int number(Map<String, String> row, String column, int least) {
    try {
      int value = Integer.parseInt(row.get(column).strip());
      if (value >= least) return value;
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(column + " is no whole number");
    }
    throw new IllegalArgumentException(column + " must be at least " + least);
  }

  boolean isOf(String seriesUid, String instanceUid) {
    return series.equals(seriesUid) && (instance.isEmpty() || instance.equals(instanceUid));
  }
}
