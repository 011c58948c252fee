package umbra.pixel.stream;

import java.nio.ByteOrder;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.ImagePixel;
import umbra.pixel.stream.code.CodeStreams;

/// Native Pixel Data: what stands behind its last pixel goes, and so do overlay planes in the unused bits of its words.
record NativePixels(ImagePixel image, long overlays, Place place) {

  /// The same value if nothing has to go.
  ///
  /// @throws UnsupportedDicomException if there is a whole frame more than Number of Frames says: nobody has seen it
  Value clean(Value.Bytes value) throws DicomException {
    var raw = value.raw();
    long frame = Math.max(1, image.nativeFrameBits() / 8);
    long end = (image.nativeFrameBits() * image.frames() + 7) / 8 + 1 & ~1L;
    if (end < raw.length() && !CodeStreams.isPadding(raw, end)) {
      if (raw.length() - end >= frame) throw new UnsupportedDicomException("Pixel Data holds more frames than Number of Frames says", place);
      raw = raw.slice(0, end);
    }
    if (overlays != 0) raw = masked(raw, value.order());
    return raw == value.raw() ? value : new Value.Bytes(raw, value.order());
  }

  private ByteSlice masked(ByteSlice raw, ByteOrder order) {
    var keep = new byte[image.bitsAllocated() / 8];
    for (int i = 0; i < keep.length; i++) {
      int at = order == ByteOrder.LITTLE_ENDIAN ? i : keep.length - 1 - i;
      keep[at] = (byte) ~(overlays >>> 8 * i);
    }
    return new MaskedSource(raw, keep).all();
  }
}
