package umbra.pixel.stream.code;

import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.io.ByteSlice;

/// Code streams of ITU-T T.800 and T.814, bare or in the boxes of a JP2 file: COM goes from the main header and is blanked in tile-part
/// headers, so that their lengths stay right; what follows EOC goes.
final class Jpeg2000Markers implements StreamCleaner {
  private static final int SOC = 0xFF4F;
  private static final int COM = 0xFF64;
  private static final int SOT = 0xFF90;
  private static final int SOD = 0xFF93;
  private static final int EOC = 0xFFD9;
  private static final int SIZ = 0xFF51;
  /// T.800 table A.2, T.801 table A.2, T.814 A.2; COM is told apart.
  private static final Set<Integer> KNOWN = Set.of(0xFF50, SIZ, 0xFF52, 0xFF53, 0xFF55, 0xFF56, 0xFF57, 0xFF58, 0xFF59, 0xFF5C, 0xFF5D, 0xFF5E, 0xFF5F, 0xFF60, 0xFF61, 0xFF63, COM, 0xFF70, 0xFF71, 0xFF72,
      0xFF73, 0xFF74, 0xFF75, 0xFF76, 0xFF77, 0xFF78, 0xFF79, SOT);

  private final Place place;

  Jpeg2000Markers(Place place) {
    this.place = place;
  }

  @Override
  public ByteSlice clean(ByteSlice stream) throws DicomException {
    var bytes = new ByteWindow(stream);
    if (Boxes.isJp2(bytes)) return new Boxes(place, this).clean(stream);
    if (bytes.length() < 4 || bytes.u16(0) != SOC) throw broken("does not begin with SOC");
    var pieces = new Pieces(stream);
    pieces.keep(0, 2);
    long at = 2;
    while (at + 4 <= bytes.length()) {
      int marker = bytes.u16(at);
      if (marker == EOC) break;
      if (marker == SOT) {
        at = tilePart(bytes, pieces, at);
        continue;
      }
      long next = next(bytes, at);
      if (marker != COM || isKnown(bytes, at, next)) pieces.keep(at, next);
      at = next;
    }
    if (at + 2 <= bytes.length() && bytes.u16(at) == EOC) pieces.keep(at, at + 2);
    return pieces.end(bytes);
  }

  /// Rcom 0 is binary: of no known meaning, so only an empty one stays.
  private static boolean isKnown(ByteWindow bytes, long at, long next) {
    return next - at < 6 || EncoderMark.isKnown(bytes.bytes(at + 6, next));
  }

  private long next(ByteWindow bytes, long at) throws DicomFormatException {
    long next = at + 2 + bytes.u16(at + 2);
    int marker = bytes.u16(at);
    if (!KNOWN.contains(marker)) throw broken("holds a marker that nobody knows");
    if (next < at + 4 || next > bytes.length() || marker == SOT && next != at + 12 || marker == SIZ && (next < at + 43 || next != at + 40 + 3L * bytes.u16(at + 38))) {
      throw broken("holds a marker segment that does not fit");
    }
    return next;
  }

  private long tilePart(ByteWindow bytes, Pieces pieces, long start) throws DicomFormatException {
    long at = next(bytes, start);
    long length = bytes.u32(start + 6);
    long end = length == 0 ? Long.MAX_VALUE : start + length;
    pieces.keep(start, at);
    while (at + 4 <= Math.min(end, bytes.length()) && bytes.u16(at) != SOD) {
      long next = next(bytes, at);
      if (bytes.u16(at) == COM && !isKnown(bytes, at, next)) {
        pieces.keep(at, at + 4);
        pieces.add(new byte[(int) (next - at - 4)]);
      } else {
        pieces.keep(at, next);
      }
      at = next;
    }
    long stop = Math.min(bytes.length(), length == 0 ? bytes.marker(at + 2) : Math.max(at, end));
    pieces.keep(at, stop);
    return stop;
  }

  private DicomFormatException broken(String what) {
    return new DicomFormatException("JPEG 2000: the code stream " + what, place);
  }
}
