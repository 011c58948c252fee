package umbra.deid.table;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The Attributes of an Item, or of the whole Data Set, with their Types. Filled while a table is read, unchanged after.
public final class TypeNode {
  /// Nothing is listed.
  public static final TypeNode NONE = new TypeNode();
  private static final int CONTENT_SEQUENCE = 0x0040_A730;

  private final Map<Integer, AttributeType> types = new TreeMap<>(Integer::compareUnsigned);
  private final Map<Integer, TypeNode> children = new TreeMap<>(Integer::compareUnsigned);

  TypeNode() {}

  /// The Type here; empty if the Attribute is not listed.
  ///
  /// @param packed tag; those of repeating groups are all one
  public Optional<AttributeType> type(int packed) {
    return Optional.ofNullable(types.get(first(packed)));
  }

  /// What is listed for the Items of a Sequence here. Content Sequence nests in itself.
  public TypeNode child(int packed) {
    return children.getOrDefault(packed, NONE);
  }

  /// Tags and Types in the order of the Tags.
  public Map<Integer, AttributeType> types() {
    return java.util.Collections.unmodifiableMap(types);
  }

  boolean isEmpty() {
    return types.isEmpty();
  }

  void add(int packed, AttributeType type) {
    types.merge(packed, type, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /// Content Sequence nests in itself (PS3.3 C.17.3.1).
  void closeContent() {
    var content = children.get(CONTENT_SEQUENCE);
    if (content != null) content.children.putIfAbsent(CONTENT_SEQUENCE, content);
  }

  TypeNode grow(int packed) {
    return children.computeIfAbsent(packed, _ -> new TypeNode());
  }

  /// 60xx and 50xx stand for all their groups.
  private static int first(int packed) {
    int family = packed >>> 24;
    return family == 0x60 || family == 0x50 ? packed & 0xFF00_FFFF : packed;
  }
}
