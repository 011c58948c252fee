package umbra.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Reads what was imported: subjects, studies, series and instances. Long lists come in pages.
public final class Collection {
  private static final String SERIES = "SELECT s.id, s.study_id, s.series_instance_uid, s.series_number, s.modality, s.description, s.instance_count,"
      + " s.frame_count, s.noted_count, s.variant_count, s.revision FROM series s";
  private static final String STUDY = "SELECT t.id, t.subject_id, t.study_instance_uid, t.study_date, t.description, t.instance_count, t.revision,"
      + " (SELECT LISTAGG(DISTINCT s.modality, '\n') WITHIN GROUP (ORDER BY s.modality) FROM series s WHERE s.study_id = t.id),"
      + " (SELECT COUNT(*) FROM series s WHERE s.study_id = t.id),"
      + " (t.study_instance_uid <> '' AND EXISTS (SELECT 1 FROM study o WHERE o.study_instance_uid = t.study_instance_uid AND o.id <> t.id)) FROM study t";
  private static final String INSTANCE = "SELECT i.id, i.series_id, i.sop_instance_uid, i.sop_class_uid, i.transfer_syntax_uid, i.instance_number, i.frames,"
      + " i.image_rows, i.image_columns, i.has_pixels, i.variant, i.notes, o.path, o.member FROM instance i JOIN source o ON o.id = i.source_id";

  private final Catalog catalog;

