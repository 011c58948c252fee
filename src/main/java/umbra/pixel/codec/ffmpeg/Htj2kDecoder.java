package umbra.pixel.codec.ffmpeg;

import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.TransferSyntax;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameDecoder;
import umbra.pixel.codec.StreamRaster;

/// Decodes High-Throughput JPEG 2000 (ISO/IEC 15444-15) in the worker process. Calls take turns; the process is kept for the
/// next one.
public final class Htj2kDecoder implements FrameDecoder, AutoCloseable {
  private static final int SIZ = 0x51;
  private static final int MOST_BEFORE_SIZ = 1024;
  private static final int MOST_TILES = 65_535;

  private final NativeProcess.Start start;
  private NativeProcess process;

  /// With the running Java as worker.
  public Htj2kDecoder() {
    this(NativeProcess.Start.standard());
  }

  Htj2kDecoder(NativeProcess.Start start) {
    this.start = start;
  }

  @Override
  public Set<TransferSyntax> transferSyntaxes() {
    return Set.of(TransferSyntax.HTJ2K_LOSSLESS, TransferSyntax.HTJ2K_LOSSLESS_RPCL, TransferSyntax.HTJ2K);
  }

  @Override
  public Raster decode(EncodedFrame frame) throws DicomException {
    frame.checkpoint().check();
    var stream = frame.toArray();
    boolean signed = isSigned(stream, frame);
    NativeProcess.Pixels pixels;
    synchronized (this) {
      if (process == null || !process.isAlive()) process = new NativeProcess(start, frame.place());
      pixels = process.ask(out -> {
        out.writeByte(Wire.IMAGE);
        out.writeInt(stream.length);
        out.write(stream);
      }, (_, _) -> new byte[0], frame.place());
    }
    var image = frame.image();
    if (pixels.width() != image.columns() || pixels.height() != image.rows() || pixels.samples() != image.samples()) {
      throw new DicomFormatException("JPEG 2000: size other than Rows, Columns and Samples per Pixel", frame.place());
    }
    return raster(frame, pixels, signed);
  }

  /// Checks the SIZ segment (ISO/IEC 15444-1 A.5.1) before the bytes go anywhere: size, components and tiles are claims.
  ///
  /// @return whether samples are signed, which FFmpeg gives out as unsigned, moved up by half the range
  private static boolean isSigned(byte[] stream, EncodedFrame frame) throws DicomFormatException {
    int at = 0;
    while (at + 42 < stream.length && at < MOST_BEFORE_SIZ && !beginsAt(stream, at)) at++;
    if (at + 42 >= stream.length || !beginsAt(stream, at)) throw new DicomFormatException("JPEG 2000: no code stream", frame.place());
    var image = frame.image();
    long width = u32(stream, at + 8) - u32(stream, at + 16);
    long height = u32(stream, at + 12) - u32(stream, at + 20);
    long tiles = ceil(u32(stream, at + 8), u32(stream, at + 24)) * ceil(u32(stream, at + 12), u32(stream, at + 28));
    int components = (stream[at + 40] & 0xFF) << 8 | stream[at + 41] & 0xFF;
    boolean fits = width == image.columns() && height == image.rows() && components == image.samples() && tiles > 0 && tiles <= MOST_TILES;
    if (!fits) throw new DicomFormatException("JPEG 2000: size other than Rows, Columns and Samples per Pixel", frame.place());
    return stream[at + 42] < 0;
  }

  private static boolean beginsAt(byte[] stream, int at) {
    return (stream[at] & 0xFF) == 0xFF && stream[at + 1] == 0x4F && (stream[at + 2] & 0xFF) == 0xFF && stream[at + 3] == SIZ;
  }

  private static long ceil(long value, long by) {
    return by == 0 ? 0 : (value + by - 1) / by;
  }

  private static long u32(byte[] bytes, int at) {
    return (bytes[at] & 0xFFL) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
  }

  private static Raster raster(EncodedFrame frame, NativeProcess.Pixels pixels, boolean signed) {
    var image = frame.image();
    int half = signed ? 1 << pixels.bits() - 1 : 0;
    var photometric = image.samples() == 3 ? Photometric.RGB : image.photometric();
    if (pixels.bytesEach() == 1 && image.bitsAllocated() <= 8) {
      if (half != 0) for (int i = 0; i < pixels.bytes().length; i++) pixels.bytes()[i] -= (byte) half;
      return StreamRaster.ofBytes(image, pixels.bytes(), pixels.bits(), photometric);
    }
    var words = new short[image.frameSamples()];
    for (int i = 0; i < words.length; i++) {
      int value = pixels.bytesEach() == 1 ? pixels.bytes()[i] & 0xFF : pixels.bytes()[2 * i] & 0xFF | (pixels.bytes()[2 * i + 1] & 0xFF) << 8;
      words[i] = (short) (value - half);
    }
    return StreamRaster.ofShorts(image, words, pixels.bits(), photometric);
  }

  @Override
  public synchronized void close() {
    if (process != null) process.close();
    process = null;
  }
}
