package umbra.pixel.codec.jpeg;

import umbra.dicom.DicomFormatException;
import umbra.pixel.codec.EncodedFrame;

/// Decodes scans of progressive frames (ISO/IEC 10918-1 Annex G) into coefficients, which become samples at the end.
final class ProgressiveScan {
  private final JpegStream stream;
  private final EncodedFrame frame;
  private int endOfBandRun;

  ProgressiveScan(JpegStream stream, EncodedFrame frame) {
    this.stream = stream;
    this.frame = frame;
  }

  void decode(JpegStream.Scan scan) throws DicomFormatException {
    boolean dc = scan.start() == 0;
    if (scan.start() > scan.end() || scan.end() > 63 || dc && scan.end() != 0 || !dc && scan.components().length != 1 || scan.low() > 13
        || scan.high() != 0 && scan.high() != scan.low() + 1) {
      throw stream.malformed("progressive scan header");
    }
    for (var c : scan.components()) {
      if (dc && scan.high() == 0 && c.dc == null || !dc && c.ac == null) throw stream.malformed("Huffman table missing");
      if (c.coefficients.length == 0) c.coefficients = new short[c.blocksAcross * c.blocksDown * 64];
      c.prediction = 0;
      advance(scan, c);
    }
    endOfBandRun = 0;
    var restarts = new int[] {0};
    BlockOrder.walk(stream, scan, frame, (c, across, down) -> {
      if (stream.restartInterval > 0 && restarts[0]++ % blocksAnInterval(scan) == 0) endOfBandRun = 0;
      int at = (down * c.blocksAcross + across) * 64;
      if (dc) dc(scan, c, at);
      else if (scan.high() == 0) acFirst(scan, c, at);
      else acRefine(scan, c, at);
    });
  }

  /// G.1.1.1: a scan codes a band for the first time or adds the next lower bit, which bounds the work of all scans.
  private void advance(JpegStream.Scan scan, Component c) throws DicomFormatException {
    int before = scan.high() == 0 ? -1 : scan.high();
    for (int k = scan.start(); k <= scan.end(); k++) {
      if (c.coded[k] != before) throw stream.malformed("progressive scan out of order");
      c.coded[k] = (byte) scan.low();
    }
  }

  /// All bits of all coefficients were coded. An encoder may leave some out; a stream without EOI that lacks some was cut.
  private static boolean isWhole(Component c) {
    for (byte low : c.coded) if (low != 0) return false;
    return true;
  }

  private int blocksAnInterval(JpegStream.Scan scan) {
    if (scan.components().length == 1) return stream.restartInterval;
    int blocks = 0;
    for (var c : scan.components()) blocks += c.h * c.v;
    return stream.restartInterval * blocks;
  }

  private void dc(JpegStream.Scan scan, Component c, int at) throws DicomFormatException {
    if (scan.high() != 0) {
      if (scan.bits().read(1) == 1) c.coefficients[at] |= (short) (1 << scan.low());
      return;
    }
    int size = c.dc.decode(scan.bits());
    if (size < 0 || size > 15) throw stream.malformed("DC code");
    c.prediction += scan.bits().receive(size);
    c.coefficients[at] = (short) (c.prediction << scan.low());
  }

  private void acFirst(JpegStream.Scan scan, Component c, int at) throws DicomFormatException {
    if (endOfBandRun > 0) {
      endOfBandRun--;
      return;
    }
    for (int k = scan.start(); k <= scan.end(); k++) {
      int symbol = c.ac.decode(scan.bits());
      if (symbol < 0) throw stream.malformed("AC code");
      int run = symbol >> 4;
      int size = symbol & 0xF;
      if (size == 0 && run < 15) {
        endOfBandRun = (1 << run) - 1 + scan.bits().read(run);
        return;
      }
      k += run;
      if (size == 0) continue;
      if (k > scan.end()) throw stream.malformed("run beyond the band");
      c.coefficients[at + ZigZag.natural(k)] = (short) (scan.bits().receive(size) << scan.low());
    }
  }

  /// G.1.2.3: bits for coefficients that are not zero yet stand between those of the new ones.
  private void acRefine(JpegStream.Scan scan, Component c, int at) throws DicomFormatException {
    int bit = 1 << scan.low();
    int k = scan.start();
    if (endOfBandRun == 0) {
      for (; k <= scan.end(); k++) {
        int symbol = c.ac.decode(scan.bits());
        if (symbol < 0) throw stream.malformed("AC code");
        int run = symbol >> 4;
        int value = 0;
        if ((symbol & 0xF) == 0) {
          if (run < 15) {
            endOfBandRun = (1 << run) + scan.bits().read(run);
            break;
          }
        } else {
          value = scan.bits().read(1) == 1 ? bit : -bit;
        }
        k = passZeros(scan, c, at, k, run, bit);
        if (value != 0) {
          if (k > scan.end()) throw stream.malformed("run beyond the band");
          c.coefficients[at + ZigZag.natural(k)] = (short) value;
        }
      }
    }
    if (endOfBandRun > 0) {
      for (; k <= scan.end(); k++) refine(scan, c.coefficients, at + ZigZag.natural(k), bit);
      endOfBandRun--;
    }
  }

  /// Goes over as many zero coefficients, refining the others, and stops at the next zero one.
  private static int passZeros(JpegStream.Scan scan, Component c, int at, int from, int zeros, int bit) {
    int k = from;
    int left = zeros;
    for (; k <= scan.end(); k++) {
      int place = at + ZigZag.natural(k);
      if (c.coefficients[place] != 0) refine(scan, c.coefficients, place, bit);
      else if (left-- == 0) break;
    }
    return k;
  }

  private static void refine(JpegStream.Scan scan, short[] coefficients, int place, int bit) {
    int value = coefficients[place];
    if (value == 0 || scan.bits().read(1) == 0 || (Math.abs(value) & bit) != 0) return;
    coefficients[place] = (short) (value < 0 ? value - bit : value + bit);
  }

  /// Turns coefficients into samples.
  void finish() throws DicomFormatException {
    var idct = new Idct(stream.precision);
    var block = new int[64];
    for (var c : stream.components) {
      if (c.coded[0] < 0 || c.quantisationTable == null) throw stream.malformed("component without a scan or quantisation table");
      if (!stream.hasEnd && !isWhole(c)) throw stream.malformed("stream ends before the last scan");
      c.samples = new short[c.stride() * c.blocksDown * 8];
      for (int down = 0; down < c.blocksDown; down++) {
        frame.checkpoint().check();
        for (int across = 0; across < c.blocksAcross; across++) {
          int at = (down * c.blocksAcross + across) * 64;
          for (int i = 0; i < 64; i++) block[i] = c.coefficients[at + i] * c.quantisationTable[i];
          idct.transform(block, c.samples, down * 8 * c.stride() + across * 8, c.stride());
        }
      }
    }
  }
}
