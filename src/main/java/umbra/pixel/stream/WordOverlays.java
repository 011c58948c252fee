package umbra.pixel.stream;

import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.stream.code.ByteWindow;

/// Overlay planes in the words of compressed pixels: they cannot be cleared without coding the frames anew, so such pixels stay here
/// unless their code is too narrow to hold them.
///
/// @param overlays the bits of a word that are planes
record WordOverlays(long overlays, Place place) {

  /// @throws UnsupportedDicomException if a frame may hold a plane
  void check(Value.Fragments value) throws DicomException {
    int lowest = Long.numberOfTrailingZeros(overlays);
    for (var fragment : value.rest()) {
      int precision = precision(fragment);
      if (precision < 0 || precision > lowest) {
        throw new UnsupportedDicomException("overlay planes stand in the unused bits of compressed pixels; decompress the file, or keep its graphics, so that they can be dealt with", place);
      }
    }
  }

  /// The bits of a sample by the frame header of JPEG and JPEG-LS, or SIZ of JPEG 2000; -1 where that cannot be seen. A fragment that
  /// goes on with a frame is not seen either.
  private static int precision(ByteSlice fragment) {
    var bytes = new ByteWindow(fragment);
    if (bytes.length() > 42 && bytes.u16(0) == 0xFF4F && bytes.u16(2) == 0xFF51) return (bytes.u8(42) & 0x7F) + 1;
    if (bytes.length() < 4 || bytes.u16(0) != 0xFFD8) return -1;
    for (long at = 2; at + 5 <= bytes.length() && bytes.u8(at) == 0xFF; at += 2 + bytes.u16(at + 2)) {
      int marker = bytes.u8(at + 1);
      if (marker == 0xF7 || marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) return bytes.u8(at + 4);
      if (marker == 0xDA) return -1;
    }
    return -1;
  }
}
