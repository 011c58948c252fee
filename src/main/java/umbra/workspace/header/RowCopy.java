package umbra.workspace.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Text;
import umbra.dicom.Value;
import umbra.dicom.json.JsonModel;
import umbra.workspace.header.HeaderNode.Element;
import umbra.workspace.header.HeaderNode.Item;
import umbra.workspace.header.HeaderNode.Section;

/// Lines as text for the clipboard.
public final class RowCopy {
  private static final long LONGEST_INLINE = 4096;
  private static final long LONGEST_TEXT = 1 << 22;

  private RowCopy() {}

  /// The values, a line each, whole and without gloss.
  public static String values(List<HeaderNode> nodes) {
    return joined(nodes, node -> switch (node) {
      case Element e -> value(e);
      case Item i -> Gloss.item(i.dataSet()).orElse("");
      case Section s -> s.title();
    });
  }

  /// Tag path, VR, length, name and value parted by tabs, a line each.
  public static String rows(List<HeaderNode> nodes) {
    return joined(nodes, node -> switch (node) {
      case Element e -> String.join("\t", e.key().toString(), ElementText.vr(e.element()), ElementText.length(e.element()),
          ElementText.name(e.home(), e.element().tag()), ElementText.value(e.element(), e.home().characterSets()));
      case Item i -> i.key() + "\t\t\tItem " + (i.key().item() + 1) + "\t";
      case Section s -> s.title();
    });
  }

  /// Tag paths, a line each.
  public static String paths(List<HeaderNode> nodes) {
    return joined(nodes, node -> node instanceof Section s ? s.title() : node.key().toString());
  }

  /// The DICOM JSON Model: one object for lines of the same Data Set or Item, else an array with an object for each.
  public static String json(List<HeaderNode> nodes) {
    var objects = objects(nodes).stream().map(RowCopy::json).toList();
    return objects.size() == 1 ? objects.getFirst() : objects.stream().collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static List<DataSet> objects(List<HeaderNode> nodes) {
    var byHome = new IdentityHashMap<DataSet, List<DataElement>>();
    var objects = new ArrayList<DataSet>();
    for (var node : nodes) {
      switch (node) {
        case Element e -> {
          if (!byHome.containsKey(e.home())) objects.add(e.home());
          byHome.computeIfAbsent(e.home(), _ -> new ArrayList<>()).add(e.element());
        }
        case Item i -> objects.add(i.dataSet());
        case Section s -> objects.add(s.dataSet());
      }
    }
    return objects.stream().map(o -> Optional.ofNullable(byHome.get(o)).map(chosen -> part(o, chosen)).orElse(o)).toList();
  }

  /// Some elements of a Data Set, read with its character sets also where (0008,0005) is not among them.
  private static DataSet part(DataSet home, List<DataElement> chosen) {
    return new DataSet(chosen, home.characterSets(), home.encoded());
  }

  private static String json(DataSet dataSet) {
    var out = new ByteArrayOutputStream();
    try {
      new JsonModel(LONGEST_INLINE).write(List.of(dataSet), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private static String value(Element e) {
    var element = e.element();
    boolean isShort = element.value() instanceof Value.Bytes(var raw, _) && raw.length() <= LONGEST_TEXT;
    if (isShort && element.vr().isText()) return String.join("\\", Text.values(element, e.home().characterSets()));
    var value = ElementText.value(element, e.home().characterSets());
    return value.isEmpty() ? Gloss.of(element, e.home().characterSets()).orElse("") : value;
  }

  private static String joined(List<HeaderNode> nodes, java.util.function.Function<HeaderNode, String> line) {
    return nodes.stream().map(line).collect(Collectors.joining("\n"));
  }
}
