package umbra.pixel.codec.ffmpeg;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.UnsupportedDicomException;

/// Umbra's side of a [NativeWorker]. A worker that crashes, hangs or talks nonsense is killed, and what was asked of it
/// becomes an error of the file. Not for use by several threads at once.
final class NativeProcess implements AutoCloseable {
  private static final long MOST_PIXEL_BYTES = 1L << 30;
  /// For one request; 4 GiB in the pieces FFmpeg asks for are 65,536.
  private static final int MOST_READS = 1_000_000;

  /// The command that starts the worker, and how long it may stay silent.
  ///
  /// @param seconds that may pass until the worker asks for bytes or answers; a far frame takes many such steps
  record Start(List<String> command, long seconds) {
    /// The running Java with its own class path.
    static Start standard() {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      return new Start(List.of(java, "-Xmx1g", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
          System.getProperty("java.class.path"), NativeWorker.class.getName()), 30);
    }
  }

  /// Serves bytes that the worker asks for.
  @FunctionalInterface
  interface Bytes {
    byte[] read(long offset, int length);
  }

  /// Decoded samples, little endian and pixel-interleaved.
  record Pixels(int width, int height, int samples, int bytesEach, int bits, byte[] bytes) {}

  private final Start start;
  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private volatile long request;
  private volatile long heardNanos;

  NativeProcess(Start start, Place place) throws UnsupportedDicomException {
    this.start = start;
    try {
      process = new ProcessBuilder(start.command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException _) {
      throw new UnsupportedDicomException("the decoder process does not start", place);
    }
    InputStream answers = process.getInputStream();
    in = new DataInputStream(new BufferedInputStream(answers, 1 << 16));
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
  }

  /// Writes a request.
  @FunctionalInterface
  interface Request {
    void write(DataOutputStream out) throws IOException;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Asks, serves what the worker needs, and waits for pixels, or for the word that it is ready (then they are empty).
  Pixels ask(Request what, Bytes bytes, Place place) throws DicomException {
    long mine = ++request;
    heardNanos = System.nanoTime();
    watch(mine);
    try {
      what.write(out);
      out.flush();
      for (int reads = 0; reads < MOST_READS; reads++) {
        switch (in.readByte()) {
          case Wire.READ -> serve(bytes);
          case Wire.PIXELS -> {
            return pixels(place);
          }
          case Wire.READY -> {
            return new Pixels(0, 0, 0, 0, 0, new byte[0]);
          }
          case Wire.ERROR -> throw new DicomFormatException("FFmpeg: " + in.readUTF(), place);
          default -> throw new IOException("not a word of the protocol");
        }
        heardNanos = System.nanoTime();
      }
      throw new IOException("reads without end");
    } catch (DicomException e) {
      throw e;
    } catch (IOException _) {
      close();
      throw new DicomFormatException("the decoder process failed on these bytes", place);
    } finally {
      request++;
    }
  }

  /// Ends the worker once it has been silent for too long.
  private void watch(long mine) {
    CompletableFuture.delayedExecutor(start.seconds(), TimeUnit.SECONDS).execute(() -> {
      if (request != mine) return;
      if (System.nanoTime() - heardNanos >= TimeUnit.SECONDS.toNanos(start.seconds())) close();
      else watch(mine);
    });
  }

  private void serve(Bytes bytes) throws IOException {
    long offset = in.readLong();
    int length = in.readInt();
    if (offset < 0 || length < 0 || length > 1 << 24) throw new IOException("a request out of range");
    var part = bytes.read(offset, length);
    out.writeInt(part.length);
    out.write(part);
    out.flush();
  }

  private Pixels pixels(Place place) throws IOException {
    int width = in.readInt();
    int height = in.readInt();
    int samples = in.readInt();
    int bytesEach = in.readInt();
    int bits = in.readInt();
    boolean sane = width > 0 && height > 0 && samples > 0 && samples <= 4 && (bytesEach == 1 || bytesEach == 2) && bits > 0 && bits <= 16
        && width <= 65_535 && height <= 65_535 && (long) width * height * samples * bytesEach <= MOST_PIXEL_BYTES;
    if (!sane) throw new IOException("pixels out of range");
    var bytes = new byte[width * height * samples * bytesEach];
    in.readFully(bytes);
    return new Pixels(width, height, samples, bytesEach, bits, bytes);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
