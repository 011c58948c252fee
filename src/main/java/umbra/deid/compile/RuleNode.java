package umbra.deid.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.rule.Selector;
import umbra.deid.table.TypeNode;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// One place in the tree of Sequences of one SOP Class, with what was found out about the Tags there. Grows while it is used, by
/// several threads.
public final class RuleNode {
  private static final int FIRST_SIZE = 64;

  private final SopClassRules rules;
  private final List<String> path;
  private final TypeNode types;
  private volatile Slot[] slots = new Slot[FIRST_SIZE];
  private final Map<String, RuleNode> privateChildren = new ConcurrentHashMap<>();
  private int filled;

  RuleNode(SopClassRules rules, List<String> path, TypeNode types) {
    this.rules = rules;
    this.path = List.copyOf(path);
    this.types = types;
  }

  /// The Sequences passed on the way here, see [Selector#step].
  List<String> path() {
    return path;
  }

  /// UID of the SOP Class.
  public String sopClass() {
    return rules.sopClass();
  }

  /// The Attributes of this place with their Types.
  public TypeNode types() {
    return types;
  }

  /// What holds for an element of the standard; see [PrivateRules] for private ones.
  public Slot slot(int tag, VR vr) {
    var table = slots;
    int mask = table.length - 1;
    for (int at = hash(tag) & mask; ; at = at + 1 & mask) {
      var slot = table[at];
      if (slot == null) return add(tag, vr);
      if (slot.tag() == tag && slot.vr() == vr) return slot;
    }
  }

  private static int hash(int tag) {
    int h = tag * 0x9E37_79B9;
    return h ^ h >>> 16;
  }

  private synchronized Slot add(int tag, VR vr) {
    for (var slot : slots) if (slot != null && slot.tag() == tag && slot.vr() == vr) return slot;
    var made = rules.slot(this, tag, vr);
    var table = slots;
    int size = (filled + 1) * 2 > table.length ? table.length * 2 : table.length;
    var grown = new Slot[size];
    for (var slot : table) if (slot != null) put(grown, slot);
    put(grown, made);
    filled++;
    slots = grown;
    return made;
  }

  private static void put(Slot[] table, Slot slot) {
    int mask = table.length - 1;
    int at = hash(slot.tag()) & mask;
    while (table[at] != null) at = at + 1 & mask;
    table[at] = slot;
  }

  /// The Items of a private Sequence: no IOD says what is in them, so that they differ only where rules speak of places.
  public RuleNode privateChild(Tag sequence, String creator) {
    if (!rules.hasPaths()) return rules.privateNode();
    return privateChildren.computeIfAbsent(Selector.step(sequence, creator), step -> new RuleNode(rules, with(step), TypeNode.NONE));
  }

  RuleNode child(int sequence) {
    // Content Sequence nests in itself without end: one node serves all depths
    var step = Selector.step(new Tag(sequence), "");
    if (!path.isEmpty() && path.getLast().equals(step)) return this;
    return new RuleNode(rules, with(step), types.child(sequence));
  }

  private List<String> with(String step) {
    var below = new ArrayList<>(path);
    below.add(step);
    return below;
  }
}
