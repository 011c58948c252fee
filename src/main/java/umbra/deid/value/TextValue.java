package umbra.deid.value;

import java.util.Optional;
import umbra.dicom.TagPath;
import umbra.dicom.VR;

/// A text that a profile wants cleaned, with all that a decision about it may depend on.
///
/// @param where item numbers included; decisions that serve all items compare by the Tags only
/// @param privateCreator of a private element
/// @param text one value, without padding
/// @param subject whom the instance is about
public record TextValue(TagPath where, Optional<String> privateCreator, VR vr, String text, SourceSubject subject) {
  /// The place, not the text: it has no place in messages.
  @Override
  public String toString() {
    return vr + " " + where;
  }
}
