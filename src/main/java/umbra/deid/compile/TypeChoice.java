package umbra.deid.compile;

import java.util.Optional;
import umbra.deid.rule.Code;
import umbra.deid.table.AttributeType;
import umbra.dicom.VR;

/// The choice between the letters of a code, made by the Type of the Attribute at its place (PS3.15 Table E.1-1a).
///
/// No choice makes an object invalid that was valid: an X or Z for an Attribute of Type 1 becomes a dummy, an X for Type 2 and 2C an empty
/// value. What is not in the IOD can go altogether.
///
/// @param type empty if the Attribute is not listed for the IOD
/// @param complete all Attributes of the IOD are listed, so that an unlisted one is not in it; else it is taken for Type 1
record TypeChoice(Optional<AttributeType> type, boolean complete) {
  String words() {
    return type.map(AttributeType::toString).orElse(complete ? "not in the IOD" : "not known");
  }

  boolean isConditional() {
    return type.filter(t -> t == AttributeType.ONE_C || t == AttributeType.TWO_C).isPresent();
  }

  private boolean needsValue() {
    return type.map(t -> t == AttributeType.ONE || t == AttributeType.ONE_C).orElse(!complete);
  }

  private boolean needsPresence() {
    return type.map(t -> t != AttributeType.THREE).orElse(!complete);
  }

  private boolean isOutside() {
    return type.isEmpty() && complete;
  }

  /// The effect of a code that does not need the values; K, C and U are for those who know the VR.
  Effect of(Code code, VR vr) {
    return switch (code) {
      case X -> type.map(t -> t == AttributeType.ONE ? Effect.DUMMY : t == AttributeType.TWO || t == AttributeType.TWO_C ? Effect.EMPTY : Effect.REMOVE).orElse(Effect.REMOVE);
      case Z, Z_D -> needsValue() && type.isPresent() || code == Code.Z_D && needsValue() ? Effect.DUMMY : Effect.EMPTY;
      case D -> isOutside() ? Effect.REMOVE : Effect.DUMMY;
      case X_Z -> !needsPresence() ? Effect.REMOVE : type.filter(t -> t == AttributeType.ONE || t == AttributeType.ONE_C).isPresent() ? Effect.DUMMY : Effect.EMPTY;
      case X_D -> needsPresence() ? Effect.DUMMY : Effect.REMOVE;
      case X_Z_D -> needsValue() ? Effect.DUMMY : needsPresence() ? Effect.EMPTY : Effect.REMOVE;
      case X_Z_U -> needsValue() ? Effect.WITHIN : needsPresence() ? Effect.EMPTY : Effect.REMOVE;
      case K, C -> vr == VR.SQ ? Effect.WITHIN : Effect.KEEP;
      case U -> vr == VR.UI ? Effect.UID : vr == VR.SQ ? Effect.WITHIN : Effect.REMOVE;
    };
  }
}
