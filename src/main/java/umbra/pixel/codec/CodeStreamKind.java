package umbra.pixel.codec;

import java.util.Optional;
import umbra.dicom.TransferSyntax;
import umbra.io.ByteSlice;

/// Tells by its first bytes what a code stream is, where no Transfer Syntax UID does.
final class CodeStreamKind {
  private static final int MOST_BYTES = 4096;

  private CodeStreamKind() {}

  /// A syntax whose decoder reads the stream: of the JPEG family one that takes all its processes.
  static Optional<TransferSyntax> of(ByteSlice stream) {
    var bytes = stream.slice(0, Math.min(MOST_BYTES, stream.length())).toArray();
    if (bytes.length < 12) return Optional.empty();
    int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    if (first == 0xFF4F) return Optional.of(TransferSyntax.JPEG_2000);
    if (first == 0xFFD8) return Optional.of(isJpegLs(bytes) ? TransferSyntax.JPEG_LS_LOSSLESS : TransferSyntax.JPEG_LOSSLESS);
    boolean rle = bytes[0] >= 1 && bytes[0] <= 15 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0 && bytes[4] == 64 && bytes[5] == 0;
    return rle ? Optional.of(TransferSyntax.RLE_LOSSLESS) : Optional.empty();
  }

  /// Walks the marker segments to a frame header: SOF55 is JPEG-LS (ISO/IEC 14495-1 C.1.1).
  private static boolean isJpegLs(byte[] bytes) {
    int at = 2;
    while (at + 3 < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xF7) return true;
      if (marker >= 0xC0 && marker <= 0xC3) return false;
      at += 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
    }
    return false;
  }
}
