package umbra.ocr.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// What the header says of this subject, in all the ways it may be written into a picture.
public final class SubjectWords {
  private static final String[] MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  /// PatientID, IssuerOfPatientID, OtherPatientIDs, AccessionNumber, StudyID, InstitutionName, InstitutionAddress, department, station, Patient's address,
  /// telephone, AdmissionID: named as a finding shows them.
  private static final Map<Tag, String> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put(Tag.of(0x0010, 0x0020), "PatientID");
    TEXTS.put(Tag.of(0x0010, 0x1000), "OtherPatientIDs");
    TEXTS.put(Tag.of(0x0008, 0x0050), "AccessionNumber");
    TEXTS.put(Tag.of(0x0020, 0x0010), "StudyID");
    TEXTS.put(Tag.of(0x0008, 0x0080), "InstitutionName");
    TEXTS.put(Tag.of(0x0008, 0x0081), "InstitutionAddress");
    TEXTS.put(Tag.of(0x0008, 0x1040), "InstitutionalDepartmentName");
    TEXTS.put(Tag.of(0x0008, 0x1010), "StationName");
    TEXTS.put(Tag.of(0x0010, 0x1040), "PatientAddress");
    TEXTS.put(Tag.of(0x0010, 0x2154), "PatientTelephoneNumbers");
    TEXTS.put(Tag.of(0x0038, 0x0010), "AdmissionID");
  }

  /// Family, given and middle names of two letters are looked for as words of their own.
  private static final int SHORT = 2;

  /// Where an identifier of one or two characters is looked for, as the whole of a text.
  private static final Set<String> IDENTIFIERS = Set.of("PatientID", "OtherPatientIDs", "AccessionNumber");

  /// @param folded as [Folding#folded] gives it
  /// @param isWhole nothing else stands there, since it is a part of many texts
  private record Word(String folded, String attribute, boolean isWhole) {
    Word(String folded, String attribute) {
      this(folded, attribute, false);
    }
  }

  private final List<Word> words;

  private SubjectWords(List<Word> words) {
    this.words = words;
  }

  public static SubjectWords none() {
    return new SubjectWords(List.of());
  }

  /// From the top level of a header.
  public static SubjectWords of(DataSet dataSet) {
    var words = new ArrayList<Word>();
    for (var element : dataSet) {
      if (!(element.value() instanceof Value.Bytes)) continue;
      var vr = element.vr();
      if (vr == VR.PN) dataSet.texts(element.tag()).forEach(t -> names(t, element.tag(), words));
      else if (vr == VR.DA || vr == VR.DT) date(dataSet.text(element.tag()).orElse(""), vr == VR.DA ? "a date" : "a date and time", words);
      else if (TEXTS.containsKey(element.tag())) dataSet.texts(element.tag()).forEach(t -> identifiers(t, TEXTS.get(element.tag()), words));
    }
    return new SubjectWords(List.copyOf(words));
  }

  /// From values by the name of their attribute, dates as stored: for those without a Data Set.
  public static SubjectWords of(Map<String, List<String>> values) {
    var words = new ArrayList<Word>();
    values.forEach((attribute, list) -> list.forEach(v -> {
      if (v.matches("(19|20)\\d{6}")) date(v, attribute, words);
      else texts(v, attribute, words);
    }));
    return new SubjectWords(List.copyOf(words));
  }

  private static void names(String name, Tag tag, List<Word> words) {
    boolean isPatient = tag.equals(Tag.of(0x0010, 0x0010));
    texts(name, isPatient ? "PatientName" : "the name of a person", words);
    if (!isPatient) return;
    for (var group : name.split("=")) {
      var components = group.split("\\^");
      for (int i = 0; i < Math.min(3, components.length); i++) if (Folding.folded(components[i]).length() == SHORT) words.add(new Word(Folding.folded(components[i]), "PatientName"));
    }
  }

  private static void texts(String value, String attribute, List<Word> words) {
    add(value, attribute, words);
    for (var part : value.split("[\\s^=,;\\\\/]+")) add(part, attribute, words);
  }

  private static void identifiers(String value, String attribute, List<Word> words) {
    texts(value, attribute, words);
    if (!IDENTIFIERS.contains(attribute)) return;
    var folded = Folding.folded(value);
    if (!folded.isEmpty() && folded.length() <= SHORT) words.add(new Word(folded, attribute, true));
  }

  private static void add(String part, String attribute, List<Word> words) {
    var folded = Folding.folded(part);
    if (folded.length() >= 3) words.add(new Word(folded, attribute));
  }

  /// @param stored YYYYMMDD, or longer
  private static void date(String stored, String attribute, List<Word> words) {
    if (!stored.matches("\\d{8}.*")) return;
    var y = stored.substring(0, 4);
    var m = stored.substring(4, 6);
    var d = stored.substring(6, 8);
    int month = Integer.parseInt(m);
    var forms = new ArrayList<>(List.of(y + m + d, d + m + y, m + d + y, d + m + y.substring(2), m + d + y.substring(2), y.substring(2) + m + d));
    if (month >= 1 && month <= 12) {
      var name = MONTHS[month - 1].toUpperCase(Locale.ROOT);
      var day = String.valueOf(Integer.parseInt(d));
      forms.addAll(List.of(d + name + y, day + name + y, name + d + y, name + day + y, d + name + y.substring(2)));
    }
    for (var form : forms) add(form, attribute, words);
  }

  /// The attribute that a text shows, allowing for errors of the reader.
  Optional<String> match(String text) {
    var folded = Folding.folded(text);
    for (var word : words) if (word.isWhole() && word.folded().equals(folded)) return Optional.of(word.attribute());
    if (folded.length() < SHORT) return Optional.empty();
    for (var word : words) {
      if (word.isWhole()) continue;
      int length = word.folded().length();
      int allowed = Math.max(1, length / 4);
      if (length <= 3) {
        if (tokens(text).contains(word.folded())) return Optional.of(word.attribute());
      } else if (Folding.distance(word.folded(), folded) <= allowed) {
        return Optional.of(word.attribute());
      }
    }
    return Optional.empty();
  }

  private static List<String> tokens(String text) {
    return List.of(text.split("[^\\p{L}\\p{N}|]+")).stream().map(Folding::folded).toList();
  }
}
