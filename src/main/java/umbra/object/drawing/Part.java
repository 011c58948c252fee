package umbra.object.drawing;

/// Something of an object that is drawn or not as a person wishes: an ROI, a segment, a level of dose, a graphic layer.
///
/// @param number by which a [Drawing] speaks of it
/// @param kind such as `PTV`; empty if there is none
/// @param detail what else there is to say; empty if nothing
/// @param rgb as 0xRRGGBB
public record Part(int number, String name, String kind, String detail, int rgb) {
  private static final int[] PALETTE = {0xE6194B, 0x3CB44B, 0xFFE119, 0x4363D8, 0xF58231, 0x911EB4, 0x46F0F0, 0xF032E6, 0xBCF60C, 0xFABEBE, 0x008080, 0xE6BEFF};

  /// A colour for what states none, the same for the same number.
  public static int color(int number) {
    return PALETTE[Math.floorMod(number - 1, PALETTE.length)];
  }
}
