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
  private static final List<String> KEYS = List.of("name", "source", "match", "manufacturer", "model", "software", "modality", "image-type", "columns", "rows", "ultrasound-regions", "boxes");
  private static final List<String> NEEDED = List.of("name", "manufacturer", "model", "boxes");

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
    var device = new Device(text(node, "manufacturer"), text(node, "model"), text(node, "software"), side(node, "columns"), side(node, "rows"),
        text(node, "ultrasound-regions"));
    if (!device.isNamed()) throw new IllegalArgumentException("manufacturer, model, and columns or rows must say something");
    if (!node.path("boxes").isArray() || node.path("boxes").isEmpty()) throw new IllegalArgumentException("boxes must be a list of [x, y, width, height]");
    var boxes = new ArrayList<Box>();
    for (var box : node.path("boxes")) boxes.add(box(box, device));
    var match = text(node, "match");
    if (!List.of("", "whole", "parts").contains(match)) throw new IllegalArgumentException("match must be whole or parts");
    return new Template(text(node, "name"), text(node, "source"), device, new Fit(match.equals("parts"), text(node, "modality"), text(node, "image-type")), boxes);
  }

  /// 0 if it is not said.
  private static int side(JsonNode node, String key) {
    if (node.path(key).isMissingNode()) return 0;
    int side = number(node.path(key), key);
    if (side < 1) throw new IllegalArgumentException(key + " must be at least 1");
    return side;
  }

  private static Box box(JsonNode node, Device device) {
    if (!node.isArray() || node.size() != 4) throw new IllegalArgumentException("boxes must be a list of [x, y, width, height]");
    var box = new Box(number(node.get(0), "x"), number(node.get(1), "y"), number(node.get(2), "width"), number(node.get(3), "height"));
    // Lists that name the rows alone give a width that fits all
    boolean isInside = box.x() >= 0 && box.y() >= 0 && (device.columns() == 0 || box.right() <= device.columns()) && (device.rows() == 0 || box.bottom() <= device.rows());
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
    for (var t : templates) text.append(lines(t));
    AtomicFile.write(file, channel -> {
      var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
    });
  }

  private static String lines(Template t) {
    var d = t.device();
    var text = new StringBuilder("  - name: ").append(quoted(t.name()));
    said(text, "source", t.source());
    if (t.fit().isPart()) text.append("\n    match: parts");
    said(text, "manufacturer", d.manufacturer());
    said(text, "model", d.model());
    said(text, "software", d.software());
    said(text, "modality", t.fit().modality());
    said(text, "image-type", t.fit().imageType());
    if (d.columns() > 0) text.append("\n    columns: ").append(d.columns());
    if (d.rows() > 0) text.append("\n    rows: ").append(d.rows());
    said(text, "ultrasound-regions", d.ultrasoundRegions());
    text.append("\n    boxes:\n");
    for (var b : t.boxes()) text.append("      - [").append(b.x()).append(", ").append(b.y()).append(", ").append(b.width()).append(", ").append(b.height()).append("]\n");
    return text.toString();
  }

  private static void said(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) text.append("\n    ").append(key).append(": ").append(quoted(value));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
  }
}
