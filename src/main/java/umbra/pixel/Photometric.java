package umbra.pixel;

import java.util.Arrays;
import java.util.Optional;

/// Photometric Interpretation (PS3.3 C.7.6.3.1.2).
public enum Photometric {
  MONOCHROME1, MONOCHROME2, PALETTE_COLOR, RGB, HSV, ARGB, CMYK, YBR_FULL, YBR_FULL_422, YBR_PARTIAL_420,
  YBR_PARTIAL_422, YBR_ICT, YBR_RCT, XYB;

  /// The defined term, as in the file.
  public String term() {
    return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
  }

  public static Optional<Photometric> ofTerm(String term) {
    return Arrays.stream(values()).filter(p -> p.term().equals(term.strip())).findFirst();
  }

  /// Luminance and two colour differences of any kind.
  public boolean isYbr() {
    return name().startsWith("YBR");
  }
}
