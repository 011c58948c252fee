package umbra.object.report;

import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// A coded entry (PS3.3 8). Parts that are absent are empty.
public record Code(String value, String scheme, String meaning) {
  static final Tag MEANING = Tag.of(0x0008, 0x0104);

  /// The first Item of a code sequence; empty if there is none.
  public static Optional<Code> of(DataSet home, Tag sequence) {
    return home.items(sequence).stream().findFirst().map(Code::of);
  }

  static Code of(DataSet item) {
    var value = item.text(Tag.of(0x0008, 0x0100)).or(() -> item.text(Tag.of(0x0008, 0x0119))).or(() -> item.text(Tag.of(0x0008, 0x0120)));
    return new Code(value.orElse(""), item.text(Tag.of(0x0008, 0x0102)).orElse(""), item.text(MEANING).orElse(""));
  }

  /// The meaning, or the value where it has none.
  public String words() {
    return meaning.isEmpty() ? value : meaning;
  }

  /// Made by whoever wrote the report: its meaning may hold anything.
  public boolean isLocal() {
    return scheme.isEmpty() || scheme.startsWith("99") || scheme.equals("L");
  }
}
