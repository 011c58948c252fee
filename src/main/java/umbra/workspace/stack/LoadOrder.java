package umbra.workspace.stack;

/// The order in which frames around one are worth loading: the nearest first, two in the direction of scrolling for each behind.
final class LoadOrder {
  private LoadOrder() {}

  /// Indices without the middle one, within the stack.
  ///
  /// @param direction 1 or -1
  /// @param most how many at most
  static int[] around(int index, int direction, int size, int most, boolean aheadOnly) {
    var order = new int[Math.max(0, Math.min(most, size - 1))];
    int ahead = index + direction;
    int behind = index - direction;
    int n = 0;
    while (n < order.length) {
      boolean aheadLeft = ahead >= 0 && ahead < size;
      boolean behindLeft = !aheadOnly && behind >= 0 && behind < size;
      if (!aheadLeft && !behindLeft) break;
      boolean goAhead = aheadLeft && (!behindLeft || n % 3 != 2);
      order[n++] = goAhead ? ahead : behind;
      if (goAhead) ahead += direction;
      else behind -= direction;
    }
    return java.util.Arrays.copyOf(order, n);
  }
}
