package umbra.workspace.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import umbra.catalog.SourceRow;

/// What the manifest of `../shared/corpus` says of its files, and whether a catalogue agrees.
public final class CorpusManifest {
  /// What the corpus's notes call readable, and we put aside: they state no SOP Instance UID, which nobody can do without.
  public static final Set<String> WITHOUT_IDENTITY = Set.of("charset/empty_charset_LEI.dcm", "malformed/meta_missing_tsyntax.dcm",
      "overlay-icon/JPEGLosslessP14SV1_1s_1f_u_16_16.dcm", "private/nested_priv_SQ.dcm", "transfer-syntax/JLSL_RGB_ILV0.dcm", "transfer-syntax/JLSL_RGB_ILV2.dcm");

  private CorpusManifest() {}

  /// The manifest and the catalogue say the same of one file.
  public static void check(String path, Map<String, String> said, SourceRow row) {
    boolean isDicom = !said.get("sop_class").equals("n/a (not DICOM)");
    boolean readable = said.get("pydicom").equals("ok") && said.get("dcmdump").equals("ok");
    switch (row.outcome()) {
      case INSTANCE, DUPLICATE -> assertTrue(isDicom, path + " is no DICOM file");
      case NOT_DICOM -> assertFalse(isDicom && readable, path + " is DICOM");
      case DIRECTORY -> assertTrue(path.contains("DICOMDIR"), path + " is no DICOMDIR");
      case QUARANTINED -> assertTrue(!readable || WITHOUT_IDENTITY.contains(path), path + ": " + row.reason());
      case ARCHIVE -> assertFalse(isDicom, path);
    }
  }

  /// What it says of each file, by the name of the column.
  public static Map<String, Map<String, String>> read(Path corpus) throws IOException {
    var rows = new TreeMap<String, Map<String, String>>();
    var lines = records(Files.readString(corpus.resolve("manifest.csv")));
    var header = lines.getFirst();
    for (var line : lines.subList(1, lines.size())) {
      var row = new TreeMap<String, String>();
      for (int i = 0; i < header.size(); i++) row.put(header.get(i), line.get(i));
      rows.put(row.get("path"), row);
    }
    assertEquals(lines.size() - 1, new HashSet<>(rows.keySet()).size());
    return rows;
  }

  /// RFC 4180.
  private static List<List<String>> records(String csv) {
    var records = new ArrayList<List<String>>();
    var record = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') quoted = !quoted;
      else if (!quoted && (c == ',' || c == '\n')) {
        record.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          records.add(List.copyOf(record));
          record.clear();
        }
      } else if (quoted || c != '\r') cell.append(c);
    }
    return records;
  }
}
