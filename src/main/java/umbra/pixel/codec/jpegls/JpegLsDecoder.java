package umbra.pixel.codec.jpegls;

import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameDecoder;
import umbra.pixel.codec.StreamRaster;

/// Decodes JPEG-LS (ISO/IEC 14495-1), lossless and near-lossless, with all three kinds of interleaving.
///
/// Mapping tables, subsampled components and the colour transforms of one maker are not supported.
public final class JpegLsDecoder implements FrameDecoder {
  @Override
  public Set<TransferSyntax> transferSyntaxes() {
    return Set.of(TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.JPEG_LS_NEAR_LOSSLESS);
  }

  @Override
  public Raster decode(EncodedFrame frame) throws DicomException {
    try {
      return new Reading(frame).decode();
    } catch (ScanDecoder.CodeTooLong e) {
      throw new DicomFormatException("JPEG-LS: " + e.getMessage(), frame.place());
    }
  }

  /// The reading of one frame: marker segments, then scans.
  private static final class Reading {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;
    private static final int SOF55 = 0xF7;
    private static final int LSE = 0xF8;
    private static final int APP8 = 0xE8;

    private final EncodedFrame frame;
    private final ImagePixel image;
    private final byte[] bytes;
    private int at;
    private int precision;
    private int[] componentIds = {};
    private int[] preset = {};
    private byte[] narrow = {};
    private short[] wide = {};
    private int componentsDone;
    private int restartInterval;

    Reading(EncodedFrame frame) throws DicomException {
      this.frame = frame;
      this.image = frame.image();
      this.bytes = frame.toArray();
    }

    Raster decode() throws DicomException {
      if (bytes.length < 4 || u8(0) != 0xFF || u8(1) != SOI) throw malformed("no SOI");
      at = 2;
      while (componentIds.length == 0 || componentsDone < componentIds.length) {
        int marker = nextMarker();
        if (marker == EOI) throw malformed("EOI before all components");
        int length = u16(at);
        if (length < 2 || at + length > bytes.length) throw malformed("marker segment beyond the end");
        int end = at + length;
        segment(marker, at + 2, end);
        if (marker != SOS) at = end;
      }
      return precision <= 8 && image.bitsAllocated() <= 8
          ? StreamRaster.ofBytes(image, narrow, precision, image.photometric())
          : StreamRaster.ofShorts(image, wide, precision, image.photometric());
    }

    private void segment(int marker, int from, int end) throws DicomException {
      switch (marker) {
        case SOF55 -> frameHeader(from, end);
        case LSE -> presets(from, end);
        case SOS -> scan(from, end);
        case DRI -> restartInterval(from, end);
        case APP8 -> {
          boolean transform = end - from >= 5 && u8(from) == 'm' && u8(from + 1) == 'r' && u8(from + 2) == 'f' && u8(from + 3) == 'x' && u8(from + 4) != 0;
          if (transform) throw unsupported("a colour transform of its maker");
        }
        default -> {
          boolean otherFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
          if (otherFrame) throw unsupported("a frame that is not JPEG-LS");
        }
      }
    }

    private void frameHeader(int from, int end) throws DicomException {
      if (componentIds.length > 0 || end - from < 6) throw malformed("frame header");
      precision = u8(from);
      int count = u8(from + 5);
      if (precision < 2 || precision > 16) throw malformed("precision of " + precision + " bits");
      if (u16(from + 1) != image.rows() || u16(from + 3) != image.columns()) throw malformed("size other than Rows and Columns");
      if (count != image.samples() || end - from < 6 + 3 * count) throw malformed("number of components other than Samples per Pixel");
      if (precision > Math.max(8, image.bitsAllocated())) throw malformed("precision beyond Bits Allocated");
      componentIds = new int[count];
      for (int i = 0; i < count; i++) {
        componentIds[i] = u8(from + 6 + 3 * i);
        if (u8(from + 7 + 3 * i) != 0x11) throw unsupported("subsampled components");
      }
      // A line takes a bit at least, and another one for every longest run; checked before memory is taken for the samples.
      if ((long) image.rows() * ((image.columns() - 1 >> 15) + 1) > 8L * bytes.length) throw malformed("stream too short for its frame");
      if (precision <= 8 && image.bitsAllocated() <= 8) narrow = new byte[image.frameSamples()];
      else wide = new short[image.frameSamples()];
    }

