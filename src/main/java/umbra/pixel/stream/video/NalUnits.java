package umbra.pixel.stream.video;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import umbra.pixel.stream.code.ByteWindow;

/// NAL units of H.264 and HEVC: messages beside the picture (SEI) that hold free bytes are blanked, and so are units that decoders skip.
record NalUnits(Coding coding, Blanks blanks) {
  private static final int BLANK = ' ';
  private static final int FILLER = 0xFF;
  private static final int LONGEST_MARK = 4096;
  private static final int LONGEST_NUMBERS = 64;
  private static final int UUID = 16;
  /// Messages made of numbers: timing, recovery, hashes, colours of the display (H.264 D.1, H.265 D.2). All others, nested ones too, may hold text.
  private static final Set<Integer> NUMBERS = Set.of(0, 1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 45, 47, 128, 129, 130, 131, 132, 136, 137, 144, 147);
  /// x264 signs with its settings; decoders read its version to work around faults of old ones.
  private static final Pattern X264 = Pattern.compile("x264 - core \\d{1,3}(?: r\\d{1,5}M? [0-9a-f]{6,10})? - H\\.264/MPEG-4 AVC codec - Copy(?:left|right) \\d{4}-\\d{4} - http://www\\.videolan\\.org/x264\\.html - options:"
      + "(?: (?:cabac|ref|deblock|analyse|me|subme|psy|psy_rd|mixed_ref|me_range|chroma_me|trellis|8x8dct|cqm|deadzone|fast_pskip|chroma_qp_offset|threads|lookahead_threads|sliced_threads|slices|nr|decimate|interlaced"
      + "|stitchable|bluray_compat|constrained_intra|bframes|b_pyramid|b_adapt|b_bias|direct|weightb|open_gop|weightp|keyint|keyint_min|scenecut|intra_refresh|rc_lookahead|rc|mbtree|bitrate|ratetol|crf|crf_max|qp|qcomp"
      + "|qpmin|qpmax|qpstep|cplxblur|qblur|vbv_maxrate|vbv_bufsize|nal_hrd|filler|frame_packing|ip_ratio|pb_ratio|aq)=(?:-?[0-9][0-9.:,xa-f-]{0,23}|dia|hex|umh|esa|tesa|abr|crf|cqp|cbr|2pass|none|infinite|tff|bff))+\\x00*");

  /// @param from where the unit begins, at its header
  /// @param to where it ends
  void clean(long from, long to) {
    if (to <= from) return;
    int header = coding == Coding.AVC ? 1 : 2;
    int type = coding == Coding.AVC ? bytes().u8(from) & 0x1F : bytes().u8(from) >> 1 & 0x3F;
    if (isSei(type)) messages(from + header, to);
    else if (isSkipped(type)) blanks.fill(Math.min(to, from + header), Math.max(from + header, to - 1), FILLER);
  }

  private ByteWindow bytes() {
    return blanks.bytes();
  }

  private boolean isSei(int type) {
    return coding == Coding.AVC ? type == 6 : type == 39 || type == 40;
  }

  /// Filler, reserved and unspecified units.
  private boolean isSkipped(int type) {
    return coding == Coding.AVC ? type == 0 || type == 12 || type == 17 || type == 18 || type >= 22 : type == 38 || type >= 41;
  }

  /// A walk over the bytes of a unit that leaves out emulation prevention (H.264 7.4.1).
  private final class Walk {
    private final long to;
    private long at;
    private int zeros;

    Walk(long from, long to) {
      this.at = from;
      this.to = to;
      skip();
    }

    boolean isAtEnd() {
      return at >= to;
    }

    /// The place of the next byte, which is passed.
    long step() {
      long place = at;
      zeros = bytes().u8(at) == 0 ? zeros + 1 : 0;
      at++;
      skip();
      return place;
    }

    private void skip() {
      if (zeros >= 2 && at < to && bytes().u8(at) == 3) {
        at++;
        zeros = 0;
      }
    }

    /// The next bytes, as many as there are, without passing them.
    byte[] ahead(int most) {
      long place = at;
      int before = zeros;
      var bytes = new ByteArrayOutputStream();
      while (bytes.size() < most && !isAtEnd()) bytes.write(bytes().u8(step()));
      at = place;
      zeros = before;
      return bytes.toByteArray();
    }

    /// A number in which each FF adds 255.
    int number() {
      int sum = 0;
      while (!isAtEnd()) {
        int b = bytes().u8(step());
        sum += b;
        if (b != 0xFF || sum > 1 << 28) break;
      }
      return sum;
    }
  }

  /// What a size that goes past the end leaves unclear is blanked to the end.
  private void messages(long from, long to) {
    var walk = new Walk(from, to);
    while (!walk.isAtEnd()) {
      if (bytes().u8(walk.at) == 0x80 && bytes().isConstant(Math.min(to, walk.at + 1), to) && (walk.at + 1 == to || bytes().u8(walk.at + 1) == 0)) return;
      int type = walk.number();
      int size = walk.number();
      var payload = walk.ahead(Math.min(size, LONGEST_MARK));
      boolean stays = size == payload.length && (NUMBERS.contains(type) ? size <= LONGEST_NUMBERS && !hasLetters(payload) : type == 5 && isX264(payload));
      if (stays) for (int i = 0; i < size; i++) walk.step();
      else blank(walk, size, to);
    }
  }

  /// Four letters one after the other, which numbers have by chance only.
  private static boolean hasLetters(byte[] payload) {
    int run = 0;
    for (byte b : payload) {
      run = b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' ? run + 1 : 0;
      if (run == 4) return true;
    }
    return false;
  }

  private boolean isX264(byte[] payload) {
    if (coding != Coding.AVC || payload.length <= UUID) return false;
    return X264.matcher(new String(payload, UUID, payload.length - UUID, StandardCharsets.ISO_8859_1)).matches();
  }

  /// Emulation prevention stays where it is, so that the size stays right.
  private void blank(Walk walk, int size, long to) {
    long last = to - 1;
    for (int i = 0; i < size && !walk.isAtEnd(); i++) {
      boolean guards = walk.at + 2 < to && bytes().u8(walk.at) == 0 && bytes().u8(walk.at + 1) == 0 && bytes().u8(walk.at + 2) == 3;
      if (guards) {
        walk.step();
        i++;
        if (i < size && !walk.isAtEnd()) walk.step();
      } else {
        long place = walk.step();
        if (place != last || bytes().u8(place) != 0x80) blanks.fill(place, place + 1, BLANK);
      }
    }
  }
}
