package umbra.pixel.codec;

import umbra.dicom.DicomException;
import umbra.dicom.TransferSyntax;
import umbra.pixel.Checkpoint;
import umbra.pixel.Raster;

/// Encodes single frames. Implementations hold no state between calls and may be used by several threads.
public interface FrameEncoder {

  TransferSyntax transferSyntax();

  /// The code stream of a frame, not padded to an even length.
  ///
  /// @throws umbra.dicom.UnsupportedDicomException if the syntax cannot hold such samples
  /// @throws java.util.concurrent.CancellationException from the checkpoint
  byte[] encode(Raster raster, Checkpoint checkpoint) throws DicomException;
}
