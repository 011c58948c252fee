package umbra.workspace.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import umbra.dicom.DataElement;
import umbra.dicom.Numbers;
import umbra.dicom.Text;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.job.JobContext;
import umbra.workspace.header.HeaderNode.Element;
import umbra.workspace.header.HeaderNode.Item;
import umbra.workspace.header.HeaderNode.Key;
import umbra.workspace.header.HeaderNode.Section;

/// Two headers line by line: elements meet by their place, Items by their number.
public final class Comparison {
  /// How the two sides of a line stand to each other.
  public enum Difference { SAME, DIFFERENT, ONLY_LEFT, ONLY_RIGHT }

  /// @param difference of the values; of a parent, whether anything below differs
  public record Line(int depth, Optional<HeaderNode> left, Optional<HeaderNode> right, Difference difference) {
    public HeaderNode either() {
      return left.or(() -> right).orElseThrow();
    }
  }

  private final JobContext context;
  private final List<Line> lines = new ArrayList<>();

  private Comparison(JobContext context) {
    this.context = context;
  }

  /// All lines of both, in the order of their Tags.
  public static List<Line> of(Header left, Header right, JobContext context) {
    var comparison = new Comparison(context);
    comparison.pair(left.top(), right.top(), 0);
    return List.copyOf(comparison.lines);
  }

  /// The lines that differ; parents of such are among them.
  public static List<Line> differing(List<Line> lines) {
    return lines.stream().filter(l -> l.difference != Difference.SAME).toList();
  }

  /// @return whether anything differs
  private boolean pair(List<HeaderNode> left, List<HeaderNode> right, int depth) {
    var byKey = byKey(left);
    var others = byKey(right);
    boolean differs = false;
    for (var key : merged(left, right, byKey.keySet())) {
      context.checkCancelled();
      differs |= line(Optional.ofNullable(byKey.get(key)), Optional.ofNullable(others.get(key)), depth);
    }
    return differs;
  }

  private static Map<Key, HeaderNode> byKey(List<HeaderNode> nodes) {
    var map = new HashMap<Key, HeaderNode>(2 * nodes.size());
    for (var node : nodes) map.put(node.key(), node);
    return map;
  }

  /// Keys of both in the order of Tags and Items; sections first.
  private static List<Key> merged(List<HeaderNode> left, List<HeaderNode> right, Set<Key> known) {
    var keys = new ArrayList<Key>(left.size());
    for (var node : left) keys.add(node.key());
    var added = new HashSet<>(known);
    boolean more = false;
    for (var node : right) if (added.add(node.key())) more |= keys.add(node.key());
    if (!more) return keys;
    var sorted = new TreeSet<Key>((a, b) -> {
      int byTag = a.path().tag().compareTo(b.path().tag());
      if (byTag != 0) return byTag;
      int byItem = Integer.compare(a.item(), b.item());
      return byItem != 0 ? byItem : Integer.compare(a.occurrence(), b.occurrence());
    });
    sorted.addAll(keys);
    return List.copyOf(sorted);
  }

  private boolean line(Optional<HeaderNode> left, Optional<HeaderNode> right, int depth) {
    int at = lines.size();
    lines.add(new Line(depth, left, right, Difference.SAME));
    boolean below = pair(left.map(HeaderNode::children).orElse(List.of()), right.map(HeaderNode::children).orElse(List.of()), depth + 1);
    Difference difference;
    if (right.isEmpty()) difference = Difference.ONLY_LEFT;
    else if (left.isEmpty()) difference = Difference.ONLY_RIGHT;
    else difference = below || !sameOwn(left.get(), right.get()) ? Difference.DIFFERENT : Difference.SAME;
    lines.set(at, new Line(depth, left, right, difference));
    return difference != Difference.SAME;
  }

  private static boolean sameOwn(HeaderNode left, HeaderNode right) {
    return switch (left) {
      case Section _, Item _ -> true;
      case Element a -> right instanceof Element b && a.element().vr() == b.element().vr() && sameValue(a, b);
    };
  }

  private static boolean sameValue(Element a, Element b) {
    return switch (a.element().value()) {
      case Value.Items(var items) -> b.element().value() instanceof Value.Items(var others) && items.size() == others.size();
      case Value.Bytes(var raw, var order) -> b.element().value() instanceof Value.Bytes(var other, var otherOrder)
          && (raw.sameBytes(other) && (order == otherOrder || a.element().vr().unitBytes() == 1) || sameText(a, b));
      case Value.Fragments(_, var rest) -> b.element().value() instanceof Value.Fragments(_, var others) && sameFragments(rest, others);
    };
  }

  /// The same characters in another character set, or numbers in another byte order.
  private static boolean sameText(Element a, Element b) {
    DataElement left = a.element();
    DataElement right = b.element();
    return switch (left.vr()) {
      case OB, OW, OD, OF, OL, OV, UN, SQ -> false;
      case AT, FD, FL, SL, SS, SV, UL, US, UV -> sameNumbers(left, right);
      default -> Text.values(left, a.home().characterSets()).equals(Text.values(right, b.home().characterSets()));
    };
  }

  private static boolean sameNumbers(DataElement left, DataElement right) {
    long count = Numbers.count(left);
    if (left.value().size() != right.value().size() || count > Integer.MAX_VALUE) return false;
    for (int i = 0; i < count; i++) if (!Numbers.decimal(left, i).equals(Numbers.decimal(right, i))) return false;
    return true;
  }

  private static boolean sameFragments(List<ByteSlice> left, List<ByteSlice> right) {
    if (left.size() != right.size()) return false;
    for (int i = 0; i < left.size(); i++) if (!left.get(i).sameBytes(right.get(i))) return false;
    return true;
  }
}
