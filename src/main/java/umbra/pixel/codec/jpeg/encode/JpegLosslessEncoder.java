package umbra.pixel.codec.jpeg.encode;

import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.Checkpoint;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;
import umbra.pixel.codec.FrameEncoder;
import umbra.pixel.codec.StreamRaster;

/// Encodes lossless JPEG (ISO/IEC 10918-1 Annex H) with the sample to the left as prediction, which both lossless syntaxes
/// allow, and Huffman codes made for the frame.
public final class JpegLosslessEncoder implements FrameEncoder {
  private static final int CATEGORIES = 17;

  private final TransferSyntax syntax;

  /// @param syntax JPEG_LOSSLESS or JPEG_LOSSLESS_SV1
  public JpegLosslessEncoder(TransferSyntax syntax) {
    this.syntax = syntax;
  }

  @Override
  public TransferSyntax transferSyntax() {
    return syntax;
  }

  @Override
  public byte[] encode(Raster raster, Checkpoint checkpoint) throws DicomException {
    boolean narrow = raster.values() instanceof Samples.Bytes;
    if (!narrow && !(raster.values() instanceof Samples.Shorts) || raster.samples() > 4) {
      throw new UnsupportedDicomException("lossless JPEG holds integers of up to 16 bits", Place.of("frame"));
    }
    int precision = StreamRaster.precision(raster);
    var frequencies = new long[CATEGORIES];
    differences(raster, precision, checkpoint, d -> frequencies[EntropyWriter.category(d)]++);
    var code = HuffmanCode.of(frequencies);
    var out = new EntropyWriter(raster.values().length() + 4096);
    header(raster, precision, code, out);
    differences(raster, precision, checkpoint, d -> {
      int size = EntropyWriter.category(d);
      out.write(code, size, d, size == 16 ? 0 : size);
    });
    out.endScan();
    out.put16(0xFFD9);
    return out.toArray();
  }

  /// Takes differences in the order of the scan.
  @FunctionalInterface
  private interface Target {
    /// @param difference -32767 to 32768
    void put(int difference);
  }

  private static void differences(Raster raster, int precision, Checkpoint checkpoint, Target target) {
    int samples = raster.samples();
    int row = raster.columns() * samples;
    for (int y = 0; y < raster.rows(); y++) {
      if ((y & 15) == 0) checkpoint.check();
      int at = y * row;
      for (int i = at; i < at + row; i++) {
        int prediction = i - at >= samples ? word(raster.values(), i - samples) : y > 0 ? word(raster.values(), i - row) : 1 << precision - 1;
        short difference = (short) (word(raster.values(), i) - prediction);
        target.put(difference == Short.MIN_VALUE ? 32768 : difference);
      }
    }
  }

  private static int word(Samples values, int index) {
    return switch (values) {
      case Samples.Bytes(var array, _) -> array[index] & 0xFF;
      case Samples.Shorts(var array, _) -> array[index] & 0xFFFF;
      default -> throw new IllegalStateException("refused before");
    };
  }

  private static void header(Raster raster, int precision, HuffmanCode code, EntropyWriter out) {
    out.put16(0xFFD8);
    JpegHeaders.frame(0xFFC3, raster, precision, out);
    code.writeTo(out, 0);
    out.put16(0xFFDA);
    out.put16(6 + 2 * raster.samples());
    out.put(raster.samples());
    for (int i = 1; i <= raster.samples(); i++) {
      out.put(i);
      out.put(0);
    }
    out.put(1);
    out.put16(0);
  }
}
