package umbra.pixel.codec.ffmpeg;

/// What FFmpeg could not do.
final class NativeFailure extends Exception {
  private static final long serialVersionUID = 1;

  NativeFailure(String what) {
    super(what);
  }
}
