package umbra.practice.answer;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.Uid;
import umbra.dicom.Value;
import umbra.dicom.dict.TagPaths;

/// Holds one written file against answers about it.
///
/// @param row of the crosswalk
record AnswerCheck(DicomFile file, Map<String, String> row, Scorer.Links links) {
  private record Found(DataSet in, DataElement element) {
    String text() {
      if (element.value() instanceof Value.Bytes(var raw, _) && !element.vr().isText()) return new String(raw.toArray(), StandardCharsets.ISO_8859_1);
      return String.join("\\", Text.values(element, in.characterSets()));
    }
  }

  boolean isMet(Answer answer) {
    var expected = answer.expected();
    return switch (answer.action()) {
      case TAG_RETAINED -> find(answer.where()).isPresent();
      case TEXT_NOTNULL -> find(answer.where()).filter(f -> !f.text().isBlank()).isPresent();
      case TEXT_RETAINED -> text(answer.where()).equals(expected);
      case TEXT_REMOVED -> !text(answer.where()).contains(expected);
      case DATE_SHIFTED -> isShifted(expected, text(answer.where()));
      case UID_CHANGED -> isChanged(expected, text(answer.where()));
      case UID_CONSISTENT -> isChanged(expected, text(answer.where())) && links.link(expected, text(answer.where()));
      case PATID_CONSISTENT -> links.patient(expected, text(answer.where())) && text(answer.where()).equals(row.get("patient_id"));
      case PIXELS_HIDDEN -> isHidden(expected);
      case PIXELS_RETAINED -> pixels().map(PixelHash::of).filter(expected::equals).isPresent();
    };
  }

  private Optional<Found> find(String where) {
    var path = TagPaths.parse(where);
    var place = file.dataSet();
    for (var step : path.items()) {
      var items = place.items(step.sequence());
      if (step.item() >= items.size()) return Optional.empty();
      place = items.get(step.item());
    }
    var in = place;
    return in.find(path.tag()).map(e -> new Found(in, e));
  }

  /// What stands there; empty if nothing does.
  private String text(String where) {
    return switch (where) {
      case Answer.PREAMBLE -> latin(file.preamble().toArray());
      case Answer.TRAILING -> latin(file.trailing().toArray());
      case Answer.FRAGMENTS -> pixels().map(AnswerCheck::latin).orElse("");
      default -> find(where).map(Found::text).orElse("");
    };
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private boolean isShifted(String before, String after) {
    try {
      if (after.length() != before.length() || !after.substring(8).equals(before.substring(8))) return false;
      return links.shift(row.get("original_patient_id"), day(after).toEpochDay() - day(before).toEpochDay());
    } catch (DateTimeException | IndexOutOfBoundsException _) {
      return false;
    }
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static boolean isChanged(String before, String after) {
    return !after.equals(before) && new Uid(after).isValid();
  }

  private Optional<byte[]> pixels() {
    return file.dataSet().find(Tags.PIXEL_DATA).map(e -> switch (e.value()) {
      case Value.Bytes(var raw, _) -> raw.toArray();
      case Value.Fragments(_, var rest) -> joined(rest.stream().map(umbra.io.ByteSlice::toArray));
      case Value.Items _ -> new byte[0];
    });
  }

  private static byte[] joined(Stream<byte[]> parts) {
    var out = new java.io.ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }

  /// In native 8-bit pixels of the first frame: one colour fills the whole box.
  private boolean isHidden(String box) {
    var b = Stream.of(box.split(",")).mapToInt(Integer::parseInt).toArray();
    var data = file.dataSet();
    int samples = data.integer(Tag.of(0x0028, 0x0002)).orElse(1);
    int columns = data.integer(Tag.of(0x0028, 0x0011)).orElse(0);
    var bytes = pixels().orElse(new byte[0]);
    for (int y = b[1]; y < b[1] + b[3]; y++) {
      for (int x = b[0]; x < b[0] + b[2]; x++) {
        for (int s = 0; s < samples; s++) {
          int at = (y * columns + x) * samples + s;
          if (at >= bytes.length || bytes[at] != bytes[(b[1] * columns + b[0]) * samples + s]) return false;
        }
      }
    }
    return true;
  }
}
