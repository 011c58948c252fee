package umbra.pixel.codec.jpeg;

import java.util.Arrays;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.LimitException;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.Photometric;
import umbra.pixel.codec.EncodedFrame;

/// The marker segments of a code stream (ISO/IEC 10918-1 Annex B), read in order; scans are left to whoever decodes them.
public final class JpegStream {
  /// A code stream with more scans than this costs more than any picture is worth.
  private static final int MOST_SCANS = 256;

  /// The process of the frame.
  public enum Process { SEQUENTIAL, PROGRESSIVE, LOSSLESS }

  /// Decodes a scan.
  @FunctionalInterface
  public interface Scans {
    void scan(Scan scan) throws DicomException;
  }

  /// A scan header (B.2.3) and the data behind it.
  ///
  /// @param start first coefficient, or the predictor of a lossless scan
  /// @param low point transform, or the bit this scan adds
  /// @param header offset of the SOS marker in the code stream
  /// @param from offset of the entropy-coded data
  public record Scan(Component[] components, int start, int end, int high, int low, EntropyBits bits, int header, int from) {}

  private final EncodedFrame frame;
  private final byte[] bytes;
  private int at;
  private int scans;
  Process process = Process.SEQUENTIAL;
  int precision;
  int rows;
  int columns;
  int maxH = 1;
  int maxV = 1;
  Component[] components = {};
  int restartInterval;
  /// Of the APP14 segment; -1 if there is none.
  int adobeTransform = -1;
  boolean jfif;
  /// EOI was met.
  boolean hasEnd;
  private final int[][] quantisation = new int[4][];
  private final HuffmanTable[] dc = new HuffmanTable[4];
  private final HuffmanTable[] ac = new HuffmanTable[4];

  public JpegStream(EncodedFrame frame) throws LimitException {
    this.frame = frame;
    this.bytes = frame.toArray();
  }

  /// Reads up to the end, handing over each scan as it comes.
  public void read(Scans target) throws DicomException {
    if (bytes.length < 4 || u8(0) != 0xFF || u8(1) != 0xD8) throw malformed("no SOI");
    at = 2;
    while (true) {
      int marker = nextMarker();
      hasEnd = marker == 0xD9;
      if (marker < 0 || hasEnd) break;
      if (marker >= 0xD0 && marker <= 0xD8 || marker == 0x01) continue;
      if (at + 2 > bytes.length) throw malformed("marker segment beyond the end");
      int end = at + u16(at);
      if (end < at + 2 || end > bytes.length) throw malformed("marker segment beyond the end");
      at += 2;
      if (marker == 0xDA) scan(at - 4, end, target);
      else segment(marker, end);
      if (marker != 0xDA) at = end;
    }
    if (scans == 0) throw malformed("no scan");
  }

  /// The code of the next marker, or -1 at the end; bytes that belong to none are passed over.
  private int nextMarker() {
    while (at + 1 < bytes.length) {
      if (u8(at) == 0xFF && u8(at + 1) != 0 && u8(at + 1) != 0xFF) {
        at += 2;
        return u8(at - 1);
      }
      at++;
    }
    return -1;
  }

  private void segment(int marker, int end) throws DicomException {
    switch (marker) {
      case 0xC0, 0xC1 -> frameHeader(end, Process.SEQUENTIAL);
      case 0xC2 -> frameHeader(end, Process.PROGRESSIVE);
      case 0xC3 -> frameHeader(end, Process.LOSSLESS);
      case 0xC4 -> huffman(end);
      case 0xC5, 0xC6, 0xC7, 0xDE, 0xDF -> throw unsupported("hierarchical coding");
      case 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF -> throw unsupported("arithmetic coding");
      case 0xDB -> quantisation(end);
      case 0xDD -> restartInterval = end - at >= 2 ? u16(at) : 0;
      case 0xE0 -> jfif |= end - at >= 5 && u8(at) == 'J' && u8(at + 1) == 'F' && u8(at + 2) == 'I' && u8(at + 3) == 'F';
      case 0xEE -> {
        if (end - at >= 12 && u8(at) == 'A' && u8(at + 1) == 'd' && u8(at + 2) == 'o' && u8(at + 3) == 'b' && u8(at + 4) == 'e') adobeTransform = u8(at + 11);
      }
      case 0xF7 -> throw unsupported("JPEG-LS inside");
      default -> {}
    }
  }

  private void frameHeader(int end, Process kind) throws DicomException {
    var image = frame.image();
    if (components.length > 0 || end - at < 6) throw malformed("frame header");
    process = kind;
    precision = u8(at);
    boolean fits = switch (kind) {
      case LOSSLESS -> precision >= 2 && precision <= 16;
      case SEQUENTIAL, PROGRESSIVE -> precision == 8 || precision == 12;
    };
    if (!fits) throw malformed("precision of " + precision + " bits");
    if (precision > Math.max(8, image.bitsAllocated())) throw malformed("precision beyond Bits Allocated");
    rows = u16(at + 1) == 0 ? image.rows() : u16(at + 1); // 0 promises a DNL segment after the first scan
    columns = u16(at + 3);
    if (rows != image.rows() || columns != image.columns()) throw malformed("size other than Rows and Columns");
    int count = u8(at + 5);
    if (count != image.samples() || end - at < 6 + 3 * count) throw malformed("number of components other than Samples per Pixel");
    var read = new Component[count];
    for (int i = 0; i < count; i++) {
      int from = at + 6 + 3 * i;
      read[i] = new Component(u8(from), u8(from + 1) >> 4, u8(from + 1) & 0xF, u8(from + 2));
      if (read[i].h < 1 || read[i].h > 4 || read[i].v < 1 || read[i].v > 4 || read[i].quantisation > 3) throw malformed("component of the frame header");
      maxH = Math.max(maxH, read[i].h);
      maxV = Math.max(maxV, read[i].v);
    }
    components = read;
    layOut();
  }

