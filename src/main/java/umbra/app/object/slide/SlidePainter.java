package umbra.app.object.slide;

import java.util.Arrays;
import java.util.List;
import umbra.app.object.slide.SlideViewModel.Painted;
import umbra.object.slide.SlideViewport;
import umbra.pixel.render.Picture;

/// Paints tiles into the pixels of a viewport: each as it is where enlarged, the mean of what falls on a pixel where reduced.
final class SlidePainter {
  static final int NOTHING = 0xFF1A1F24;
  private static final int MOST_SAMPLES = 4;

  private SlidePainter() {}

  /// @param argb row by row, as wide and high as the viewport
  static void paint(List<Painted> tiles, SlideViewport view, int[] argb) {
    Arrays.fill(argb, 0, view.width() * view.height(), NOTHING);
    for (var tile : tiles) paint(tile, view, argb);
  }

  private static void paint(Painted tile, SlideViewport view, int[] argb) {
    var place = tile.place();
    double right = Math.min(place.right(), view.columns()); // the rest of a tile at the edge is padding
    double bottom = Math.min(place.bottom(), view.rows());
    int x0 = Math.clamp(Math.round((place.left() - view.left()) * view.scale()), 0, view.width());
    int x1 = Math.clamp(Math.round((right - view.left()) * view.scale()), 0, view.width());
    int y0 = Math.clamp(Math.round((place.top() - view.top()) * view.scale()), 0, view.height());
    int y1 = Math.clamp(Math.round((bottom - view.top()) * view.scale()), 0, view.height());
    if (x0 >= x1 || y0 >= y1) return;
    var picture = tile.picture();
    double perPixelX = picture.width() / (place.right() - place.left()) / view.scale();
    double perPixelY = picture.height() / (place.bottom() - place.top()) / view.scale();
    double fromX = (view.left() - place.left()) * view.scale() * perPixelX;
    double fromY = (view.top() - place.top()) * view.scale() * perPixelY;
    int samples = Math.clamp((long) Math.ceil(Math.max(perPixelX, perPixelY) - 0.2), 1, MOST_SAMPLES);
    var columns = indices(x0, x1, fromX, perPixelX, samples, picture.width());
    for (int y = y0; y < y1; y++) {
      var rows = indices(y, y + 1, fromY, perPixelY, samples, picture.height());
      if (place.wash().isPresent()) wash(picture, columns, rows[0], samples, place.wash().get().opacity(), argb, y * view.width() + x0, x1 - x0);
      else row(picture, columns, rows, samples, argb, y * view.width() + x0, x1 - x0);
    }
  }

  /// The samples of each pixel from `from` on, `samples` each.
  private static int[] indices(int from, int to, double offset, double perPixel, int samples, int size) {
    var at = new int[(to - from) * samples];
    for (int i = 0; i < at.length; i++) {
      double pixel = from + i / samples + (i % samples + 0.5) / samples;
      at[i] = Math.clamp((long) Math.floor(offset + pixel * perPixel), 0, size - 1);
    }
    return at;
  }

  /// Lays colours over what is there, by their alpha. Of several samples on a pixel the first is taken: there is no mean of two segments.
  private static void wash(Picture picture, int[] columns, int line, int samples, double opacity, int[] argb, int to, int count) {
    for (int i = 0; i < count; i++) {
      int color = picture.argb()[line * picture.width() + columns[i * samples]];
      int alpha = (int) ((color >>> 24) * opacity);
      if (alpha > 0) argb[to + i] = mixed(argb[to + i], color, alpha);
    }
  }

  private static int mixed(int under, int over, int alpha) {
    int mixed = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) mixed = mixed << 8 | ((under >> shift & 0xFF) * (255 - alpha) + (over >> shift & 0xFF) * alpha) / 255;
    return mixed;
  }

  private static void row(Picture picture, int[] columns, int[] rows, int samples, int[] argb, int to, int count) {
    var source = picture.argb();
    if (samples == 1) {
      int line = rows[0] * picture.width();
      for (int i = 0; i < count; i++) argb[to + i] = 0xFF00_0000 | source[line + columns[i]];
      return;
    }
    int n = samples * samples;
    for (int i = 0; i < count; i++) {
      int r = 0;
      int g = 0;
      int b = 0;
      for (int k = 0; k < samples; k++) {
        int line = rows[k] * picture.width();
        for (int j = 0; j < samples; j++) {
          int pixel = source[line + columns[i * samples + j]];
          r += pixel >> 16 & 0xFF;
          g += pixel >> 8 & 0xFF;
          b += pixel & 0xFF;
        }
      }
      argb[to + i] = 0xFF00_0000 | (r / n) << 16 | (g / n) << 8 | b / n;
    }
  }
}
