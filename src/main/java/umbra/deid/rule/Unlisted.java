package umbra.deid.rule;

import java.util.Map;
import umbra.dicom.VR;

/// What happens to elements that no row of Table E.1-1 names.
///
/// @param standard elements of the dictionary whose VR is not in `byVr`
/// @param byVr elements of the dictionary, by VR
/// @param unknown elements of even groups that no dictionary knows, and of groups that may not exist
public record Unlisted(Code standard, Map<VR, Code> byVr, Code unknown) {
  public Unlisted {
    byVr = Map.copyOf(byVr);
  }

  public Code of(VR vr) {
    return byVr.getOrDefault(vr, standard);
  }
}
