package umbra.workspace.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.ArrayList;
import umbra.catalog.Catalog;

/// All tables of a catalogue as text, with names instead of the numbers that only tie rows together, so that two
/// catalogues with the same content give the same text.
public final class CatalogDump {
  private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
      "source", "SELECT o.path, o.member, o.bytes, o.modified, o.outcome, o.reason, i.sop_instance_uid, i.variant FROM source o LEFT JOIN instance i ON i.id = o.instance_id",
      "subject", "SELECT identity, patient_id, patient_name, sort_key, instance_count FROM subject",
      "study", "SELECT p.identity, t.study_instance_uid, t.study_date, t.description, t.instance_count FROM study t JOIN subject p ON p.id = t.subject_id",
      "study_patient", "SELECT t.study_instance_uid, p.identity, v.keyword, v.content FROM study_patient v JOIN study t ON t.id = v.study_id JOIN subject p ON p.id = t.subject_id",
      "series", "SELECT t.study_instance_uid, s.series_instance_uid, s.series_number, s.modality, s.description, s.instance_count, s.frame_count, s.noted_count, s.variant_count,"
          + " h.attributes FROM series s JOIN study t ON t.id = s.study_id LEFT JOIN series_header h ON h.series_id = s.id",
      "instance", "SELECT s.series_instance_uid, o.path, o.member, i.sop_instance_uid, i.sop_class_uid, i.transfer_syntax_uid, i.instance_number, i.slice_position, i.frames,"
          + " i.image_rows, i.image_columns, i.has_pixels, i.variant, i.notes, i.sha256 FROM instance i JOIN series s ON s.id = i.series_id JOIN source o ON o.id = i.source_id"));

  private CatalogDump() {}

  public static String of(Catalog catalog) {
    var dump = new StringBuilder();
    TABLES.forEach((table, sql) -> {
      var lines = lines(catalog, sql);
      lines.sort(null);
      lines.forEach(l -> dump.append(table).append('\t').append(l).append('\n'));
    });
    return dump.toString();
  }

  private static List<String> lines(Catalog catalog, String sql) {
    return catalog.read(connection -> {
      var lines = new ArrayList<String>();
      try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          var line = new StringBuilder();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) line.append(rows.getString(i)).append('\t');
          lines.add(line.toString().replace("\n", "\\n"));
        }
      }
      return lines;
    });
  }
}
