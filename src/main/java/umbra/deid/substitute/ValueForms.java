package umbra.deid.substitute;

import umbra.dicom.VR;
import umbra.io.ByteSlice;

/// Whether bytes can be a value of a VR: who abuses a number for a name is found out (PS3.5 6.2).
public final class ValueForms {
  private ValueForms() {}

  /// Looks only at the characters; anything goes for VRs that may hold any.
  public static boolean fits(VR vr, ByteSlice raw) {
    return switch (vr) {
      case DS, IS, DA, TM, DT, AS, UI, CS -> fits(vr, raw.toArray());
      default -> true;
    };
  }

  private static boolean fits(VR vr, byte[] bytes) {
    for (byte b : bytes) {
      if (b == ' ' || b == '\\' || b == 0) continue;
      boolean digit = b >= '0' && b <= '9';
      boolean letter = b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
      boolean good = digit || switch (vr) {
        case DS -> b == '.' || b == '-' || b == '+' || b == 'E' || b == 'e';
        case IS -> b == '-' || b == '+';
        case DA, TM -> b == '.' || b == ':' || b == '-';
        case DT -> b == '.' || b == '-' || b == '+';
        case AS -> b == 'D' || b == 'W' || b == 'M' || b == 'Y';
        case UI -> b == '.';
        default -> letter || b == '_' || b == '-' || b == '.' || b == '/' || b == '+' || b == '*' || b == '(' || b == ')' || b == '#' || b == '%' || b == ':' || b == '&';
      };
      if (!good) return false;
    }
    return true;
  }
}
