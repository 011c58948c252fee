package umbra.pixel.redact.region;

/// The smallest piece of an image that can be blackened without a change to its neighbours.
///
/// @param width in pixels
/// @param height in pixels
/// @param reachX how far the colour of a neighbour reaches into a blackened cell when a decoder smooths it out, in pixels
/// @param reachY the same, vertically
public record Cell(int width, int height, int reachX, int reachY) {
  public static final Cell PIXEL = new Cell(1, 1, 0, 0);
}