    /// C.2.5: lines between restart markers, in 2 to 4 bytes.
    private void restartInterval(int from, int end) throws DicomException {
      if (end - from < 2 || end - from > 4) throw malformed("restart interval");
      long interval = 0;
      for (int i = from; i < end; i++) interval = interval << 8 | u8(i);
      restartInterval = (int) Math.min(interval, Integer.MAX_VALUE);
    }

    private void presets(int from, int end) throws DicomException {
      if (end - from < 1) throw malformed("LSE segment");
      if (u8(from) != 1) throw unsupported("mapping tables");
      if (end - from < 11) throw malformed("LSE segment");
      preset = new int[] {u16(from + 1), u16(from + 3), u16(from + 5), u16(from + 7), u16(from + 9)};
    }

    private void scan(int from, int end) throws DicomException {
      if (componentIds.length == 0) throw malformed("scan before the frame header");
      int count = from < end ? u8(from) : 0;
      if (count < 1 || end - from < 4 + 2 * count || componentsDone + count > componentIds.length) throw malformed("scan header");
      for (int i = 0; i < count; i++) {
        if (u8(from + 1 + 2 * i) != componentIds[componentsDone + i]) throw malformed("components out of order");
        if (u8(from + 2 + 2 * i) != 0) throw unsupported("mapping tables");
      }
      int near = u8(from + 1 + 2 * count);
      int interleave = u8(from + 2 + 2 * count);
      if (u8(from + 3 + 2 * count) != 0) throw unsupported("a point transform");
      var parameters = preset.length == 0
          ? Parameters.of((1 << precision) - 1, near)
          : Parameters.preset(preset[0], preset[1], preset[2], preset[3], preset[4], precision, near);
      if (!parameters.isValid(precision)) throw malformed("coding parameters");
      var reader = new BitReader(bytes, end);
      var decoder = new ScanDecoder(parameters, reader, image.columns(), frame);
      int first = componentsDone;
      if (interleave > 2 || interleave == 0 && count > 1) throw malformed("interleave mode");
      decoder.decode(image.rows(), count, interleave == 2, restartInterval, (y, c, line) -> store(y, first + c, line));
      componentsDone += count;
      at = Math.max(end, reader.position() - 8);
    }

    private void store(int y, int component, int[] line) {
      int step = image.samples();
      int to = y * image.columns() * step + component;
      if (narrow.length > 0) {
        for (int x = 1; x <= image.columns(); x++, to += step) narrow[to] = (byte) line[x];
      } else {
        for (int x = 1; x <= image.columns(); x++, to += step) wide[to] = (short) line[x];
      }
    }

    /// Finds FF and a code of 80 or more: anything else between scans is left-over bits.
    private int nextMarker() throws DicomFormatException {
      while (at + 1 < bytes.length) {
        if (u8(at) == 0xFF && u8(at + 1) >= 0x80 && u8(at + 1) != 0xFF) {
          at += 2;
          if (at + 2 > bytes.length && u8(at - 1) != EOI) throw malformed("marker at the end");
          return u8(at - 1);
        }
        at++;
      }
      throw malformed("ends before all components");
    }

    private int u8(int index) {
      return bytes[index] & 0xFF;
    }

    private int u16(int index) {
      return u8(index) << 8 | u8(index + 1);
    }

    private DicomFormatException malformed(String what) {
      return new DicomFormatException("JPEG-LS: " + what, frame.place());
    }

    private UnsupportedDicomException unsupported(String what) {
      return new UnsupportedDicomException("JPEG-LS with " + what, frame.place());
    }
  }
}
