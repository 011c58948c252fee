package umbra.cli.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umbra.catalog.Collection;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;

/// Understands rows of a file of regions. A row that would hide nothing is an error: it is a slip of somebody who meant to hide something.
final class RegionRows {
  private static final int PAGE = 1000;
  private static final String ENCAPSULATED_PDF = "1.2.840.10008.5.1.4.1.1.104.1";
  private static final List<String> NEEDED = List.of("series_instance_uid", "sop_instance_uid", "frame_first", "frame_last", "x", "y", "width", "height");

  private final Collection collection;
  private final Map<String, List<Long>> series = new HashMap<>();
  private final Map<Long, List<InstanceRow>> instances = new HashMap<>();

  RegionRows(Collection collection) {
    this.collection = collection;
    long after = 0;
    for (var page = collection.allSeries(after, PAGE); !page.isEmpty(); page = collection.allSeries(after, PAGE)) {
      for (var row : page) series.computeIfAbsent(row.seriesInstanceUid(), _ -> new ArrayList<>()).add(row.id());
      after = page.getLast().id();
    }
  }

  /// One box for each series, or instance with each of its contents, that has the UIDs.
  ///
  /// @throws IllegalArgumentException saying what is wrong with the row
  List<RegionRow> of(Map<String, String> row) {
    if (!row.keySet().containsAll(NEEDED)) throw new IllegalArgumentException("the header must have " + String.join(",", NEEDED));
    var state = row.getOrDefault("state", "").strip();
    if (!List.of("", "drawn", "applied").contains(state)) throw new IllegalArgumentException("the state must be drawn, applied or empty");
    var ids = series.get(row.get("series_instance_uid").strip());
    if (ids == null) throw new IllegalArgumentException("no series has this Series Instance UID");
    var uid = row.get("sop_instance_uid").strip();
    var boxes = new ArrayList<RegionRow>();
    boolean known = false;
    for (long id : ids) {
      var of = instances.computeIfAbsent(id, collection::instances);
      if (uid.isEmpty()) {
        var box = box(row, id, 0);
        if (of.stream().anyMatch(i -> hides(box, i))) boxes.add(box);
        known = true;
        continue;
      }
      for (var instance : of) {
        if (!instance.sopInstanceUid().equals(uid)) continue;
        known = true;
        var box = box(row, id, instance.id());
        if (hides(box, instance)) boxes.add(box);
      }
    }
    if (!known) throw new IllegalArgumentException("no instance of the series has this SOP Instance UID");
    if (boxes.isEmpty()) throw new IllegalArgumentException("the box is outside of every image it is for, or its frames are");
    return boxes;
  }

  /// Images whose size the catalogue does not know are given the benefit of the doubt.
  private static boolean hides(RegionRow box, InstanceRow instance) {
    if (instance.sopClassUid().equals(ENCAPSULATED_PDF)) return box.x() + (long) box.width() > 0 && box.y() + (long) box.height() > 0; // points on pages
    if (!instance.hasPixels()) return false;
    if (box.frameFirst() > Math.max(1, instance.frames())) return false;
    boolean across = instance.columns() == 0 || box.x() < instance.columns() && (long) box.x() + box.width() > 0;
    return across && (instance.rows() == 0 || box.y() < instance.rows() && (long) box.y() + box.height() > 0);
  }

  private static RegionRow box(Map<String, String> row, long series, long instance) {
    boolean all = row.get("frame_first").isBlank() && row.get("frame_last").isBlank();
    int first = all ? 0 : number(row, "frame_first", 1);
    int last = all ? 0 : number(row, "frame_last", 1);
    if (last < first) throw new IllegalArgumentException("frame_last is before frame_first");
    return new RegionRow(0, series, instance, first, last, number(row, "x", Integer.MIN_VALUE), number(row, "y", Integer.MIN_VALUE), number(row, "width", 1), number(row, "height", 1),
        row.getOrDefault("author", ""), row.getOrDefault("reason", ""));
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
}
