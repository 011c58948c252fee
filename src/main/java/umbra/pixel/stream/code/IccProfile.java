package umbra.pixel.stream.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// ICC profiles without texts (ICC.1 7): numbers that make colours stay; description and copyright, which have to be there, say that
/// they were replaced; names of makers and devices, dates and everything unknown go. The profile is built anew, so that nothing hides in its gaps.
public final class IccProfile {
  private static final int HEADER = 128;
  private static final int ENTRY = 12;
  private static final int MOST_TAGS = 200;
  private static final int LONGEST = 1 << 26;
  private static final Set<String> CLASSES = Set.of("scnr", "mntr", "prtr", "link", "spac", "abst", "nmcl");
  private static final Set<String> NUMBERS = Set.of("XYZ ", "curv", "para", "mft1", "mft2", "mAB ", "mBA ", "sf32", "mpet", "chrm", "view", "meas", "sig ");
  private static final Set<String> COLOURS = Set.of("A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "D2B0", "D2B1", "D2B2", "D2B3", "B2D0", "B2D1", "B2D2", "B2D3", "gamt", "pre0", "pre1", "pre2",
      "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "wtpt", "bkpt", "chad", "chrm", "lumi", "view", "meas", "tech");
  private static final String TEXT = "Replaced in de-identification";

  private record Part(String name, byte[] data) {}

  private IccProfile() {}

  /// Empty if the bytes are no profile that can be followed.
  public static Optional<byte[]> cleaned(byte[] profile) {
    if (profile.length < HEADER + 4 || profile.length > LONGEST || !ascii(profile, 36).equals("acsp") || !CLASSES.contains(ascii(profile, 12))) return Optional.empty();
    var in = ByteBuffer.wrap(profile);
    int count = in.getInt(HEADER);
    if (count < 1 || count > MOST_TAGS || HEADER + 4 + count * ENTRY > profile.length) return Optional.empty();
    boolean modern = profile[8] >= 4;
    Map<Long, byte[]> shared = new HashMap<>();
    long total = 0;
    var parts = new ArrayList<Part>();
    parts.add(new Part("desc", modern ? localized() : description()));
    parts.add(new Part("cprt", modern ? localized() : text()));
    for (int i = 0; i < count; i++) {
      int entry = HEADER + 4 + i * ENTRY;
      var name = ascii(profile, entry);
      long offset = in.getInt(entry + 4) & 0xFFFF_FFFFL;
      long length = in.getInt(entry + 8) & 0xFFFF_FFFFL;
      if (length < 8 || offset < HEADER || offset + length > profile.length) return Optional.empty();
      if (!COLOURS.contains(name) || !NUMBERS.contains(ascii(profile, (int) offset)) || parts.stream().anyMatch(p -> p.name.equals(name))) continue;
      var data = shared.get(offset);
      if (data == null) {
        data = used(Arrays.copyOfRange(profile, (int) offset, (int) (offset + length)));
        shared.put(offset, data);
        total += data.length;
      }
      if (total > profile.length) return Optional.empty(); // tags that overlap
      parts.add(new Part(name, data));
    }
    return Optional.of(built(header(profile), parts));
  }

  /// What the numbers of a tag account for (ICC.1 10), its reserved bytes zero: text may stand behind them.
  private static byte[] used(byte[] data) {
    var in = ByteBuffer.wrap(data);
    long used = switch (ascii(data, 0)) {
      case "XYZ " -> 20;
      case "curv" -> data.length < 12 ? data.length : 12 + 2L * (in.getInt(8) & 0xFFFF_FFFFL);
      case "para" -> data.length < 12 ? data.length : 12 + 4L * new int[] {1, 3, 4, 5, 7}[Math.min(4, in.getShort(8) & 0xFFFF)];
      case "sf32" -> 44;
      case "view", "meas" -> 36;
      case "sig " -> 12;
      case "chrm" -> data.length < 12 ? data.length : 12 + 8L * (in.getShort(8) & 0xFFFF);
      case "mft1", "mft2" -> data.length < 52 ? data.length : table(in);
      default -> data.length;
    };
    var cut = Arrays.copyOf(data, (int) Math.min(data.length, used));
    for (int i = 4; i < Math.min(8, cut.length); i++) cut[i] = 0;
    return cut;
  }

  /// lut8Type and lut16Type: curves in, grid, curves out.
  private static long table(ByteBuffer in) {
    boolean wide = in.get(3) == '2';
    long channels = in.get(8) & 0xFF;
    long made = in.get(9) & 0xFF;
    long grid = made;
    for (int i = 0; i < channels && grid < LONGEST; i++) grid *= in.get(10) & 0xFF;
    return wide ? 52 + 2 * ((in.getShort(48) & 0xFFFF) * channels + grid + (in.getShort(50) & 0xFFFF) * made) : 48 + 256 * channels + grid + 256 * made;
  }

  /// What steers colours: version, class, colour spaces, platform-independent flags, intent and illuminant.
  private static byte[] header(byte[] profile) {
    var header = Arrays.copyOf(profile, HEADER);
    for (int at = 0; at < HEADER; at++) {
      boolean colour = at >= 8 && at < 24 || at >= 36 && at < 40 || at >= 44 && at < 48 || at >= 56 && at < 80;
      if (!colour) header[at] = 0;
    }
    ByteBuffer.wrap(header).putShort(24, (short) 2000).putShort(26, (short) 1).putShort(28, (short) 1);
    return header;
  }

  private static byte[] built(byte[] header, List<Part> parts) {
    int at = HEADER + 4 + parts.size() * ENTRY;
    Map<ByteBuffer, Integer> places = new HashMap<>();
    var offsets = new ArrayList<Integer>();
    for (var part : parts) {
      var known = places.get(ByteBuffer.wrap(part.data));
      offsets.add(known == null ? at : known);
      if (known != null) continue;
      places.put(ByteBuffer.wrap(part.data), at);
      at += part.data.length + 3 & ~3;
    }
    var out = ByteBuffer.allocate(at).put(header).putInt(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      out.put(parts.get(i).name.getBytes(StandardCharsets.US_ASCII)).putInt(offsets.get(i)).putInt(parts.get(i).data.length);
    }
    for (int i = 0; i < parts.size(); i++) out.put(offsets.get(i), parts.get(i).data);
    return out.putInt(0, at).array();
  }

  /// The colours of sRGB (IEC 61966-2-1) with the plain gamma of 2.2: stands in for what is no profile.
  public static byte[] standard() {
    var header = ByteBuffer.allocate(HEADER).putInt(8, 0x0210_0000).put(12, ascii("mntrRGB XYZ ")).put(36, ascii("acsp"));
    header.putInt(68, 0xF6D6).putInt(72, 0x1_0000).putInt(76, 0xD32D);
    var gamma = ByteBuffer.allocate(14).put(ascii("curv")).putInt(8, 1).putShort(12, (short) 0x0233).array();
    var parts = new ArrayList<>(List.of(new Part("desc", description()), new Part("cprt", text()), new Part("wtpt", xyz(0xF351, 0x1_0000, 0x1_16CC)),
        new Part("rXYZ", xyz(0x6FA2, 0x38F5, 0x390)), new Part("gXYZ", xyz(0x6299, 0xB785, 0x18DA)), new Part("bXYZ", xyz(0x24A0, 0xF84, 0xB6CF))));
    for (var name : List.of("rTRC", "gTRC", "bTRC")) parts.add(new Part(name, gamma));
    return built(header(header.array()), parts);
  }

  private static byte[] xyz(int x, int y, int z) {
    return ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(8, x).putInt(12, y).putInt(16, z).array();
  }

  /// textDescriptionType of version 2.
  private static byte[] description() {
    var text = ascii(TEXT + "\0");
    return ByteBuffer.allocate(12 + text.length + 78).put(ascii("desc")).putInt(8, text.length).put(12, text).array();
  }

  private static byte[] text() {
    var text = ascii(TEXT + "\0");
    return ByteBuffer.allocate(8 + text.length).put(ascii("text")).put(8, text).array();
  }

  /// multiLocalizedUnicodeType of version 4.
  private static byte[] localized() {
    var text = TEXT.getBytes(StandardCharsets.UTF_16BE);
    return ByteBuffer.allocate(28 + text.length).put(ascii("mluc")).putInt(8, 1).putInt(12, 12).put(16, ascii("enUS")).putInt(20, text.length).putInt(24, 28).put(28, text).array();
  }

  private static String ascii(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
