package umbra.workspace.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import umbra.catalog.finding.RegionRow;
import umbra.pixel.redact.region.Box;
import umbra.workspace.stack.Stack;

/// Makes the rows of the catalogue for boxes that reach so far.
public final class ScopedBoxes {
  private ScopedBoxes() {}

  /// @param stack the series in front, with all its instances
  /// @param index the frame in front, from 0
  /// @param group the series of the same device; only looked at for [Scope.Group]
  public static List<RegionRow> of(Box box, Scope scope, Stack stack, int index, List<DeviceGroup.Member> group) {
    var slice = stack.slice(index);
    long series = stack.instance(index).seriesId();
    return switch (scope) {
      case Scope.Frame _ -> List.of(slice.frames() == 1 ? row(box, series, slice.instance(), 0, 0) : row(box, series, slice.instance(), slice.frame() + 1, slice.frame() + 1));
      case Scope.Frames(int first, int last) -> frames(box, stack, first, last);
      case Scope.Instance _ -> List.of(row(box, series, slice.instance(), 0, 0));
      case Scope.Series _ -> List.of(row(box, series, 0, 0, 0));
      case Scope.Group _ -> group(box, series, group);
    };
  }

  private static List<RegionRow> frames(Box box, Stack stack, int first, int last) {
    var rows = new ArrayList<RegionRow>();
    int start = 1;
    for (var instance : stack.instances()) {
      int end = start + instance.frames() - 1;
      if (first <= end && last >= start) {
        boolean all = first <= start && last >= end;
        rows.add(row(box, instance.seriesId(), instance.id(), all ? 0 : Math.max(first, start) - start + 1, all ? 0 : Math.min(last, end) - start + 1));
      }
      start = end + 1;
    }
    return List.copyOf(rows);
  }

  private static List<RegionRow> group(Box box, long series, List<DeviceGroup.Member> group) {
    var rows = new ArrayList<RegionRow>();
    for (var member : group) {
      if (member.isWhole()) rows.add(row(box, member.series().id(), 0, 0, 0));
      else for (long instance : member.instances()) rows.add(row(box, member.series().id(), instance, 0, 0));
    }
    if (rows.stream().noneMatch(r -> r.series() == series)) rows.addFirst(row(box, series, 0, 0, 0));
    return List.copyOf(rows);
  }

  private static RegionRow row(Box box, long series, long instance, int first, int last) {
    return new RegionRow(0, series, instance, first, last, box.x(), box.y(), box.width(), box.height(), "", "");
  }

  /// How far a stored box reaches, in words: `series`, `instance`, `frame 3`, `frames 3–9`.
  public static String words(RegionRow row) {
    if (row.instance() == 0) return row.frameFirst() == 0 ? "series" : "series, frames " + row.frameFirst() + "–" + row.frameLast();
    if (row.frameFirst() == 0) return "instance";
    return row.frameFirst() == row.frameLast() ? "frame " + row.frameFirst() : "frames " + row.frameFirst() + "–" + row.frameLast();
  }

  /// The positions in a stack that a box lies on, from 0.
  public static IntStream positions(RegionRow row, Stack stack) {
    return IntStream.range(0, stack.size()).filter(i -> {
      var slice = stack.slice(i);
      return stack.instance(i).seriesId() == row.series() && row.isOn(slice.instance()) && isOnFrame(row, slice.frame());
    });
  }

  /// @param frame index from 0 within the instance
  public static boolean isOnFrame(RegionRow row, int frame) {
    return row.frameFirst() == 0 || frame + 1 >= row.frameFirst() && frame + 1 <= row.frameLast();
  }
}