  /// A.1.1 and A.2.4: sizes of the components, and the blocks that fill whole MCUs.
  private void layOut() throws DicomException {
    long samples = 0;
    long codes = 0;
    for (var c : components) {
      c.width = ceil(columns * c.h, maxH);
      c.height = ceil(rows * c.v, maxV);
      c.blocksAcross = ceil(columns, 8 * maxH) * c.h;
      c.blocksDown = ceil(rows, 8 * maxV) * c.v;
      samples += (long) c.blocksAcross * c.blocksDown * 64;
      codes += process == Process.LOSSLESS ? (long) c.width * c.height : (long) ceil(c.width, 8) * ceil(c.height, 8);
    }
    // A block or lossless sample takes a bit at least; checked before memory is taken for them.
    if (codes > 8L * bytes.length) throw malformed("stream too short for its frame");
    if (samples > 1 << 30) throw new LimitException("JPEG frame larger than the limit", frame.place());
  }

  public static int ceil(int value, int by) {
    return (value + by - 1) / by;
  }

  private void quantisation(int end) throws DicomException {
    while (at < end) {
      int head = u8(at++);
      int width = (head >> 4) + 1;
      if (width > 2 || (head & 0xF) > 3 || at + 64 * width > end) throw malformed("quantisation table");
      var table = new int[64];
      for (int i = 0; i < 64; i++, at += width) table[ZigZag.natural(i)] = width == 1 ? u8(at) : u16(at);
      quantisation[head & 0xF] = table;
    }
  }

  private void huffman(int end) throws DicomException {
    while (at < end) {
      if (at + 17 > end) throw malformed("Huffman table");
      int head = u8(at++);
      var counts = new int[16];
      int total = 0;
      for (int i = 0; i < 16; i++) total += counts[i] = u8(at++);
      if (total > 256 || at + total > end || (head & 0xF) > 3 || head >> 4 > 1) throw malformed("Huffman table");
      try {
        var table = new HuffmanTable(counts, Arrays.copyOfRange(bytes, at, at + total));
        (head >> 4 == 0 ? dc : ac)[head & 0xF] = table;
      } catch (IllegalArgumentException _) {
        throw malformed("Huffman table");
      }
      at += total;
    }
  }

  private void scan(int header, int end, Scans target) throws DicomException {
    if (components.length == 0) throw malformed("scan before the frame header");
    if (++scans > MOST_SCANS) throw new LimitException("more than " + MOST_SCANS + " JPEG scans", frame.place());
    int count = at < end ? u8(at) : 0;
    if (count < 1 || count > 4 || end - at < 4 + 2 * count) throw malformed("scan header");
    var chosen = new Component[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = component(u8(at + 1 + 2 * i));
      for (int k = 0; k < i; k++) if (chosen[k] == chosen[i]) throw malformed("scan header");
      int tables = u8(at + 2 + 2 * i);
      if ((tables >> 4) > 3 || (tables & 0xF) > 3) throw malformed("scan header");
      chosen[i].dc = dc[tables >> 4];
      chosen[i].ac = ac[tables & 0xF];
      if (chosen[i].quantisationTable == null) chosen[i].quantisationTable = quantisation[chosen[i].quantisation];
    }
    int from = at + 1 + 2 * count;
    var bits = new EntropyBits(bytes, end);
    target.scan(new Scan(chosen, u8(from), u8(from + 1), u8(from + 2) >> 4, u8(from + 2) & 0xF, bits, header, end));
    at = bits.next();
  }

  /// The process of the frame header.
  public Process process() {
    return process;
  }

  /// Bits of a sample.
  public int precision() {
    return precision;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /// The largest horizontal sampling factor.
  public int maxH() {
    return maxH;
  }

  /// The largest vertical sampling factor.
  public int maxV() {
    return maxV;
  }

  public Component[] components() {
    return components.clone();
  }

  /// MCUs between restart markers of the scan at hand; 0 if there are none.
  public int restartInterval() {
    return restartInterval;
  }

  /// The samples are luminance and colour differences: as the APP14 or JFIF segment, the component ids or else the header says.
  public boolean isYbr(Photometric claimed) {
    if (components.length != 3 || process == Process.LOSSLESS) return false;
    if (adobeTransform >= 0) return adobeTransform != 0;
    if (jfif) return true;
    return !(components[0].id == 'R' && components[1].id == 'G' && components[2].id == 'B') && claimed != Photometric.RGB;
  }

  private Component component(int id) throws DicomFormatException {
    for (var c : components) if (c.id == id) return c;
    throw malformed("scan of a component that the frame does not have");
  }

  private int u8(int index) {
    return bytes[index] & 0xFF;
  }

  private int u16(int index) {
    return u8(index) << 8 | u8(index + 1);
  }

  public DicomFormatException malformed(String what) {
    return new DicomFormatException("JPEG: " + what, frame.place());
  }

  public UnsupportedDicomException unsupported(String what) {
    return new UnsupportedDicomException("JPEG with " + what, frame.place());
  }
}
