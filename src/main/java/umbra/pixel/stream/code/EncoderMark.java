package umbra.pixel.stream.code;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Comments by which common encoders sign their code streams: known to name nobody, so that the frames that hold them stay as they are.
/// Any other comment is cut.
final class EncoderMark {
  private static final int LONGEST = 4096;
  private static final Pattern KNOWN = Pattern.compile("Kakadu-v?\\d{1,2}(\\.\\d{1,2}){0,3}|Created by (GDCM/)?OpenJPEG version \\d(\\.\\d{1,2}){1,2}|Creator: JasPer Version \\d\\.\\d{3}\\.\\d{1,2}"
      + "|Creator: JP2K codec|LEAD Technologies Inc\\. V\\d\\.\\d\\d|Lavc\\d{2}\\.\\d{1,3}\\.\\d{1,3}|Kdu-Layer-Info: log_2\\{Delta-D\\(MSE\\)/\\[2\\^16\\*Delta-L\\(bytes\\)\\]\\}, L\\(bytes\\)\n"
      + "( {0,4}-?\\d{1,3}\\.\\d, {1,3}\\d\\.\\de\\+\\d{3}\n){0,40}");

  private EncoderMark() {}

  static boolean isKnown(byte[] comment) {
    int end = comment.length;
    while (end > 0 && comment[end - 1] == 0) end--;
    return end == 0 || end <= LONGEST && KNOWN.matcher(new String(comment, 0, end, StandardCharsets.ISO_8859_1)).matches();
  }
}
