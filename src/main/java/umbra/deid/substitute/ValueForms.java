package umbra.deid.substitute;

import java.util.Set;
import umbra.dicom.VR;
import umbra.io.ByteSlice;

/// Whether bytes can be a value of a VR: who abuses a number for a name is found out (PS3.5 6.2).
public final class ValueForms {
  /// Words of Image Type and its like (PS3.3 C.7.6.1.1.2, C.8.16.1) and of report trees (C.17.3): a patient called by one of them does not make it a name.
  private static final Set<String> TERMS = Set.of("ORIGINAL", "DERIVED", "MIXED", "PRIMARY", "SECONDARY", "AXIAL", "LOCALIZER", "PERFUSION", "DIFFUSION", "VOLUME", "OTHER", "NONE", "HEAD", "CHEST",
      "ABDOMEN", "BREAST", "PHANTOM", "STANDARD", "UNKNOWN", "TEST", "TEXT", "NUM", "CODE", "CONTAINER", "PNAME", "DATE", "TIME", "DATETIME", "UIDREF", "COMPOSITE", "IMAGE", "WAVEFORM", "SCOORD",
      "SCOORD3D", "TCOORD", "TABLE", "CONTAINS", "HAS PROPERTIES", "INFERRED FROM", "SELECTED FROM", "HAS OBS CONTEXT", "HAS ACQ CONTEXT", "HAS CONCEPT MOD", "SEPARATE", "CONTINUOUS",
      "COMPLETE", "PARTIAL", "VERIFIED", "UNVERIFIED", "DISPLAY", "PIXEL", "POINT", "POLYLINE", "CIRCLE", "ELLIPSE");

  /// Body Part Examined for humans (PS3.16 Annex L).
  private static final Set<String> BODY_PARTS = Set.of("ABDOMENPELVIS", "ADRENAL", "ANKLE", "AORTA", "ARM", "AXILLA", "BACK", "BLADDER", "BRAIN", "BRONCHUS", "BUTTOCK", "CALCANEUS", "CALF", "CAROTID",
      "CEREBELLUM", "CERVIX", "CHEEK", "CHESTABDOMEN", "CHESTABDPELVIS", "CIRCLEOFWILLIS", "CLAVICLE", "COCCYX", "COLON", "CORNEA", "CORONARYARTERY", "CSPINE", "CTSPINE", "DUODENUM", "EAR", "ELBOW",
      "ESOPHAGUS", "EXTREMITY", "EYE", "EYELID", "FACE", "FEMUR", "FINGER", "FOOT", "GALLBLADDER", "HAND", "HEADNECK", "HEART", "HIP", "HUMERUS", "IAC", "ILEUM", "ILIUM", "JAW", "JEJUNUM", "KIDNEY",
      "KNEE", "LARYNX", "LEG", "LIVER", "LSPINE", "LSSPINE", "LUNG", "MAXILLA", "MEDIASTINUM", "MOUTH", "NECK", "NECKCHEST", "NECKCHESTABDOMEN", "NECKCHESTABDPELV", "NOSE", "ORBIT", "OVARY", "PANCREAS",
      "PARATHYROID", "PAROTID", "PATELLA", "PELVIS", "PENIS", "PHARYNX", "PROSTATE", "RECTUM", "RIB", "SCALP", "SCAPULA", "SCLERA", "SCROTUM", "SHOULDER", "SKULL", "SPINE", "SPLEEN", "SSPINE", "STERNUM",
      "STOMACH", "SUBMANDIBULAR", "TESTIS", "THIGH", "THUMB", "THYMUS", "THYROID", "TLSPINE", "TMJOINT", "TOE", "TONGUE", "TRACHEA", "TSPINE", "URETER", "URETHRA", "UTERUS", "VAGINA", "VULVA",
      "WHOLEBODY", "WRIST", "ZYGOMA");

  private ValueForms() {}

  /// Says what kind of image it is, whoever bears it as a name.
  public static boolean isTerm(VR vr, String value) {
    return vr == VR.CS && (TERMS.contains(value) || BODY_PARTS.contains(value));
  }

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
