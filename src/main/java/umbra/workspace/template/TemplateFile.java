package umbra.workspace.template;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import umbra.io.AtomicFile;
import umbra.pixel.redact.region.Box;

/// Reads and writes templates: docs/burned-in-text.md. What a file says and this version does not know is an error that names it.
public final class TemplateFile {
  private static final String FORMAT = "umbra-device-templates 1";
  private static final List<String> KEYS = List.of("name", "manufacturer", "model", "software", "columns", "rows", "ultrasound-regions", "boxes");
  private static final List<String> NEEDED = List.of("name", "manufacturer", "model", "columns", "rows", "boxes");

  private TemplateFile() {}

  /// @throws IOException naming the file, the template and what is wrong with it
  public static List<Template> read(Path file) throws IOException {
    var mapper = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    var root = mapper.readTree(file.toFile());
    if (root == null || !root.isObject() || !FORMAT.equals(root.path("format").asText())) throw new IOException(file + ": format must be " + FORMAT);
    for (var key : keys(root)) if (!List.of("format", "templates").contains(key)) throw new IOException(file + ": unknown key " + key);
    if (!root.path("templates").isArray()) throw new IOException(file + ": templates must be a list");
    var all = new ArrayList<Template>();
    for (var node : root.path("templates")) {
      try {
        all.add(template(node));
      } catch (IllegalArgumentException e) {
        throw new IOException(file + ", template " + (all.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(all);
  }

  private static List<String> keys(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static Template template(JsonNode node) {
    if (!node.isObject()) throw new IllegalArgumentException("is no map");
    var keys = keys(node);
    for (var key : keys) if (!KEYS.contains(key)) throw new IllegalArgumentException("unknown key " + key);
    for (var key : NEEDED) if (!keys.contains(key)) throw new IllegalArgumentException(key + " is missing");
    var device = new Device(text(node, "manufacturer"), text(node, "model"), text(node, "software"), number(node.path("columns"), "columns"), number(node.path("rows"), "rows"),
        text(node, "ultrasound-regions"));
    if (!device.isNamed()) throw new IllegalArgumentException("manufacturer, model, columns and rows must say something");
    if (!node.path("boxes").isArray() || node.path("boxes").isEmpty()) throw new IllegalArgumentException("boxes must be a list of [x, y, width, height]");
    var boxes = new ArrayList<Box>();
    for (var box : node.path("boxes")) boxes.add(box(box, device));
    return new Template(text(node, "name"), device, boxes);
  }

  private static Box box(JsonNode node, Device device) {
    if (!node.isArray() || node.size() != 4) throw new IllegalArgumentException("boxes must be a list of [x, y, width, height]");
    var box = new Box(number(node.get(0), "x"), number(node.get(1), "y"), number(node.get(2), "width"), number(node.get(3), "height"));
    boolean isInside = box.x() >= 0 && box.y() >= 0 && box.right() <= device.columns() && box.bottom() <= device.rows();
    if (!isInside) throw new IllegalArgumentException("a box reaches out of the image");
    return box;
  }

  private static String text(JsonNode node, String key) {
    var value = node.path(key);
    if (!value.isMissingNode() && !value.isTextual()) throw new IllegalArgumentException(key + " must be text; put it in quotes");
    return value.asText("").strip();
  }

  private static int number(JsonNode node, String key) {
    if (!node.isInt()) throw new IllegalArgumentException(key + " must be a whole number");
    return node.intValue();
  }

  /// Takes the place of the file, if there is one.
  public static void write(Path file, List<Template> templates) throws IOException {
    var text = new StringBuilder("format: ").append(FORMAT).append("\ntemplates:\n");
    for (var t : templates) {
      text.append("  - name: ").append(quoted(t.name())).append("\n    manufacturer: ").append(quoted(t.device().manufacturer())).append("\n    model: ").append(quoted(t.device().model()));
      if (!t.device().software().isEmpty()) text.append("\n    software: ").append(quoted(t.device().software()));
      text.append("\n    columns: ").append(t.device().columns()).append("\n    rows: ").append(t.device().rows());
      if (!t.device().ultrasoundRegions().isEmpty()) text.append("\n    ultrasound-regions: ").append(quoted(t.device().ultrasoundRegions()));
      text.append("\n    boxes:\n");
      for (var b : t.boxes()) text.append("      - [").append(b.x()).append(", ").append(b.y()).append(", ").append(b.width()).append(", ").append(b.height()).append("]\n");
    }
    AtomicFile.write(file, channel -> {
      var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
    });
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
  }
}
