package umbra.deid.compile;

import java.util.Optional;
import umbra.deid.rule.ProfileOption;
import umbra.dicom.VR;

/// What a code comes to for a VR.
final class Values {
  private Values() {}

  /// A dummy for a UID is another UID, so that references stay whole.
  static Effect plain(Effect effect, VR vr) {
    return effect == Effect.DUMMY && vr == VR.UI ? Effect.UID : effect;
  }

  /// C, by what the option is about and what the VR can hold; the fallback where no cleaning exists.
  static Effect cleaned(VR vr, Optional<ProfileOption> option, int tag, Effect fallback) {
    if (option.filter(o -> o == ProfileOption.CLEAN_STRUCTURED_CONTENT).isPresent()) return Effect.CONTENT;
    if (option.filter(o -> o == ProfileOption.CLEAN_GRAPHICS).isPresent() && vr != VR.SQ) return Effect.KEEP;
    return switch (vr) {
      case SQ -> Effect.WITHIN;
      case DA, DT -> Effect.DATE;
      case TM -> Effect.KEEP;
      case UI -> Effect.UID;
      case AS -> Effect.AGE;
      case AE, CS, LO, LT, SH, ST, UC, UT, UR -> tag == 0x0008_0201 ? fallback : Effect.TEXT;
      case PN, AT, DS, FD, FL, IS, OB, OD, OF, OL, OV, OW, SL, SS, SV, UL, UN, US, UV -> fallback;
    };
  }
}
