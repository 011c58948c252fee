package umbra.workspace.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import umbra.catalog.arrival.NewInstance;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.Value;
import umbra.dicom.dict.Dictionary;

/// What the catalogue keeps of a header.
final class HeaderSummary {
  private static final int LONGEST_VALUE = 200;
  private static final int LONGEST_ATTRIBUTES = 16_384;
  private static final Tag SOP_INSTANCE_UID_OF_META = Tags.MEDIA_STORAGE_SOP_INSTANCE_UID;
  private static final Tag STUDY_INSTANCE_UID = Tag.of(0x0020, 0x000D);
  private static final Tag SERIES_INSTANCE_UID = Tag.of(0x0020, 0x000E);
  private static final Tag ISSUER_OF_PATIENT_ID = Tag.of(0x0010, 0x0021);
  private static final Tag BIRTH_DATE = Tag.of(0x0010, 0x0030);
  private static final Tag IMAGE_POSITION = Tag.of(0x0020, 0x0032);
  private static final Tag IMAGE_ORIENTATION = Tag.of(0x0020, 0x0037);
  /// Attributes of patient and study that cannot differ within a study (PS3.3 A.1.2).
  private static final Map<String, Tag> CONSTANTS = Map.of("PatientName", Tags.PATIENT_NAME, "PatientBirthDate", BIRTH_DATE, "PatientSex", Tag.of(0x0010, 0x0040),
      "StudyDate", Tag.of(0x0008, 0x0020), "AccessionNumber", Tag.of(0x0008, 0x0050));

  private final DicomFile file;
  private final DataSet dataSet;
  private final Dictionary dictionary;

  HeaderSummary(DicomFile file, Dictionary dictionary) {
    this.file = file;
    this.dataSet = file.dataSet();
    this.dictionary = dictionary;
  }

  /// Empty if nothing identifies the instance.
  Optional<String> sopInstanceUid() {
    return uid(Tags.SOP_INSTANCE_UID).or(() -> file.fileMeta().text(SOP_INSTANCE_UID_OF_META).map(String::strip).filter(t -> !t.isEmpty()));
  }

  String sopClassUid() {
    return uid(Tags.SOP_CLASS_UID).or(() -> file.fileMeta().text(Tags.MEDIA_STORAGE_SOP_CLASS_UID)).orElse("");
  }

  NewInstance of(String sopInstanceUid) {
    var id = text(Tags.PATIENT_ID);
    var name = text(Tags.PATIENT_NAME);
    int rows = Math.max(0, dataSet.integer(Tags.ROWS).orElse(0));
    int columns = Math.max(0, dataSet.integer(Tags.COLUMNS).orElse(0));
    return new NewInstance(subject(id, name), id, name, uid(STUDY_INSTANCE_UID).orElse(""), text(Tag.of(0x0008, 0x0020)), text(Tag.of(0x0008, 0x1030)), constants(),
        uid(SERIES_INSTANCE_UID).orElse(""), number(Tag.of(0x0020, 0x0011)), text(Tags.MODALITY), text(Tag.of(0x0008, 0x103E)), attributes(), sopInstanceUid,
        sopClassUid(), file.transferSyntax().uid(), number(Tag.of(0x0020, 0x0013)).orElse(0), slicePosition(), Math.max(1, number(Tags.NUMBER_OF_FRAMES).orElse(1)), rows,
        columns, rows > 0 && columns > 0, file.notes().stream().map(n -> n.kind().name()).distinct().collect(Collectors.joining(" ")));
  }

  /// The Patient ID with its issuer; without one, name and birth date; without a name, the study; the same person under two spellings stays two.
  private String subject(String id, String name) {
    if (!id.isEmpty()) return "id\n" + id + "\n" + text(ISSUER_OF_PATIENT_ID);
    if (name.isEmpty()) return "study\n" + uid(STUDY_INSTANCE_UID).orElse("");
    return "name\n" + name + "\n" + text(BIRTH_DATE);
  }

  private Map<String, String> constants() {
    var constants = new LinkedHashMap<String, String>();
    CONSTANTS.forEach((keyword, tag) -> {
      var value = text(tag);
      if (!value.isEmpty()) constants.put(keyword, value);
    });
    return constants;
  }

  /// Place of the slice along its normal in mm (PS3.3 C.7.6.2.1.1); 0 if the image has no place in the patient.
  private double slicePosition() {
    var o = new double[6];
    var p = new double[3];
    for (int i = 0; i < 6; i++) o[i] = dataSet.decimal(IMAGE_ORIENTATION, i).orElse(0);
    for (int i = 0; i < 3; i++) p[i] = dataSet.decimal(IMAGE_POSITION, i).orElse(0);
    double along = p[0] * (o[1] * o[5] - o[2] * o[4]) + p[1] * (o[2] * o[3] - o[0] * o[5]) + p[2] * (o[0] * o[4] - o[1] * o[3]);
    return Double.isFinite(along) ? along : 0;
  }

  private String attributes() {
    var lines = new StringBuilder();
    for (var element : dataSet) {
      var value = searchable(element);
      if (value.isEmpty() || lines.length() > LONGEST_ATTRIBUTES) continue;
      var key = dictionary.find(element.tag()).map(Dictionary.Entry::keyword).filter(k -> !k.isEmpty())
          .orElseGet(() -> String.format(Locale.ROOT, "%08x", element.tag().packed()));
      lines.append(key).append('=').append(value.replace('\n', ' ').replace('\r', ' ')).append('\n');
    }
    lines.append("TransferSyntax=").append(file.transferSyntax().title()).append('\n');
    return lines.toString().toLowerCase(Locale.ROOT);
  }

  private String searchable(DataElement element) {
    if (!(element.value() instanceof Value.Bytes(var raw, _)) || raw.isEmpty() || raw.length() > 1024 || element.tag().isGroupLength()) return "";
    List<String> values = switch (element.vr()) {
      case AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT -> Text.values(element, dataSet.characterSets());
      case US, SS, UL, SL -> Numbers.count(element) <= 4 ? Numbers.decimal(element, 0).stream().mapToObj(v -> Long.toString((long) v)).toList() : List.of();
      default -> List.of();
    };
    var joined = String.join("\\", values).strip();
    return joined.length() > LONGEST_VALUE ? joined.substring(0, LONGEST_VALUE) : joined;
  }

  private String text(Tag tag) {
    return dataSet.text(tag).map(String::strip).orElse("");
  }

  private Optional<String> uid(Tag tag) {
    return dataSet.text(tag).map(String::strip).filter(t -> !t.isEmpty());
  }

  private OptionalInt number(Tag tag) {
    return dataSet.integer(tag);
  }
}
