package umbra.pixel.stream.code;

import umbra.dicom.DicomException;
import umbra.io.ByteSlice;

/// Cuts out of one code stream what decoding does not need and what may tell something.
@FunctionalInterface
public interface StreamCleaner {
  /// The same slice if nothing has to go.
  ///
  /// @throws DicomException if the stream cannot be followed, so that nobody knows what it holds
  ByteSlice clean(ByteSlice stream) throws DicomException;
}
