package umbra.pixel.codec.ffmpeg;

/// The words that pass between Umbra and its [NativeWorker], each followed by what stands beside it.
final class Wire {
  /// To the worker: opens a video of so many bytes (long), columns and rows (ints).
  static final byte OPEN = 'O';
  /// To the worker: wants a frame (int, from 0) as RGB.
  static final byte FRAME = 'N';
  /// To the worker: wants a JPEG 2000 code stream (int length, bytes) decoded.
  static final byte IMAGE = 'J';
  /// From the worker: needs bytes of the video (long offset, int length); answered by an int length and the bytes.
  static final byte READ = 'R';
  /// From the worker: width, height, samples, bytes a sample, significant bits (ints), then the samples.
  static final byte PIXELS = 'P';
  /// From the worker: done.
  static final byte READY = 'D';
  /// From the worker: why it cannot (UTF).
  static final byte ERROR = 'E';

  private Wire() {}
}
