package umbra.pixel.codec.ffmpeg;

import java.io.IOException;

/// What FFmpeg could not do.
final class NativeFailure extends IOException {
  private static final long serialVersionUID = 1;

  NativeFailure(String what) {
    super(what);
  }
}
