package umbra.workspace.scan;

import umbra.pixel.render.Picture;

/// The darkest and the brightest of all frames at each pixel: text that stands still stays, what moves behind it falls away.
final class Projection {
  private int width;
  private int height;
  private int[] least = {};
  private int[] most = {};
  private int frames;

  /// Frames of another size than the first are left out.
  void add(Picture picture) {
    if (frames == 0) {
      width = picture.width();
      height = picture.height();
      least = picture.argb().clone();
      most = picture.argb().clone();
      frames = 1;
      return;
    }
    if (picture.width() != width || picture.height() != height) return;
    frames++;
    for (int i = 0; i < least.length; i++) {
      int p = picture.argb()[i];
      if (p == least[i] && p == most[i]) continue;
      int low = 0xFF00_0000;
      int high = 0xFF00_0000;
      for (int shift = 0; shift < 24; shift += 8) {
        int v = p >> shift & 0xFF;
        low |= Math.min(v, least[i] >> shift & 0xFF) << shift;
        high |= Math.max(v, most[i] >> shift & 0xFF) << shift;
      }
      least[i] = low;
      most[i] = high;
    }
  }

  int frames() {
    return frames;
  }

  Picture least() {
    return new Picture(width, height, least);
  }

  Picture most() {
    return new Picture(width, height, most);
  }
}
