package umbra.pixel.codec;

import umbra.dicom.DicomException;
import umbra.pixel.Raster;

/// What became of a frame: pixels, or the reason why there are none. Never a black picture in place of an error.
public sealed interface FrameResult {
  record Decoded(Raster raster) implements FrameResult {}

  /// @param cause malformed, not supported, or over a limit, with its place
  record Undecodable(DicomException cause) implements FrameResult {}
}