  Collection(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Subjects with at least one series that passes, in the order of their sort keys.
  ///
  /// @param after the last row of the page before
  public List<SubjectRow> subjects(CollectionFilter filter, Optional<SubjectRow> after, int limit) {
    var sql = "SELECT p.id, p.patient_id, p.patient_name, p.sort_key, p.instance_count, p.revision FROM subject p WHERE "
        + (after.isPresent() ? "(p.sort_key, p.id) > (?, ?)" : "TRUE")
        + (filter.isAll() ? "" : " AND p.id IN (SELECT t.subject_id FROM study t JOIN series s ON s.study_id = t.id"
            + " JOIN series_header h ON h.series_id = s.id WHERE " + filter.condition() + ")")
        + " ORDER BY p.sort_key, p.id LIMIT ?";
    var parameters = new ArrayList<Object>();
    after.ifPresent(a -> parameters.addAll(List.of(a.sortKey(), a.id())));
    parameters.addAll(filter.parameters());
    parameters.add(limit);
    return rows(sql, parameters, Collection::subject);
  }

  /// Subjects that changed after a revision, oldest change first.
  public List<SubjectRow> subjectsChangedSince(long revision, int limit) {
    return rows("SELECT p.id, p.patient_id, p.patient_name, p.sort_key, p.instance_count, p.revision FROM subject p WHERE p.revision > ?"
        + " ORDER BY p.revision, p.id LIMIT ?", List.of(revision, limit), Collection::subject);
  }

  public List<StudyRow> studies(long subject, CollectionFilter filter) {
    var sql = STUDY + " WHERE t.subject_id = ?" + (filter.isAll() ? "" : " AND t.id IN (SELECT s.study_id FROM series s JOIN series_header h ON h.series_id = s.id"
        + " WHERE s.study_id = t.id AND " + filter.condition() + ")")
        + " ORDER BY t.study_date, t.id";
    var parameters = new ArrayList<Object>(List.of(subject));
    parameters.addAll(filter.parameters());
    var conflicts = conflicts("t.subject_id = ?", subject);
    return rows(sql, parameters, row -> study(row, conflicts.getOrDefault(row.getLong(1), List.of())));
  }

  /// Keywords with more than one value, by study.
  private Map<Long, List<String>> conflicts(String condition, long id) {
    record Conflict(long study, String keyword) {}
    var all = rows("SELECT v.study_id, v.keyword FROM study_patient v JOIN study t ON t.id = v.study_id WHERE " + condition
        + " GROUP BY v.study_id, v.keyword HAVING COUNT(*) > 1 ORDER BY v.keyword", List.of(id), r -> new Conflict(r.getLong(1), r.getString(2)));
    return all.stream().collect(Collectors.groupingBy(Conflict::study, Collectors.mapping(Conflict::keyword, Collectors.toList())));
  }

  public List<SeriesRow> series(long study, CollectionFilter filter) {
    var sql = SERIES + (filter.isAll() ? " WHERE s.study_id = ?" : " JOIN series_header h ON h.series_id = s.id WHERE s.study_id = ? AND " + filter.condition())
        + " ORDER BY s.series_number NULLS LAST, s.id";
    var parameters = new ArrayList<Object>(List.of(study));
    parameters.addAll(filter.parameters());
    return rows(sql, parameters, Collection::series);
  }

  /// All series, in the order of the tree.
  ///
  /// @param after the last series of the page before; 0 for the first page. Pages follow the ids
  public List<SeriesRow> allSeries(long after, int limit) {
    return rows(SERIES + " WHERE s.id > ? ORDER BY s.id LIMIT ?", List.of(after, limit), Collection::series);
  }

  public Optional<SeriesRow> findSeries(long id) {
    return rows(SERIES + " WHERE s.id = ?", List.of(id), Collection::series).stream().findFirst();
  }

  public Optional<StudyRow> findStudy(long id) {
    var conflicts = conflicts("t.id = ?", id);
    return rows(STUDY + " WHERE t.id = ?", List.of(id), row -> study(row, conflicts.getOrDefault(id, List.of()))).stream().findFirst();
  }

  public Optional<SubjectRow> findSubject(long id) {
    return rows("SELECT p.id, p.patient_id, p.patient_name, p.sort_key, p.instance_count, p.revision FROM subject p WHERE p.id = ?", List.of(id),
        Collection::subject).stream().findFirst();
  }

  /// The instances of a series in viewing order: Instance Number, then place along the normal of the slices.
  public List<InstanceRow> instances(long series) {
    return rows(INSTANCE + " WHERE i.series_id = ? ORDER BY i.instance_number, i.slice_position, i.id", List.of(series), Collection::instance);
  }

  public Optional<InstanceRow> findInstance(long id) {
    return rows(INSTANCE + " WHERE i.id = ?", List.of(id), Collection::instance).stream().findFirst();
  }

  /// All contents that were seen with a SOP Instance UID.
  public List<InstanceRow> variants(String sopInstanceUid) {
    return rows(INSTANCE + " WHERE i.sop_instance_uid = ? ORDER BY i.variant, i.id", List.of(sopInstanceUid), Collection::instance);
  }

  public Totals totals() {
    return catalog.read(connection -> {
      long[] n = {count(connection, "subject"), count(connection, "study"), count(connection, "series"), count(connection, "instance"),
        outcome(connection, "NOT_DICOM"), outcome(connection, "DUPLICATE"), outcome(connection, "QUARANTINED")};
      return new Totals(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
    });
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long outcome(Connection connection, String outcome) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM source WHERE outcome = ?")) {
      statement.setString(1, outcome);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// Makes a row of the current position.
  interface RowMaker<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, List<?> parameters, RowMaker<T> maker) {
    return catalog.read(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.size(); i++) statement.setObject(i + 1, parameters.get(i));
        try (var rows = statement.executeQuery()) {
          var list = new ArrayList<T>();
          while (rows.next()) list.add(maker.of(rows));
          return list;
        }
      }
    });
  }

  private static SubjectRow subject(ResultSet r) throws SQLException {
    return new SubjectRow(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getLong(5), r.getLong(6));
  }

  private static StudyRow study(ResultSet r, List<String> keywords) throws SQLException {
    var conflicts = new ArrayList<>(keywords);
    if (r.getBoolean(10)) conflicts.addFirst("PatientID");
    return new StudyRow(r.getLong(1), r.getLong(2), r.getString(3), r.getString(4), r.getString(5), lines(r.getString(8)), r.getLong(9), r.getLong(6),
        List.copyOf(conflicts), r.getLong(7));
  }

  private static List<String> lines(String joined) {
    return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\n"));
  }

  private static SeriesRow series(ResultSet r) throws SQLException {
    int number = r.getInt(4);
    var stated = r.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    return new SeriesRow(r.getLong(1), r.getLong(2), r.getString(3), stated, r.getString(5), r.getString(6), r.getLong(7), r.getLong(8), r.getLong(9),
        r.getLong(10), r.getLong(11));
  }

  private static InstanceRow instance(ResultSet r) throws SQLException {
    return new InstanceRow(r.getLong(1), r.getLong(2), r.getString(3), r.getString(4), r.getString(5), r.getInt(6), r.getInt(7), r.getInt(8), r.getInt(9),
        r.getBoolean(10), r.getInt(11), r.getString(12), r.getString(13), r.getString(14));
  }
}
