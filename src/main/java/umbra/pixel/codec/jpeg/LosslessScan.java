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
    var components = scan.components();
    int columns = stream.columns;
    if (scan.start() < 1 || scan.start() > 7 || scan.low() >= stream.precision) throw stream.malformed("predictor or point transform");
    if (stream.restartInterval % columns != 0) throw stream.unsupported("a restart inside a row");
    var tables = new DifferenceTable[components.length];
    for (int i = 0; i < tables.length; i++) tables[i] = prepare(components[i]);
    var differences = new int[columns * components.length];
    int rowsAtOnce = stream.restartInterval / columns;
    int rowsLeft = rowsAtOnce;
    boolean fresh = true;
    for (int y = 0; y < stream.rows; y++) {
      if ((y & 15) == 0) frame.checkpoint().check();
      if (rowsAtOnce > 0 && rowsLeft-- == 0) {
        if (!scan.bits().restart()) throw stream.malformed("restart interval ends early");
        rowsLeft = rowsAtOnce - 1;
        fresh = true;
      }
      DifferenceTable.row(scan.bits(), tables, differences, stream);
      if (scan.bits().isOverrun()) throw stream.malformed("scan ends in row " + (y + 1) + " of " + stream.rows);
      for (int i = 0; i < components.length; i++) {
        if (fresh) firstRow(components[i].samples, y * columns, differences, i, components.length, 1 << stream.precision - scan.low() - 1);
        else row(components[i].samples, y * columns, differences, i, components.length, scan.start());
      }
      fresh = false;
    }
    for (var c : components) finish(c.samples, scan.low());
  }

  private DifferenceTable prepare(Component c) throws DicomFormatException, UnsupportedDicomException {
    if (c.dc == null) throw stream.malformed("Huffman table missing");
    if (c.h != stream.maxH || c.v != stream.maxV) throw stream.unsupported("subsampled lossless components");
    if (c.samples.length > 0) throw stream.malformed("second scan of a component");
    c.samples = new short[stream.rows * stream.columns];
    return new DifferenceTable(c.dc);
  }

  /// H.1.2.1: the first row, also after a restart, is predicted from the left, and its first sample from the middle of the range.
  private void firstRow(short[] samples, int at, int[] differences, int first, int step, int middle) {
    int left = middle;
    for (int i = at, d = first; i < at + stream.columns; i++, d += step) samples[i] = (short) (left += differences[d]);
  }

  /// Table H.1: from the samples to the left (a), above (b), and above left (c); the first of a row from above.
  private void row(short[] samples, int at, int[] differences, int first, int step, int predictor) {
    final int columns = stream.columns;
    final int end = at + columns;
    int a = (samples[at - columns] & 0xFFFF) + differences[first] & 0xFFFF;
    samples[at] = (short) a;
    int d = first + step;
    int i = at + 1;
    switch (predictor) {
      case 1 -> {
        for (; i < end; i++, d += step) samples[i] = (short) (a += differences[d]);
      }
      case 2 -> {
        for (; i < end; i++, d += step) samples[i] = (short) (samples[i - columns] + differences[d]);
      }
      case 3 -> {
        for (; i < end; i++, d += step) samples[i] = (short) (samples[i - columns - 1] + differences[d]);
      }
      case 4 -> {
        for (; i < end; i++, d += step) samples[i] = (short) (a += samples[i - columns] - samples[i - columns - 1] + differences[d]);
      }
      default -> {
        int c = samples[i - columns - 1] & 0xFFFF;
        for (; i < end; i++, d += step) {
          int b = samples[i - columns] & 0xFFFF;
          int prediction = predictor == 5 ? a + (b - c >> 1) : predictor == 6 ? b + (a - c >> 1) : a + b >> 1;
          a = prediction + differences[d] & 0xFFFF;
          samples[i] = (short) a;
          c = b;
        }
      }
    }
  }

  /// Undoes the point transform and cuts to the precision.
  private void finish(short[] samples, int low) {
    int mask = (1 << stream.precision) - 1;
    if (mask == 0xFFFF && low == 0) return;
    for (int i = 0; i < samples.length; i++) samples[i] = (short) (samples[i] << low & mask);
  }
}
