package umbra.workspace.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umbra.deid.Retention;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// One line of manifest.csv.
///
/// @param pixels `untouched`, `cleaned`, `redacted` or `none`; the file calls all that is not byte for byte as it was redacted, and tells the two apart in its last column
/// @param proof that nothing but the boxes was changed and no text is left, in words; empty where nothing was redacted. Not in
///     the CSV file, whose columns are fixed
public record ManifestLine(String path, String sha256, long bytes, String sopClass, String transferSyntax, String patientId, String study, String series, String sop, String pixels,
    Retention elements, String proof) {
  static final String CLEANED = "cleaned";
  /// Cells, from 0, that many lines have alike.
  private static final int[] REPEATED = {3, 4, 5, 6, 7, 9};
  public static final List<String> HEADER = List.of("path", "sha256", "bytes", "sop_class_uid", "transfer_syntax_uid", "patient_id", "study_instance_uid", "series_instance_uid",
      "sop_instance_uid", "pixels", "elements_in", "elements_kept", "elements_changed", "elements_removed", "pixels_detail");

  static ManifestLine of(String path, String sha256, long bytes, DataSet result, String transferSyntax, String pixels, Retention elements, String proof) {
    return new ManifestLine(path, sha256, bytes, text(result, Tags.SOP_CLASS_UID), transferSyntax, text(result, Tags.PATIENT_ID), text(result, Tag.of(0x0020, 0x000D)),
        text(result, Tag.of(0x0020, 0x000E)), text(result, Tags.SOP_INSTANCE_UID), pixels, elements, proof);
  }

  private static String text(DataSet dataSet, Tag tag) {
    return dataSet.text(tag).orElse("").strip();
  }

  /// The cells in the order of the header.
  List<String> csv() {
    var cells = new ArrayList<>(cells());
    if (pixels.equals(CLEANED)) cells.set(HEADER.indexOf("pixels"), "redacted");
    cells.add(pixels);
    return List.copyOf(cells);
  }

  private List<String> cells() {
    return List.of(path, sha256, Long.toString(bytes), sopClass, transferSyntax, patientId, study, series, sop, pixels, Integer.toString(elements.in()), Integer.toString(elements.kept()),
        Integer.toString(elements.cleaned() + elements.replaced()), Integer.toString(elements.removed()));
  }

  /// As the catalogue keeps it; tabs stand in none of the cells.
  String stored() {
    return String.join("\t", cells()) + "\t" + elements.cleaned() + "\t" + proof;
  }

  static ManifestLine ofStored(String stored) {
    return ofStored(stored, new HashMap<>());
  }

  /// @param cells met before: a hundred thousand lines of a collection say the same of their class, subject, study and series
  static ManifestLine ofStored(String stored, Map<String, String> cells) {
    var c = stored.split("\t", -1);
    for (int i : REPEATED) c[i] = cells.computeIfAbsent(c[i], cell -> cell);
    int cleaned = Integer.parseInt(c[14]);
    return new ManifestLine(c[0], c[1], Long.parseLong(c[2]), c[3], c[4], c[5], c[6], c[7], c[8], c[9],
        new Retention(Integer.parseInt(c[11]), cleaned, Integer.parseInt(c[12]) - cleaned, Integer.parseInt(c[13])), c.length > 15 ? c[15] : "");
  }
}
