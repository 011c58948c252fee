package umbra.workspace.deidentify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import umbra.deid.value.Identifiers;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.Value;

/// Looks through a Data Set that was written for the identifiers of its own subject, in texts and in blobs.
///
/// Only the first place is told, never the identifier.
record LeakCheck(Identifiers identifiers) {
  private static final int LONGEST_BLOB = 1 << 20;

  Optional<TagPath> leak(DataSet dataSet) {
    for (var element : dataSet) {
      if (element.tag().equals(Tags.PATIENT_NAME) || element.tag().equals(Tags.PATIENT_ID)) continue; // our own pseudonyms
      if (element.value() instanceof Value.Items(var items)) {
        for (int i = 0; i < items.size(); i++) {
          var inner = leak(items.get(i));
          if (inner.isPresent()) return Optional.of(under(element, i, inner.get()));
        }
      } else if (holds(dataSet, element)) {
        return Optional.of(TagPath.of(element.tag()));
      }
    }
    return Optional.empty();
  }

  private static TagPath under(DataElement element, int item, TagPath inner) {
    var steps = new java.util.ArrayList<TagPath.Step>();
    steps.add(new TagPath.Step(element.tag(), item));
    steps.addAll(inner.items());
    return new TagPath(steps, inner.tag());
  }

  private boolean holds(DataSet dataSet, DataElement element) {
    if (element.isEmpty() || Identifiers.isSource(element)) return false;
    return switch (element.vr()) {
      case LO, LT, SH, ST, UC, UT, UR, AE -> identifiers.isIn(String.join("\n", Text.values(element, dataSet.characterSets())));
      case OB, UN, OW -> element.tag().isPrivate() && element.value() instanceof Value.Bytes(var raw, _) && raw.length() <= LONGEST_BLOB
          && identifiers.isIn(new String(raw.toArray(), StandardCharsets.ISO_8859_1));
      case AS, AT, CS, DA, DS, DT, FD, FL, IS, OD, OF, OL, OV, PN, SL, SQ, SS, SV, TM, UI, UL, US, UV -> false;
    };
  }
}
