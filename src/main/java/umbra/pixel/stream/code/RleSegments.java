package umbra.pixel.stream.code;

import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.io.ByteSlice;

/// Frames of RLE (PS3.5 Annex G): bytes behind the last run of a segment are blanked, those behind the last segment cut.
///
/// @param segmentBytes what one segment holds when it is decoded
record RleSegments(long segmentBytes, Place place) implements StreamCleaner {
  private static final int HEADER = 64;

  @Override
  public ByteSlice clean(ByteSlice stream) throws DicomException {
    var bytes = new ByteWindow(stream);
    if (bytes.length() < HEADER) throw broken();
    int count = (int) little(bytes, 0);
    if (count < 1 || count > 15) throw broken();
    var pieces = new Pieces(stream);
    pieces.keep(0, 4 + 4 * count);
    blank(bytes, pieces, 4 + 4 * count, HEADER);
    long at = HEADER;
    for (int i = 0; i < count; i++) {
      long start = little(bytes, 4 + 4 * i);
      long end = i + 1 < count ? little(bytes, 8 + 4 * i) : bytes.length();
      if (start < at || end < start || end > bytes.length()) throw broken();
      blank(bytes, pieces, at, start);
      at = lastRun(bytes, start, end);
      pieces.keep(start, at);
    }
    return pieces.end(bytes);
  }

  private static void blank(ByteWindow bytes, Pieces pieces, long at, long end) {
    if (bytes.isConstant(at, end)) pieces.keep(at, end);
    else pieces.add(new byte[(int) (end - at)]);
  }

  private long lastRun(ByteWindow bytes, long start, long end) {
    long at = start;
    for (long made = 0; made < segmentBytes && at < end;) {
      int n = bytes.u8(at);
      if (n < 128) {
        at += n + 2;
        made += n + 1;
      } else if (n == 128) {
        at++;
      } else {
        at += 2;
        made += 257 - n;
      }
    }
    return Math.min(at, end);
  }

  private static long little(ByteWindow bytes, long at) {
    return Integer.toUnsignedLong(Integer.reverseBytes((int) bytes.u32(at)));
  }

  private DicomFormatException broken() {
    return new DicomFormatException("RLE: the header of the frame does not fit", place);
  }
}
