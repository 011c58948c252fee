package umbra.pixel.codec.rle;

import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameDecoder;

/// Decodes RLE Lossless (PS3.5 Annex G): one segment a byte plane, the most significant byte of the first sample first.
public final class RleDecoder implements FrameDecoder {
  static final int HEADER_BYTES = 64;
  static final int MOST_SEGMENTS = 15;

  @Override
  public Set<TransferSyntax> transferSyntaxes() {
    return Set.of(TransferSyntax.RLE_LOSSLESS);
  }

  @Override
  public Raster decode(EncodedFrame frame) throws DicomException {
    var image = frame.image();
    var bytes = frame.toArray();
    int width = image.bitsAllocated() == 1 ? 1 : image.bitsAllocated() / 8;
    int planes = image.samples() * width;
    if (planes > MOST_SEGMENTS) throw new UnsupportedDicomException("RLE cannot hold " + planes + " byte planes", frame.place());
    var segments = segments(bytes, planes, frame);
    var planar = new byte[planes][];
    for (int plane = 0; plane < planes; plane++) {
      frame.checkpoint().check();
      planar[plane] = unpack(bytes, segments[plane], segments[plane + 1], planeBytes(image), frame);
    }
    return raster(image, planar, width);
  }

  /// Bytes of one plane: packed bits for Bits Allocated 1.
  private static int planeBytes(ImagePixel image) {
    int pixels = image.rows() * image.columns();
    return image.bitsAllocated() == 1 ? (pixels + 7) / 8 : pixels;
  }

  /// Offsets of the segments and the end of the last (PS3.5 G.5).
  private static int[] segments(byte[] bytes, int planes, EncodedFrame frame) throws DicomFormatException {
    if (bytes.length < HEADER_BYTES) throw new DicomFormatException("RLE header cut short", frame.place());
    int count = little(bytes, 0);
    if (count != planes) throw new DicomFormatException(count + " RLE segments where " + planes + " belong", frame.place());
    var offsets = new int[planes + 1];
    for (int i = 0; i < planes; i++) {
      offsets[i] = little(bytes, 4 + 4 * i);
      if (offsets[i] < HEADER_BYTES || offsets[i] > bytes.length || i > 0 && offsets[i] < offsets[i - 1]) {
        throw new DicomFormatException("RLE segment offset outside the frame", frame.place());
      }
    }
    offsets[planes] = bytes.length;
    return offsets;
  }

  private static int little(byte[] bytes, int at) {
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
  }

  /// PackBits (PS3.5 G.3.2): n of 0 to 127 copies n+1 bytes, of -1 to -127 repeats the next one 1-n times, -128 is nothing.
  /// What stands behind the last byte of the plane is padding.
  private static byte[] unpack(byte[] bytes, int from, int end, int wanted, EncodedFrame frame) throws DicomFormatException {
    var out = new byte[wanted];
    int at = from;
    int done = 0;
    while (done < wanted) {
      if (at >= end) throw new DicomFormatException("RLE segment ends " + (wanted - done) + " bytes early", frame.place());
      int n = bytes[at++];
      if (n >= 0) {
        int count = Math.min(n + 1, wanted - done);
        if (count > end - at) throw new DicomFormatException("RLE segment cut short", frame.place());
        System.arraycopy(bytes, at, out, done, count);
        at += n + 1;
        done += count;
      } else if (n != -128) {
        if (at >= end) throw new DicomFormatException("RLE segment cut short", frame.place());
        int count = Math.min(1 - n, wanted - done);
        byte value = bytes[at++];
        for (int stop = done + count; done < stop; done++) out[done] = value;
      }
    }
    return out;
  }

  private static Raster raster(ImagePixel image, byte[][] planes, int width) {
    int samples = image.samples();
    int pixels = image.rows() * image.columns();
    var values = switch (image.bitsAllocated()) {
      case 1 -> new Raster.Samples.Bytes(bits(planes[0], pixels), false);
      case 8 -> new Raster.Samples.Bytes(interleaved(planes, pixels), image.signed());
      case 16 -> {
        var words = new short[pixels * samples];
        for (int s = 0; s < samples; s++) {
          var high = planes[2 * s];
          var low = planes[2 * s + 1];
          for (int i = 0; i < pixels; i++) words[i * samples + s] = (short) (high[i] << 8 | low[i] & 0xFF);
        }
        yield new Raster.Samples.Shorts(words, image.signed());
      }
      default -> {
        var words = new int[pixels * samples];
        for (int s = 0; s < samples; s++) {
          for (int b = 0; b < width; b++) {
            var plane = planes[width * s + b];
            for (int i = 0; i < pixels; i++) words[i * samples + s] = words[i * samples + s] << 8 | plane[i] & 0xFF;
          }
        }
        yield new Raster.Samples.Ints(words, image.signed());
      }
    };
    return new Raster(image.rows(), image.columns(), samples, image.bitsStored(), image.signed(), image.photometric(), values);
  }

  private static byte[] interleaved(byte[][] planes, int pixels) {
    int samples = planes.length;
    if (samples == 1) return planes[0];
    var out = new byte[pixels * samples];
    for (int s = 0; s < samples; s++) {
      var plane = planes[s];
      for (int i = 0; i < pixels; i++) out[i * samples + s] = plane[i];
    }
    return out;
  }

  private static byte[] bits(byte[] packed, int pixels) {
    var out = new byte[pixels];
    for (int i = 0; i < pixels; i++) out[i] = (byte) (packed[i >> 3] >>> (i & 7) & 1);
    return out;
  }
}
