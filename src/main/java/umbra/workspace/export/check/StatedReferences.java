package umbra.workspace.export.check;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umbra.workspace.integrity.Reference;
import umbra.workspace.integrity.ReferenceMeter;

/// The references among objects that collection.json states.
record StatedReferences(List<ReferenceMeter.Line> lines) {
  private static final String ARRAY = "by_modality";

  /// None if the file is missing or damaged, which is a problem noted elsewhere.
  static StatedReferences of(Path file) throws IOException {
    var lines = new ArrayList<ReferenceMeter.Line>();
    if (!Files.exists(file)) return new StatedReferences(lines);
    try (var json = new JsonFactory().createParser(Files.readAllBytes(file))) {
      while (json.nextToken() != null) if (json.currentToken() == JsonToken.START_ARRAY && ARRAY.equals(json.currentName())) read(json, lines);
    } catch (JacksonException _) {
      return new StatedReferences(List.of());
    }
    return new StatedReferences(lines);
  }

  private static void read(JsonParser json, List<ReferenceMeter.Line> lines) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> cells = new HashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        cells.put(name, json.getText());
      }
      Arrays.stream(Reference.Kind.values()).filter(k -> k.words().equals(cells.get("of"))).findFirst()
          .ifPresent(kind -> lines.add(new ReferenceMeter.Line(cells.getOrDefault("from", ""), cells.getOrDefault("to", ""), kind, number(cells, "before"), number(cells, "after"), number(cells, "broken"))));
    }
  }

  private static long number(Map<String, String> cells, String name) {
    var text = cells.getOrDefault(name, "");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  long after(ReferenceMeter.Line line) {
    return lines.stream().filter(line::isOfSame).mapToLong(ReferenceMeter.Line::after).sum();
  }

  /// Each of either, with what was counted now.
  List<ReferenceMeter.Line> with(List<ReferenceMeter.Line> counted) {
    var both = new ArrayList<ReferenceMeter.Line>();
    for (var line : lines) {
      both.add(new ReferenceMeter.Line(line.from(), line.to(), line.kind(), line.before(), counted.stream().filter(line::isOfSame).mapToLong(ReferenceMeter.Line::after).sum(), line.broken()));
    }
    counted.stream().filter(c -> lines.stream().noneMatch(c::isOfSame)).map(c -> new ReferenceMeter.Line(c.from(), c.to(), c.kind(), 0, c.after(), 0)).forEach(both::add);
    return both;
  }
}
