package umbra.workspace.header;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Value;
import umbra.dicom.text.AgeString;
import umbra.dicom.text.CharacterSets;
import umbra.dicom.text.DecodedText;
import umbra.dicom.text.DicomDate;
import umbra.dicom.text.DicomDateTime;
import umbra.dicom.text.DicomTime;

/// What a value means, in the words of people, beside the value as it stands.
public final class Gloss {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
  private static final Tag CODE_VALUE = Tag.of(0x0008, 0x0100);
  private static final Tag CODING_SCHEME = Tag.of(0x0008, 0x0102);
  private static final Tag CODE_MEANING = Tag.of(0x0008, 0x0104);
  private static final Tag LONG_CODE_VALUE = Tag.of(0x0008, 0x0119);
  private static final Tag URN_CODE_VALUE = Tag.of(0x0008, 0x0120);
  private static final Tag REFERENCED_SOP_INSTANCE = Tag.of(0x0008, 0x1155);
  private static final int MOST_CODES = 3;

  private Gloss() {}

  /// The meaning of the first value, if it needs one: a date, a time, an age, a coded entry, a reference.
  public static Optional<String> of(DataElement element, CharacterSets sets) {
    if (element.value() instanceof Value.Items(var items)) return items(items.subList(0, Math.min(items.size(), MOST_CODES)), items.size());
    if (element.isEmpty()) return Optional.empty();
    return switch (element.vr()) {
      case DA -> first(element, sets).flatMap(v -> DicomDate.parse(v).map(d -> date(d.date())).or(() -> Optional.of("not a date")));
      case TM -> first(element, sets).flatMap(v -> DicomTime.parse(v).map(Gloss::time).or(() -> Optional.of("not a time")));
      case DT -> first(element, sets).flatMap(v -> DicomDateTime.parse(v).map(Gloss::dateTime).or(() -> Optional.of("not a date and time")));
      case AS -> first(element, sets).flatMap(v -> AgeString.parse(v).map(Gloss::age));
      default -> Optional.empty();
    };
  }

  /// Some bytes of a text value are no characters of the sets declared.
  public static boolean hasUndecodable(DataElement element, CharacterSets sets) {
    return element.vr().isText() && ElementText.texts(element, sets).stream().anyMatch(v -> v.indexOf(DecodedText.UNDECODABLE) >= 0);
  }

  private static Optional<String> first(DataElement element, CharacterSets sets) {
    return ElementText.texts(element, sets).stream().filter(v -> !v.isEmpty()).findFirst();
  }

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  private static String time(DicomTime time) {
    return String.format("%02d:%02d", time.hour(), time.minute().orElse(0)) + (time.second().isPresent() ? String.format(":%02d", time.second().getAsInt()) : "");
  }

  private static String dateTime(DicomDateTime value) {
    var digits = value.digits();
    if (value.date().isEmpty()) return digits.length() == 4 ? digits : digits.substring(0, 4) + "-" + digits.substring(4, 6);
    var text = new StringBuilder(date(value.date().get()));
    for (int at = 8; at < digits.length(); at += 2) text.append(at == 8 ? " " : ":").append(digits, at, at + 2);
    return text + (value.zone().isEmpty() ? "" : " " + value.zone());
  }

  private static String age(AgeString age) {
    var unit = switch (age.unit()) {
      case D -> "day";
      case W -> "week";
      case M -> "month";
      case Y -> "year";
    };
    return age.number() + " " + unit + (age.number() == 1 ? "" : "s");
  }

  private static Optional<String> items(java.util.List<DataSet> shown, int all) {
    var texts = shown.stream().map(Gloss::item).flatMap(Optional::stream).toList();
    if (texts.isEmpty()) return Optional.empty();
    return Optional.of(texts.stream().collect(Collectors.joining(", ")) + (all > shown.size() ? ", …" : ""));
  }

  /// A coded entry as `Meaning (scheme value)`, or the instance that a reference names.
  public static Optional<String> item(DataSet item) {
    var value = item.text(CODE_VALUE).or(() -> item.text(LONG_CODE_VALUE)).or(() -> item.text(URN_CODE_VALUE));
    if (value.isPresent()) {
      var scheme = item.text(CODING_SCHEME).map(s -> s + " ").orElse("");
      return Optional.of(ElementText.visible(item.text(CODE_MEANING).orElse("no meaning") + " (" + scheme + value.get() + ")"));
    }
    return item.text(REFERENCED_SOP_INSTANCE).map(uid -> "→ " + ElementText.visible(uid));
  }
}
