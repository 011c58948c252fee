package umbra.pixel.redact;

import umbra.pixel.redact.fill.Fill;

/// What the curator chose; it goes on record.
///
/// @param lossy what becomes of images whose compression loses something with every writing and cannot be cut in place
public record RedactionChoice(Fill fill, Lossy lossy) {
  /// For near-lossless JPEG-LS, lossy JPEG 2000, video, and JPEG that cannot be cut in its blocks.
  public enum Lossy {
    /// The decoded frames are stored in a lossless syntax: larger, but nothing more is lost.
    STORE_LOSSLESSLY,
    /// The image is refused.
    WITHHOLD
  }

  /// Black, and nothing stored in another form than it came in.
  public static final RedactionChoice CAREFUL = new RedactionChoice(Fill.BLACK, Lossy.WITHHOLD);
  /// Black, and lossless where the form it came in cannot be kept.
  public static final RedactionChoice USUAL = new RedactionChoice(Fill.BLACK, Lossy.STORE_LOSSLESSLY);
}
