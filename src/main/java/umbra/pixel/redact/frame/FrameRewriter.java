package umbra.pixel.redact.frame;

import java.util.List;
import umbra.dicom.DicomException;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.redact.region.Box;
import umbra.pixel.redact.region.Cell;

/// Blackens boxes of one encoded frame at a time.
public interface FrameRewriter {
  /// What the codec can cut out of this frame.
  ///
  /// @throws DicomException if the frame cannot be cut, and why
  Cell cell(EncodedFrame frame) throws DicomException;

  /// The code stream with the boxes blackened, not padded.
  ///
  /// @param boxes inside the image, grown to the cells of this frame
  /// @throws DicomException if the frame is damaged or cannot be cut
  byte[] rewrite(EncodedFrame frame, List<Box> boxes) throws DicomException;
}
