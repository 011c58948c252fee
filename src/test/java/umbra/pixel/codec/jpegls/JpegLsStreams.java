package umbra.pixel.codec.jpegls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.EncodedFrame;

/// Images and code streams for the tests of JPEG-LS.
final class JpegLsStreams {
  private JpegLsStreams() {}

  static ImagePixel image(int rows, int columns, int samples, int bits) {
    return new ImagePixel(rows, columns, samples, samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2, SampleType.INTEGER, bits <= 8 ? 8 : 16, bits, bits - 1, false, false, 1);
  }

  /// Noise on a slope with flat parts.
  static Raster raster(ImagePixel image, long seed) {
    var random = new Random(seed);
    var words = new short[image.frameSamples()];
    for (int i = 0; i < words.length; i++) {
      int x = i / image.samples() % image.columns();
      words[i] = (short) ((x % 16 < 5 ? 3 : x * 7 + random.nextInt(1 << Math.max(1, image.bitsStored() - 4))) & (1 << image.bitsStored()) - 1);
    }
    var bytes = new byte[words.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) words[i];
    var values = image.bitsAllocated() == 8 ? new Raster.Samples.Bytes(bytes, false) : new Raster.Samples.Shorts(words, false);
    return new Raster(image.rows(), image.columns(), image.samples(), image.bitsStored(), false, image.photometric(), values);
  }

  static byte[] encode(Raster raster) throws DicomException {
    return new JpegLsEncoder().encode(raster, Checkpoint.NONE);
  }

  static Raster decode(ImagePixel image, byte[]... fragments) throws DicomException {
    var slices = Arrays.stream(fragments).map(ByteSlice::of).toList();
    return new JpegLsDecoder().decode(new EncodedFrame(image, TransferSyntax.JPEG_LS_LOSSLESS, List.copyOf(slices), Place.of("memory"), Checkpoint.NONE));
  }

  /// A stream with a restart marker after every so many lines: each interval is coded as an image of its own.
  static byte[] withRestarts(Raster raster, int lines) throws DicomException {
    var out = new ByteArrayOutputStream();
    int interval = 0;
    for (int y = 0; y < raster.rows(); y += lines, interval++) {
      var strip = strip(raster, y, Math.min(lines, raster.rows() - y));
      var stream = encode(strip);
      int scan = 2 + 10 + 3 * raster.samples();
      int data = scan + 8 + 2 * raster.samples();
      if (y == 0) {
        stream[7] = (byte) (raster.rows() >> 8);
        stream[8] = (byte) raster.rows();
        out.write(stream, 0, scan);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDD, 0, 4, (byte) (lines >> 8), (byte) lines});
        out.write(stream, scan, data - scan);
      } else {
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) (0xD0 + (interval - 1 & 7))});
      }
      out.write(stream, data, stream.length - 2 - data);
    }
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    return out.toByteArray();
  }

  private static Raster strip(Raster raster, int y, int rows) {
    int row = raster.columns() * raster.samples();
    var values = switch (raster.values()) {
      case Raster.Samples.Bytes(var array, _) -> new Raster.Samples.Bytes(Arrays.copyOfRange(array, y * row, (y + rows) * row), false);
      case Raster.Samples.Shorts(var array, _) -> new Raster.Samples.Shorts(Arrays.copyOfRange(array, y * row, (y + rows) * row), false);
      default -> throw new IllegalArgumentException("no such images here");
    };
    return new Raster(rows, raster.columns(), raster.samples(), raster.bits(), false, raster.photometric(), values);
  }
}
