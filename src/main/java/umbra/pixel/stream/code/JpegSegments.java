package umbra.pixel.stream.code;

import java.util.Arrays;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.io.ByteSlice;

/// Code streams of ITU-T T.81 and T.87: COM and APPn go, but what steers decoding: Adobe's transform flag, JFIF without its thumbnail, the
/// colour transform of JPEG-LS, ICC profiles without their texts. What stands between segments and after EOI goes.
public final class JpegSegments implements StreamCleaner {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DHT = 0xC4;
  private static final int DAC = 0xCC;
  private static final int DQT = 0xDB;
  private static final int DNL = 0xDC;
  private static final int DRI = 0xDD;
  private static final int EXP = 0xDF;
  private static final int SOF_LS = 0xF7;
  private static final int LSE = 0xF8;
  private static final int COM = 0xFE;
  private static final int APP0 = 0xE0;
  private static final int APP2 = 0xE2;
  private static final int APP8 = 0xE8;
  private static final int APP14 = 0xEE;
  private static final int JFIF = 16;
  private static final int ADOBE = 14;
  private static final int MRFX = 7;

  private final Place place;

  public JpegSegments(Place place) {
    this.place = place;
  }

  @Override
  public ByteSlice clean(ByteSlice stream) throws DicomException {
    var bytes = new ByteWindow(stream);
    if (bytes.length() < 4 || bytes.u16(0) != 0xFFD8) throw broken("does not begin with SOI");
    var pieces = new Pieces(stream);
    var profile = JpegProfile.of(bytes);
    pieces.keep(0, 2);
    long at = 2;
    boolean hasScan = false;
    while (at + 1 < bytes.length()) {
      int marker = bytes.u8(at) == 0xFF ? bytes.u8(at + 1) : 0;
      if (marker == 0 || marker == 0xFF) {
        at++;
      } else if (marker == EOI) {
        pieces.keep(at, at + 2);
        break;
      } else if (marker == SOI || marker == 1 || marker >= 0xD0 && marker <= 0xD7) {
        at += 2;
      } else {
        hasScan |= marker == SOS;
        at = segment(bytes, pieces, profile, marker, at);
      }
    }
    if (!hasScan) throw broken("has no scan");
    return pieces.end(bytes);
  }

  /// Returns where to go on.
  private long segment(ByteWindow bytes, Pieces pieces, JpegProfile profile, int marker, long at) throws DicomFormatException {
    if (at + 4 > bytes.length()) throw broken("ends inside a segment");
    int length = bytes.u16(at + 2);
    long next = at + 2 + length;
    if (length < 2 || next > bytes.length()) throw broken("holds a segment that does not fit");
    if (marker == COM) {
      if (EncoderMark.isKnown(bytes.bytes(at + 4, next))) pieces.keep(at, next);
    } else if (marker >= APP0 && marker <= 0xEF) {
      application(bytes, pieces, profile, marker, at, next);
    } else if (isOfThePicture(bytes, marker, at)) {
      if (!tablesFit(bytes, marker, at + 4, next)) throw broken("holds tables that do not fill their segment");
      long end = marker == SOS ? bytes.marker(next) : next;
      pieces.keep(at, end);
      return end;
    }
    return next;
  }

  /// Frames, scans and tables; markers that are reserved and segments of JPEG-LS that nobody knows are skipped by every decoder.
  private static boolean isOfThePicture(ByteWindow bytes, int marker, long at) {
    if (marker == LSE) return bytes.u16(at + 2) > 2 && bytes.u8(at + 4) >= 1 && bytes.u8(at + 4) <= 4;
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 || marker >= SOS && marker <= 0xDF || marker == SOF_LS;
  }

  /// DQT and DHT are full of tables, a frame header of its components, DRI of its number (T.81 B.2).
  private static boolean tablesFit(ByteWindow bytes, int marker, long from, long to) {
    long at = from;
    switch (marker) {
      case DQT -> {
        while (at < to) at += 1 + (bytes.u8(at) >> 4 == 0 ? 64 : 128);
      }
      case DHT -> {
        while (at + 17 <= to) {
          int codes = 0;
          for (int i = 1; i <= 16; i++) codes += bytes.u8(at + i);
          at += 17 + codes;
        }
      }
      case DRI -> at += Math.min(4, Math.max(2, to - from));
      case DAC -> at += to - from & ~1L;
      case DNL -> at += 2;
      case SOS -> at += to > from ? 4 + 2L * bytes.u8(from) : 1;
      case EXP -> at += 1;
      case LSE -> at = to;
      default -> at += to - from > 5 ? 6 + 3L * bytes.u8(from + 5) : 1;
    }
    return at == to;
  }

  private static void application(ByteWindow bytes, Pieces pieces, JpegProfile profile, int marker, long at, long next) {
    int length = (int) (next - at - 2);
    if (marker == APP0 && length >= JFIF && bytes.has(at + 4, "JFIF\0")) {
      boolean plain = length == JFIF && bytes.u16(at + 16) == 0;
      if (plain) pieces.keep(at, next);
      else pieces.add(cut(bytes, at, JFIF, 2));
    } else if (marker == APP14 && length >= ADOBE && bytes.has(at + 4, "Adobe")) {
      if (length == ADOBE) pieces.keep(at, next);
      else pieces.add(cut(bytes, at, ADOBE, 0));
    } else if (marker == APP8 && length == MRFX && bytes.has(at + 4, "mrfx")) {
      pieces.keep(at, next);
    } else if (marker == APP2 && bytes.has(at + 4, JpegProfile.NAME)) {
      profile.take(pieces, at, next);
    }
  }

  /// A segment cut to a length, its last bytes zeroed.
  private static byte[] cut(ByteWindow bytes, long at, int length, int zeros) {
    var cut = bytes.bytes(at, at + 2 + length);
    cut[2] = 0;
    cut[3] = (byte) length;
    Arrays.fill(cut, cut.length - zeros, cut.length, (byte) 0);
    return cut;
  }

  private DicomFormatException broken(String what) {
    return new DicomFormatException("JPEG: the code stream " + what, place);
  }
}
