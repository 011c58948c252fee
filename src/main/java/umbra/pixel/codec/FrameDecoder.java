package umbra.pixel.codec;

import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.TransferSyntax;
import umbra.pixel.Raster;

/// Decodes single frames. Implementations hold no state between calls and may be used by several threads.
public interface FrameDecoder {

  /// The Transfer Syntaxes whose frames this decodes.
  Set<TransferSyntax> transferSyntaxes();

  /// The stored values of a frame. Rows and columns of the result equal those of the header.
  ///
  /// Whatever the bytes are, this returns or throws within a time and with memory that grow in line with the frame.
  ///
  /// @throws DicomException malformed, not supported, or over a limit; a damaged frame never comes back as a black image
  /// @throws java.util.concurrent.CancellationException from the checkpoint of the frame
  Raster decode(EncodedFrame frame) throws DicomException;
}
