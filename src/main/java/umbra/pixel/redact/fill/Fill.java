package umbra.pixel.redact.fill;

/// What stands in a box afterwards: one value, never texture.
public sealed interface Fill {
  Fill BLACK = new Black();

  /// What is shown as black: the least or greatest stored value of a monochrome image, the darkest entry of a palette, no
  /// light and no colour in the rest. Floating point images get their padding value, or zero.
  record Black() implements Fill {}

  /// A stored value, for each sample of a pixel the same; cut to the range of the stored bits.
  record Stored(int value) implements Fill {}
}
