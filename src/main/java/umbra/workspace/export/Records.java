package umbra.workspace.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import umbra.deid.Retention;
import umbra.deid.rule.ProfileOption;
import umbra.workspace.integrity.Ledger;
import umbra.workspace.integrity.ReferenceMeter;

/// What a version says of itself, in figures. Holds no original identifier, no crosswalk and no key.
///
/// @param withheld reasons by instance
/// @param change against the version before; empty for the first
/// @param head of the audit trail
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // the first version has none before it
record Records(Terms terms, Prepared prepared, List<ManifestLine> lines, Map<Long, String> withheld, Optional<VersionChange> change, String head) {

  static void put(WritableByteChannel out, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) out.write(bytes);
  }

  /// Line by line: all at once they would be the largest thing in memory.
  void manifest(WritableByteChannel out) throws IOException {
    var csv = new BufferedWriter(Channels.newWriter(out, StandardCharsets.UTF_8));
    csv.append(String.join(",", ManifestLine.HEADER)).append("\r\n");
    for (var line : lines) csv.append(String.join(",", line.csv().stream().map(Records::quoted).toList())).append("\r\n");
    csv.flush();
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  Retention retention() {
    return lines.stream().map(ManifestLine::elements).reduce(Retention.NONE, Retention::plus);
  }

  Map<String, Retention> retentionBySeries() {
    var all = new TreeMap<String, Retention>();
    for (var line : lines) all.merge(line.series(), line.elements(), Retention::plus);
    return all;
  }

  long distinct(java.util.function.Function<ManifestLine, String> of) {
    return lines.stream().map(of).distinct().count();
  }

  /// Reasons with their counts, without naming an instance.
  Map<String, Long> reasons() {
    var all = new TreeMap<String, Long>();
    withheld.values().forEach(r -> all.merge(r, 1L, Long::sum));
    return all;
  }

  List<ProfileOption> options() {
    return terms.profile().options().stream().sorted().toList();
  }

  String json() throws IOException {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("collection", terms.collection());
      json.writeStringField("version", terms.version());
      json.writeStringField("previous_version", change.map(VersionChange::previous).orElse(""));
      if (change.isPresent()) changes(json, change.get());
      profile(json);
      counts(json);
      json.writeObjectFieldStart("share_of_data_elements");
      share(json, retention());
      json.writeObjectFieldStart("by_module_as_planned");
      for (var entry : prepared.tally().byModule().entrySet()) {
        json.writeObjectFieldStart(entry.getKey());
        share(json, entry.getValue());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeObjectFieldStart("by_series");
      for (var entry : retentionBySeries().entrySet()) {
        json.writeObjectFieldStart(entry.getKey());
        share(json, entry.getValue());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeArrayFieldStart("gates_passed");
      for (var gate : prepared.gates()) {
        json.writeStartObject();
        json.writeStringField("gate", gate.kind().word());
        json.writeNumberField("open", gate.count());
        json.writeStringField("reason", gate.passed());
        json.writeEndObject();
      }
      json.writeEndArray();
      proofs(json);
      ledger(json);
      references(json);
      json.writeStringField("audit_head", head);
      json.writeEndObject();
    }
    return text + "\n";
  }

  /// By new SOP Instance UID.
  private void proofs(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("redaction_proofs");
    for (var line : lines) if (!line.proof().isEmpty()) json.writeStringField(line.sop(), line.proof());
    json.writeEndObject();
  }

  ReferenceMeter.Result references() {
    return prepared.references().measure(withheld.keySet());
  }

  Map<String, Map<Ledger.State, Long>> ledger() {
    return prepared.ledger().counts(withheld.keySet());
  }

  /// What was cleaned, inspected, only shown and not understood, and what stays, by SOP Class.
  private void ledger(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("ledger");
    for (var entry : ledger().entrySet()) {
      json.writeObjectFieldStart(entry.getKey());
      for (var state : entry.getValue().entrySet()) json.writeNumberField(state.getKey().words(), state.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void references(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("references");
    var measured = references();
    json.writeNumberField("frame_of_reference_groups", measured.groups());
    json.writeNumberField("frame_of_reference_groups_broken", measured.groupsBroken());
    json.writeArrayFieldStart("by_modality");
    for (var line : measured.lines()) {
      json.writeStartObject();
      json.writeStringField("from", line.from());
      json.writeStringField("to", line.to());
      json.writeStringField("of", line.kind().words());
      json.writeNumberField("before", line.before());
      json.writeNumberField("after", line.after());
      json.writeNumberField("broken", line.broken());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void changes(JsonGenerator json, VersionChange change) throws IOException {
    json.writeObjectFieldStart("changes");
    list(json, "added", change.added());
    list(json, "changed", change.changed());
    list(json, "renamed", change.renamed());
    list(json, "withdrawn", change.withdrawn());
    json.writeEndObject();
  }

  private static void list(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (var value : values) json.writeString(value);
    json.writeEndArray();
  }

  private void profile(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("profile");
    json.writeStringField("name", terms.profile().name());
    json.writeNumberField("version", terms.profile().version());
    json.writeStringField("edition", terms.profile().edition());
    json.writeStringField("rule_set_sha256", terms.profile().hash());
    json.writeArrayFieldStart("options");
    for (var option : options()) {
      json.writeStartObject();
      json.writeStringField("name", option.word());
      json.writeStringField("code", option.code());
      json.writeStringField("meaning", option.meaning());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("subjects", distinct(ManifestLine::patientId));
    json.writeNumberField("studies", distinct(ManifestLine::study));
    json.writeNumberField("series", distinct(ManifestLine::series));
    json.writeNumberField("instances", lines.size());
    json.writeNumberField("instances_with_redacted_pixels", lines.stream().filter(l -> l.pixels().equals("redacted")).count());
    json.writeObjectFieldStart("withheld");
    for (var entry : reasons().entrySet()) json.writeNumberField(entry.getKey(), entry.getValue());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void share(JsonGenerator json, Retention r) throws IOException {
    json.writeNumberField("in", r.in());
    json.writeNumberField("kept", r.kept());
    json.writeNumberField("cleaned", r.cleaned());
    json.writeNumberField("replaced", r.replaced());
    json.writeNumberField("removed", r.removed());
    json.writeNumberField("kept_or_cleaned_percent", r.in() == 0 ? 0 : Math.round(10_000.0 * (r.kept() + r.cleaned()) / r.in()) / 100.0);
  }
}
