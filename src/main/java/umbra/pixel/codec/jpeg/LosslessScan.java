package umbra.pixel.codec.jpeg;

import umbra.dicom.DicomFormatException;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.codec.EncodedFrame;

/// Decodes scans of lossless frames (ISO/IEC 10918-1 Annex H). Arithmetic is modulo 65536, as ultrasound machines rely on.
final class LosslessScan {
  private final JpegStream stream;
  private final EncodedFrame frame;

  LosslessScan(JpegStream stream, EncodedFrame frame) {
    this.stream = stream;
    this.frame = frame;
  }

  void decode(JpegStream.Scan scan) throws DicomFormatException, UnsupportedDicomException {
    if (scan.start() < 1 || scan.start() > 7 || scan.low() >= stream.precision) throw stream.malformed("predictor or point transform");
    for (var c : scan.components()) {
      if (c.dc == null) throw stream.malformed("Huffman table missing");
      if (c.h != stream.maxH || c.v != stream.maxV) throw stream.unsupported("subsampled lossless components");
      c.samples = new short[stream.rows * stream.columns];
    }
    if (stream.restartInterval % stream.columns != 0) throw stream.unsupported("a restart inside a row");
    int rowsLeft = stream.restartInterval / stream.columns;
    boolean fresh = true;
    for (int y = 0; y < stream.rows; y++) {
      if ((y & 15) == 0) frame.checkpoint().check();
      if (stream.restartInterval > 0 && y > 0 && rowsLeft == 0) {
        if (scan.bits().isOverrun() || !scan.bits().restart()) throw stream.malformed("restart interval ends early");
        rowsLeft = stream.restartInterval / stream.columns;
        fresh = true;
      }
      rowsLeft--;
      if (scan.components().length == 1) row(scan, scan.components()[0], y, fresh);
      else interleavedRow(scan, y, fresh);
      fresh = false;
      if (scan.bits().isOverrun()) throw stream.malformed("scan ends in row " + (y + 1) + " of " + stream.rows);
    }
    for (var c : scan.components()) finish(c.samples, scan.low());
  }

  private void row(JpegStream.Scan scan, Component c, int y, boolean fresh) throws DicomFormatException {
    int at = y * stream.columns;
    int first = fresh ? 1 << stream.precision - scan.low() - 1 : c.samples[at - stream.columns];
    c.samples[at] = (short) (first + difference(scan.bits(), c.dc));
    int predictor = fresh ? 1 : scan.start();
    int end = at + stream.columns;
    if (predictor == 1) {
      int left = c.samples[at];
      for (int i = at + 1; i < end; i++) c.samples[i] = (short) (left += difference(scan.bits(), c.dc));
      return;
    }
    for (int i = at + 1; i < end; i++) c.samples[i] = (short) (predict(c.samples, i, predictor) + difference(scan.bits(), c.dc));
  }

  private void interleavedRow(JpegStream.Scan scan, int y, boolean fresh) throws DicomFormatException {
    int at = y * stream.columns;
    int predictor = fresh ? 1 : scan.start();
    for (int x = 0; x < stream.columns; x++) {
      for (var c : scan.components()) {
        int prediction = x > 0 ? predict(c.samples, at + x, predictor)
            : fresh ? 1 << stream.precision - scan.low() - 1 : c.samples[at - stream.columns];
        c.samples[at + x] = (short) (prediction + difference(scan.bits(), c.dc));
      }
    }
  }

  /// Table H.1, from the samples to the left, above, and above left.
  private int predict(short[] samples, int i, int predictor) {
    int a = samples[i - 1] & 0xFFFF;
    if (predictor == 1) return a;
    int b = samples[i - stream.columns] & 0xFFFF;
    int c = samples[i - stream.columns - 1] & 0xFFFF;
    return switch (predictor) {
      case 2 -> b;
      case 3 -> c;
      case 4 -> a + b - c;
      case 5 -> a + (b - c >> 1);
      case 6 -> b + (a - c >> 1);
      default -> a + b >> 1;
    };
  }

  /// H.1.2.2: category 16 stands for 32768 and has no further bits.
  private int difference(EntropyBits in, HuffmanTable table) throws DicomFormatException {
    int size = table.decode(in);
    if (size < 0 || size > 16) throw stream.malformed("difference category");
    return size == 16 ? 32768 : in.receive(size);
  }

  /// Undoes the point transform and cuts to the precision.
  private void finish(short[] samples, int low) {
    int mask = (1 << stream.precision) - 1;
    if (mask == 0xFFFF && low == 0) return;
    for (int i = 0; i < samples.length; i++) samples[i] = (short) (samples[i] << low & mask);
  }
}
