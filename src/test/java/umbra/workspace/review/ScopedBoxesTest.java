package umbra.workspace.review;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.pixel.redact.region.Box;
import umbra.workspace.stack.Stack;

class ScopedBoxesTest {
  private static final Box BOX = new Box(1, 2, 3, 4);
  /// One frame, ten frames, one frame.
  private static final Stack STACK = Stack.of("", List.of(instance(11, 1), instance(12, 10), instance(13, 1)));

  private static InstanceRow instance(long id, int frames) {
    return new InstanceRow(id, 7, "1." + id, "", "", 0, frames, 20, 20, true, 1, "", "/x/" + id, "");
  }

  private static RegionRow row(long instance, int first, int last) {
    return new RegionRow(0, 7, instance, first, last, 1, 2, 3, 4, "", "");
  }

  private static List<RegionRow> of(Scope scope, int index) {
    return ScopedBoxes.of(BOX, scope, STACK, index, List.of());
  }

  @Test
  void aFrameOfManyIsNamedAndASingleOneIsItsInstance() {
    assertEquals(List.of(row(12, 3, 3)), of(new Scope.Frame(), 3));
    assertEquals(List.of(row(11, 0, 0)), of(new Scope.Frame(), 0));
  }

  @Test
  void aRangeGoesOverInstances() {
    assertEquals(List.of(row(11, 0, 0), row(12, 1, 4)), of(new Scope.Frames(1, 5), 0));
    assertEquals(List.of(row(12, 2, 10), row(13, 0, 0)), of(new Scope.Frames(3, 99), 0));
    assertEquals(List.of(row(12, 0, 0)), of(new Scope.Frames(2, 11), 0));
  }

  @Test
  void instanceAndSeriesLeaveOpenWhatTheyMean() {
    assertEquals(List.of(row(12, 0, 0)), of(new Scope.Instance(), 5));
    assertEquals(List.of(row(0, 0, 0)), of(new Scope.Series(), 5));
  }

  @Test
  void aGroupThatLeavesTheSeriesInFrontOutStillHasIt() {
    assertEquals(List.of(row(0, 0, 0)), of(new Scope.Group(), 5));
  }

  @Test
  void whatWasMadeForAScopeLiesOnExactlyItsFrames() {
    assertArrayEquals(new int[] {3}, ScopedBoxes.positions(of(new Scope.Frame(), 3).getFirst(), STACK).toArray());
    assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, ScopedBoxes.positions(of(new Scope.Instance(), 5).getFirst(), STACK).toArray());
    assertEquals(12, ScopedBoxes.positions(of(new Scope.Series(), 5).getFirst(), STACK).count());
  }

  @Test
  void onlyWhatReachesFarIsWide() {
    assertTrue(new Scope.Series().isWide() && new Scope.Group().isWide());
    assertTrue(!new Scope.Frame().isWide() && !new Scope.Frames(1, 9).isWide() && !new Scope.Instance().isWide());
  }
}
