package umbra.pixel.stream.video;

import umbra.pixel.stream.code.ByteWindow;

/// Streams whose units begin with 00 00 01 (13818-2 6.2.1, H.264 Annex B): user data of MPEG-2 is blanked, units of H.264 and HEVC by
/// [NalUnits].
record StartCodes(Coding coding, Blanks blanks) {
  private static final int BLANK = ' ';

  /// @param to the end of the stream, or of the sample it is
  void clean(long from, long to) {
    var bytes = blanks.bytes();
    long at = next(bytes, from, to);
    blanks.fill(from, at, 0);
    while (at < to) {
      long unit = at + 3;
      long next = next(bytes, unit, to);
      long end = next;
      while (end > unit + 1 && bytes.u8(end - 1) == 0) end--;
      if (coding != Coding.MPEG2) new NalUnits(coding, blanks).clean(unit, end);
      else if (unit < to && mayHoldText(bytes, unit, end)) blanks.fill(unit + 1, end, BLANK);
      at = next;
    }
  }

  /// User data, reserved codes, extensions that are none, what follows the end of the sequence (13818-2 table 6-1 and 6-2).
  private static boolean mayHoldText(ByteWindow bytes, long unit, long end) {
    int code = bytes.u8(unit);
    if (code != 0xB5) return code == 0xB0 || code == 0xB1 || code == 0xB2 || code == 0xB6 || code == 0xB4 || code == 0xB7;
    int extension = unit + 1 < end ? bytes.u8(unit + 1) >> 4 : 0;
    return extension == 0 || extension == 6 || extension > 10;
  }

  /// Where the next 00 00 01 begins.
  private static long next(ByteWindow bytes, long from, long to) {
    for (long at = from; at + 2 < to; ) {
      int third = bytes.u8(at + 2);
      if (third > 1) at += 3;
      else if (third == 1 && bytes.u8(at) == 0 && bytes.u8(at + 1) == 0) return at;
      else at++;
    }
    return to;
  }
}
