package umbra.cli.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umbra.catalog.Collection;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.pixel.redact.region.Region;
import umbra.workspace.deidentify.RegionLine;

/// Boxes of rows of a file of regions. A row that would hide nothing is an error: it is a slip of somebody who meant to hide something.
final class RegionRows {
  private static final int PAGE = 1000;
  private static final String ENCAPSULATED_PDF = "1.2.840.10008.5.1.4.1.1.104.1";

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
  /// @throws IllegalArgumentException saying what the row does not fit
  List<RegionRow> of(RegionLine line) {
    var ids = series.get(line.series());
    if (ids == null) throw new IllegalArgumentException("no series has this Series Instance UID");
    var boxes = new ArrayList<RegionRow>();
    boolean known = false;
    for (long id : ids) {
      var of = instances.computeIfAbsent(id, collection::instances);
      if (line.instance().isEmpty()) {
        var box = box(line, id, 0);
        if (of.stream().anyMatch(i -> hides(box, i))) boxes.add(box);
        known = true;
        continue;
      }
      for (var instance : of) {
        if (!instance.sopInstanceUid().equals(line.instance())) continue;
        known = true;
        var box = box(line, id, instance.id());
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

  private static RegionRow box(RegionLine line, long series, long instance) {
    var region = line.region();
    boolean all = region.frameLast() == Region.LAST;
    return new RegionRow(0, series, instance, all ? 0 : region.frameFirst(), all ? 0 : region.frameLast(), region.x(), region.y(), region.width(), region.height(), line.author(), line.reason());
  }
}
