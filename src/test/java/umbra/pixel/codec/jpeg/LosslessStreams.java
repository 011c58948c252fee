package umbra.pixel.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.List;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.codec.EncodedFrame;

/// Writes lossless JPEG (ISO/IEC 10918-1 Annex H) of every form that the decoder takes, bit by bit as the standard says it,
/// with a Huffman table of seventeen codes of five bits.
final class LosslessStreams {
  /// How a stream is to be written.
  ///
  /// @param rowsAtOnce rows between restart markers; 0 for none
  /// @param interleaved all components in one scan
  record Form(int precision, int predictor, int pointTransform, int rowsAtOnce, boolean interleaved) {}

  private final ImagePixel image;
  private final int[] samples;
  private final Form form;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long bits;
  private int count;

  private LosslessStreams(ImagePixel image, int[] samples, Form form) {
    this.image = image;
    this.samples = samples;
    this.form = form;
  }

  /// @param samples pixel-interleaved, of the precision of the form
  static byte[] encode(ImagePixel image, int[] samples, Form form) {
    return new LosslessStreams(image, samples, form).encode();
  }

  static Raster decode(ImagePixel image, byte[] stream) throws DicomException {
    return new JpegDecoder().decode(new EncodedFrame(image, TransferSyntax.JPEG_LOSSLESS, List.of(ByteSlice.of(stream)), Place.of("memory"), Checkpoint.NONE));
  }

  private byte[] encode() {
    int n = image.samples();
    put(0xFF, 0xD8, 0xFF, 0xC3, 0, 8 + 3 * n, form.precision(), image.rows() >> 8, image.rows(), image.columns() >> 8, image.columns(), n);
    for (int i = 1; i <= n; i++) put(i, 0x11, 0);
    put(0xFF, 0xC4, 0, 36, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (int category = 0; category <= 16; category++) put(category);
    int interval = form.rowsAtOnce() * image.columns();
    if (interval > 0) put(0xFF, 0xDD, 0, 4, interval >> 8, interval);
    if (form.interleaved()) scan(0, n);
    else for (int i = 0; i < n; i++) scan(i, 1);
    put(0xFF, 0xD9);
    return out.toByteArray();
  }

  private void scan(int first, int components) {
    put(0xFF, 0xDA, 0, 6 + 2 * components, components);
    for (int i = 0; i < components; i++) put(first + i + 1, 0);
    put(form.predictor(), 0, form.pointTransform());
    boolean fresh = true;
    for (int y = 0; y < image.rows(); y++) {
      if (form.rowsAtOnce() > 0 && y > 0 && y % form.rowsAtOnce() == 0) {
        pad();
        put(0xFF, 0xD0 + (y / form.rowsAtOnce() - 1) % 8);
        fresh = true;
      }
      for (int x = 0; x < image.columns(); x++) for (int c = first; c < first + components; c++) difference(at(x, y, c) - predict(x, y, c, fresh));
      fresh = false;
    }
    pad();
  }

  private int at(int x, int y, int c) {
    return samples[(y * image.columns() + x) * image.samples() + c] >> form.pointTransform();
  }

  private int predict(int x, int y, int c, boolean fresh) {
    if (x == 0) return fresh ? 1 << form.precision() - form.pointTransform() - 1 : at(0, y - 1, c);
    int ra = at(x - 1, y, c);
    if (fresh) return ra;
    int rb = at(x, y - 1, c);
    int rc = at(x - 1, y - 1, c);
    return switch (form.predictor()) {
      case 1 -> ra;
      case 2 -> rb;
      case 3 -> rc;
      case 4 -> ra + rb - rc;
      case 5 -> ra + (rb - rc >> 1);
      case 6 -> rb + (ra - rc >> 1);
      default -> ra + rb >> 1;
    };
  }

  private void difference(int exact) {
    int difference = (short) exact;
    int category = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
    write(category, 5);
    if (category < 16) write(difference < 0 ? difference - 1 : difference, category);
  }

  private void write(int value, int n) {
    bits = bits << n | value & (1L << n) - 1;
    count += n;
    for (; count >= 8; count -= 8) {
      int b = (int) (bits >> count - 8) & 0xFF;
      put(b);
      if (b == 0xFF) put(0);
    }
  }

  private void pad() {
    if (count > 0) write(0x7F, 8 - count);
    count = 0;
  }

  private void put(int... values) {
    for (int value : values) out.write(value);
  }
}
