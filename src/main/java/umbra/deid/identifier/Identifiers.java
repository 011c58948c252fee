package umbra.deid.identifier;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.deid.value.Placeholder;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.text.CharacterSets;

/// Collects the identifiers that stand in the source Data Sets of a subject, at any depth.
public final class Identifiers {
  private static final int DAY = 8;
  private static final String WELL_KNOWN_ROOT = "1.2.840.10008.";
  private static final Map<Integer, IdentifierKind> KINDS = Map.ofEntries(Map.entry(0x0010_0020, IdentifierKind.ID), Map.entry(0x0010_1000, IdentifierKind.ID),
      Map.entry(0x0010_1050, IdentifierKind.ID), Map.entry(0x0010_1090, IdentifierKind.ID), Map.entry(0x0012_0040, IdentifierKind.ID), Map.entry(0x0008_0050, IdentifierKind.ID),
      Map.entry(0x0038_0010, IdentifierKind.ID), Map.entry(0x0038_0060, IdentifierKind.ID), Map.entry(0x0040_2016, IdentifierKind.ID), Map.entry(0x0040_2017, IdentifierKind.ID),
      Map.entry(0x0010_2154, IdentifierKind.PHONE), Map.entry(0x0008_0094, IdentifierKind.PHONE), Map.entry(0x0040_1103, IdentifierKind.PHONE),
      Map.entry(0x0010_1040, IdentifierKind.ADDRESS), Map.entry(0x0008_0092, IdentifierKind.ADDRESS), Map.entry(0x0040_1102, IdentifierKind.ADDRESS),
      Map.entry(0x0008_0080, IdentifierKind.INSTITUTION), Map.entry(0x0008_0081, IdentifierKind.INSTITUTION), Map.entry(0x0008_1040, IdentifierKind.INSTITUTION));
  private static final Set<Integer> NAMES_OF_THE_PATIENT = Set.of(0x0010_0010, 0x0010_1001, 0x0010_1005, 0x0010_1060);
  /// UIDs that name a kind of thing, not a thing.
  private static final Set<Tag> CLASS_UIDS = Set.of(Tags.SOP_CLASS_UID, Tags.TRANSFER_SYNTAX_UID, Tags.MEDIA_STORAGE_SOP_CLASS_UID, Tag.of(0x0008, 0x1150), Tag.of(0x0008, 0x010C),
      Tag.of(0x0008, 0x0117), Tag.of(0x0008, 0x0118), Tag.of(0x0002, 0x0012), Tag.of(0x0008, 0x0062), Tag.of(0x0008, 0x1115));

  private final Set<Identifier> found = new LinkedHashSet<>();

  public static Set<Identifier> of(DataSet dataSet) {
    var identifiers = new Identifiers();
    identifiers.add(dataSet);
    return identifiers.found;
  }

  public void add(DataSet dataSet) {
    CharacterSets sets = null;
    for (var element : dataSet) {
      for (var item : element.items()) add(item);
      var kind = kind(element);
      if (kind.isEmpty() || element.isEmpty()) continue;
      if (sets == null) sets = dataSet.characterSets();
      for (var value : Text.values(element, sets)) if (!value.isBlank() && !Placeholder.isOne(value)) add(kind.get(), value.strip());
    }
  }

  /// Of a date or a date and time only the eight digits of the day are kept.
  public void add(IdentifierKind kind, String value) {
    if (kind == IdentifierKind.DATE) found.add(new Identifier(kind, day(value)));
    else if (kind != IdentifierKind.UID || !value.startsWith(WELL_KNOWN_ROOT)) found.add(new Identifier(kind, value));
  }

  /// Older files write 1964.02.29 (PS3.5 6.2, DA).
  private static String day(String value) {
    var digits = value.replace(".", "").replace("-", "");
    return digits.length() > DAY ? digits.substring(0, DAY) : digits;
  }

  private static Optional<IdentifierKind> kind(DataElement element) {
    return switch (element.vr()) {
      case DA, DT -> Optional.of(IdentifierKind.DATE);
      case UI -> CLASS_UIDS.contains(element.tag()) ? Optional.empty() : Optional.of(IdentifierKind.UID);
      case PN -> Optional.of(NAMES_OF_THE_PATIENT.contains(element.tag().packed()) ? IdentifierKind.NAME : IdentifierKind.PERSON);
      case LO, SH, ST, LT, UT, UC, UN -> NAMES_OF_THE_PATIENT.contains(element.tag().packed()) ? Optional.of(IdentifierKind.NAME) : Optional.ofNullable(KINDS.get(element.tag().packed()));
      case AE, AS, AT, CS, DS, FD, FL, IS, OB, OD, OF, OL, OV, OW, SL, SQ, SS, SV, TM, UL, UR, US, UV -> Optional.empty();
    };
  }

  /// Whether an element is one of those that names, numbers and addresses come from.
  public static boolean isSource(DataElement element) {
    return element.vr() == VR.PN || KINDS.containsKey(element.tag().packed());
  }

  public Set<Identifier> all() {
    return Set.copyOf(found);
  }
}
