package umbra.deid.compile;

import java.util.Optional;
import umbra.deid.rule.Code;
import umbra.dicom.VR;

/// What was found out once about a Tag at a place: everything a walk needs, so that it makes no objects for what stays.
///
/// @param effect on an element that has a value
/// @param fallback where the effect cannot be had: text nobody decided about, a date that is none
/// @param rule printed
/// @param code the rule's
/// @param type of the Attribute at this place, or why there is none
/// @param conditional 1C or 2C: removing it is worth a remark
/// @param count least number of values
/// @param text that the profile gives
/// @param child what holds in the Items
public record Slot(int tag, VR vr, Effect effect, Effect fallback, String rule, Code code, String type, boolean conditional, int count, Optional<String> text, RuleNode child) {
  static final String UNLISTED = "unlisted ";

  /// Whether the element may be kept for its text only if it is free of identifiers.
  public boolean keepsFreeText() {
    return effect == Effect.KEEP && switch (vr) {
      case LO, LT, SH, ST, UC, UT, UR, PN, AE, CS -> true;
      default -> false;
    };
  }

  /// Whether it would stay only because nobody listed it, or because some list calls it safe: then its text is looked through.
  public boolean isUnasked() {
    return rule.startsWith(UNLISTED) || rule.startsWith("private");
  }
}
