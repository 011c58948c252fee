package umbra.ocr.detect;

import umbra.ocr.Box;
import umbra.pixel.render.Picture;

/// A part of a picture as the network wants it: three planes blue, green, red of normalised floats, sides a multiple of 32.
///
/// A part that needs no scaling is filled up at its right and lower edge instead of being stretched, so that small letters stay sharp.
record DetectorInput(float[] planes, int width, int height, double scaleX, double scaleY) {
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
  private static final int STEP = 32;

  static DetectorInput of(Picture picture, Box part, Pass pass) {
    if (pass.scale() == 1) return unscaled(picture, part, pass.tone());
    int width = round(part.width() * pass.scale());
    int height = round(part.height() * pass.scale());
    return new DetectorInput(planes(picture, part, width, height, pass.tone()), width, height, (double) width / part.width(),
        (double) height / part.height());
  }

  private static int round(double size) {
    return Math.max(STEP, (int) Math.round(size / STEP) * STEP);
  }

  private static int ceil(int size) {
    return (size + STEP - 1) / STEP * STEP;
  }

  private static DetectorInput unscaled(Picture picture, Box part, Pass.Tone tone) {
    int width = ceil(part.width());
    int height = ceil(part.height());
    var planes = new float[3 * width * height];
    for (int plane = 0; plane < 3; plane++) {
      var normal = new float[256];
      for (int v = 0; v < 256; v++) normal[v] = tone.of(v) / (255 * DEVIATION[plane]) - MEAN[plane] / DEVIATION[plane];
      int shift = 8 * plane;
      int at = plane * width * height;
      for (int y = 0; y < height; y++) {
        int from = (part.y() + Math.min(y, part.height() - 1)) * picture.width() + part.x();
        for (int x = 0; x < width; x++) planes[at++] = normal[picture.argb()[from + Math.min(x, part.width() - 1)] >>> shift & 0xFF];
      }
    }
    return new DetectorInput(planes, width, height, 1, 1);
  }

  private static float[] planes(Picture picture, Box part, int width, int height, Pass.Tone tone) {
    var columns = Resampling.of(part.width(), width);
    var rows = Resampling.of(part.height(), height);
    var planes = new float[3 * width * height];
    var toned = new float[256];
    for (int v = 0; v < 256; v++) toned[v] = tone.of(v);
    for (int channel = 0; channel < 3; channel++) {
      int shift = 8 * (2 - channel);
      Resampling.Source source = (y, line) -> {
        int from = (part.y() + y) * picture.width() + part.x();
        for (int x = 0; x < line.length; x++) line[x] = toned[picture.argb()[from + x] >>> shift & 0xFF];
      };
      float factor = 1 / (255 * DEVIATION[2 - channel]);
      float offset = -MEAN[2 - channel] / DEVIATION[2 - channel];
      Resampling.apply(source, part.width(), columns, rows, planes, (2 - channel) * width * height, width, height, factor, offset);
    }
    return planes;
  }
}
