package umbra.deid.substitute;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// Stand-ins that fit a VR, carry nothing, and look like nobody: the same for everyone.
public final class Dummies {
  /// Stands for a text.
  public static final String TEXT = "REMOVED";

  /// Attributes whose values are enumerated, or as good as that, in all IODs; the last value stands for all that follow.
  private static final Map<Integer, List<String>> TERMS = Map.of(0x0008_0008, List.of("DERIVED", "PRIMARY", "OTHER", "NONE"), 0x0008_9007, List.of("DERIVED", "PRIMARY", "OTHER", "NONE"),
      0x0028_1054, List.of("US"), 0x0042_0012, List.of("application/pdf"));

  /// Values that the standard itself gives, in small letters: whoever wrote them told nothing by it.
  private static final Map<Integer, Set<String>> KNOWN = Map.of(0x0028_1054, Set.of("hu", "od", "us", "mgml", "pct", "z_eff", "ed", "edw", "hu_mod"),
      0x0042_0012, Set.of("application/pdf", "text/xml", "model/stl", "model/obj", "model/mtl"));

  private Dummies() {}

  /// All values are known for this Attribute, so that no dummy has to take their place.
  public static boolean isKnown(Tag tag, List<String> values) {
    var known = KNOWN.get(tag.packed());
    return known != null && values.stream().allMatch(v -> known.contains(v.toLowerCase(Locale.ROOT)));
  }

  /// A Value Field of even length for an Attribute of the standard.
  public static byte[] bytes(Tag tag, VR vr, int count) {
    var terms = TERMS.get(tag.packed());
    if (terms == null || !vr.isText()) return bytes(vr, count);
    var text = new StringBuilder(terms.getFirst());
    for (int i = 1; i < count; i++) text.append('\\').append(terms.get(Math.min(i, terms.size() - 1)));
    if ((text.length() & 1) == 1) text.append((char) vr.padding());
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// One value of a VR in characters.
  ///
  /// @throws IllegalArgumentException for a binary VR
  public static String text(VR vr) {
    return switch (vr) {
      case AE, CS, LO, LT, PN, SH, ST, UC, UT -> TEXT;
      case AS -> "000Y";
      case DA -> "19000101";
      case DT -> "19000101000000";
      case TM -> "000000";
      case DS, IS -> "0";
      case UI -> "2.25.0";
      case UR -> "about:removed";
      case AT, FD, FL, OB, OD, OF, OL, OV, OW, SL, SQ, SS, SV, UL, UN, US, UV -> throw new IllegalArgumentException(vr + " has no characters");
    };
  }

  /// A Value Field of even length.
  ///
  /// @param count values, where the VR allows more than one
  public static byte[] bytes(VR vr, int count) {
    if (!vr.isText()) return new byte[Math.max(2, vr.valueBytes() * Math.max(1, count)) + 1 & ~1];
    var text = new StringBuilder(text(vr));
    for (int i = 1; i < count && vr.isMultiValued(); i++) text.append('\\').append(text(vr));
    if ((text.length() & 1) == 1) text.append((char) vr.padding());
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// The least number of values of a VM such as `1`, `2-n`, `6`, `1-99`.
  public static int leastCount(String vm) {
    int end = 0;
    while (end < vm.length() && Character.isDigit(vm.charAt(end))) end++;
    return end == 0 ? 1 : Integer.parseInt(vm, 0, end, 10);
  }
}
