package umbra.deid.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A mapping of a YAML file that knows its lines and refuses keys that nobody asked for.
final class YamlMap {
  private final String file;
  private final int line;
  private final Map<String, Node> entries = new LinkedHashMap<>();

  YamlMap(String file, Node node) throws ProfileException {
    this.file = file;
    this.line = node.getStartMark().getLine() + 1;
    if (!(node instanceof MappingNode mapping)) throw fail(node, "a mapping of keys to values belongs here");
    for (var tuple : mapping.getValue()) {
      var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (key.isEmpty()) throw fail(tuple.getKeyNode(), "a key is a word");
      if (entries.put(key, tuple.getValueNode()) != null) throw fail(tuple.getKeyNode(), "key " + key + " stands twice");
    }
  }

  int line() {
    return line;
  }

  /// @throws ProfileException if there is a key that is not among these
  YamlMap only(Set<String> allowed) throws ProfileException {
    for (var entry : entries.entrySet()) {
      if (!allowed.contains(entry.getKey())) throw fail(entry.getValue(), "unknown key " + entry.getKey() + "; known are " + String.join(", ", new java.util.TreeSet<>(allowed)));
    }
    return this;
  }

  Set<String> keys() {
    return entries.keySet();
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<String> text(String key) throws ProfileException {
    var node = entries.get(key);
    if (node == null) return Optional.empty();
    if (!(node instanceof ScalarNode scalar)) throw fail(node, key + " is one value");
    return Optional.of(scalar.getValue());
  }

  String required(String key) throws ProfileException {
    var text = text(key);
    if (text.isEmpty() || text.get().isBlank()) throw fail(line, "key " + key + " is missing");
    return text.get();
  }

  int number(String key, int least) throws ProfileException {
    var text = required(key);
    try {
      int number = Integer.parseInt(text);
      if (number >= least) return number;
    } catch (NumberFormatException _) {
      throw fail(lineOf(key), key + " is no whole number");
    }
    throw fail(lineOf(key), key + " is less than " + least);
  }

  YamlMap map(String key) throws ProfileException {
    var node = entries.get(key);
    if (node == null) throw fail(line, "key " + key + " is missing");
    return new YamlMap(file, node);
  }

  List<YamlMap> maps(String key) throws ProfileException {
    var maps = new ArrayList<YamlMap>();
    for (var node : nodes(key)) maps.add(new YamlMap(file, node));
    return maps;
  }

  List<String> texts(String key) throws ProfileException {
    var texts = new ArrayList<String>();
    for (var node : nodes(key)) {
      if (!(node instanceof ScalarNode scalar)) throw fail(node, key + " is a list of words");
      texts.add(scalar.getValue());
    }
    return texts;
  }

  private List<Node> nodes(String key) throws ProfileException {
    var node = entries.get(key);
    if (node == null) return List.of();
    if (!(node instanceof SequenceNode list)) throw fail(node, key + " is a list");
    return list.getValue();
  }

  int lineOf(String key) {
    var node = entries.get(key);
    return node == null ? line : node.getStartMark().getLine() + 1;
  }

  ProfileException fail(int at, String reason) {
    return new ProfileException(file, at, reason);
  }

  private ProfileException fail(Node at, String reason) {
    return fail(at.getStartMark().getLine() + 1, reason);
  }
}
