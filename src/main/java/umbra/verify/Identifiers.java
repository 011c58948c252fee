package umbra.verify;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import umbra.deid.value.Placeholder;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.VR;

/// Collects the identifiers that stand in the source Data Sets of a subject, at any depth.
public final class Identifiers {
  private static final String WELL_KNOWN_ROOT = "1.2.840.10008.";
  private static final Map<Tag, IdentifierKind> KINDS = Map.ofEntries(Map.entry(Tags.PATIENT_ID, IdentifierKind.ID), Map.entry(Tag.of(0x0010, 0x1001), IdentifierKind.NAME),
      Map.entry(Tag.of(0x0010, 0x1000), IdentifierKind.ID), Map.entry(Tag.of(0x0008, 0x0050), IdentifierKind.ID), Map.entry(Tag.of(0x0038, 0x0010), IdentifierKind.ID),
      Map.entry(Tag.of(0x0010, 0x2154), IdentifierKind.PHONE), Map.entry(Tag.of(0x0010, 0x1040), IdentifierKind.ADDRESS), Map.entry(Tag.of(0x0008, 0x0080), IdentifierKind.INSTITUTION),
      Map.entry(Tag.of(0x0008, 0x0081), IdentifierKind.ADDRESS), Map.entry(Tag.of(0x0008, 0x1040), IdentifierKind.INSTITUTION), Map.entry(Tag.of(0x0008, 0x0094), IdentifierKind.PHONE),
      Map.entry(Tag.of(0x0040, 0x2017), IdentifierKind.ID), Map.entry(Tag.of(0x0040, 0x2016), IdentifierKind.ID), Map.entry(Tag.of(0x0010, 0x1090), IdentifierKind.ID));
  private static final Set<Tag> NAMES_OF_THE_PATIENT = Set.of(Tags.PATIENT_NAME, Tag.of(0x0010, 0x1005), Tag.of(0x0010, 0x1060), Tag.of(0x0010, 0x1001));
  /// UIDs that name a kind of thing, not a thing.
  private static final Set<Tag> CLASS_UIDS = Set.of(Tags.SOP_CLASS_UID, Tags.TRANSFER_SYNTAX_UID, Tags.MEDIA_STORAGE_SOP_CLASS_UID, Tag.of(0x0008, 0x1150), Tag.of(0x0008, 0x010C),
      Tag.of(0x0008, 0x0117), Tag.of(0x0008, 0x0118), Tag.of(0x0002, 0x0012), Tag.of(0x0008, 0x0062), Tag.of(0x0008, 0x1115));

  private final Set<Identifier> found = new LinkedHashSet<>();

  public void add(DataSet dataSet) {
    for (var element : dataSet) {
      for (var item : element.items()) add(item);
      kind(element).ifPresent(kind -> {
        for (var value : Text.values(element, dataSet.characterSets())) if (!value.isBlank() && !Placeholder.isOne(value)) add(kind, value.strip());
      });
    }
  }

  public void add(IdentifierKind kind, String value) {
    if (kind != IdentifierKind.UID || !value.startsWith(WELL_KNOWN_ROOT)) found.add(new Identifier(kind, value));
  }

  private static java.util.Optional<IdentifierKind> kind(DataElement element) {
    var known = KINDS.get(element.tag());
    if (known != null) return java.util.Optional.of(known);
    if (element.vr() == VR.PN) return java.util.Optional.of(NAMES_OF_THE_PATIENT.contains(element.tag()) ? IdentifierKind.NAME : IdentifierKind.PERSON);
    if (element.vr() == VR.DA || element.vr() == VR.DT) return java.util.Optional.of(IdentifierKind.DATE);
    if (element.vr() == VR.UI && !CLASS_UIDS.contains(element.tag())) return java.util.Optional.of(IdentifierKind.UID);
    return java.util.Optional.empty();
  }

  public Set<Identifier> all() {
    return Set.copyOf(found);
  }
}
