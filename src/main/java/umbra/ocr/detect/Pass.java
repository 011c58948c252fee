package umbra.ocr.detect;

/// One look of the detector at a picture.
///
/// @param scale pixels the detector sees for each pixel of the picture; its strength are letters of 12 to 40 pixels
/// @param inverted dark and light are exchanged first
public record Pass(double scale, boolean inverted) {
  public Pass {
    if (!(scale > 0 && scale <= 4)) throw new IllegalArgumentException("scale out of range");
  }
}
