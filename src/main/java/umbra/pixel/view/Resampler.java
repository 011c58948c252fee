package umbra.pixel.view;

import java.util.Arrays;

/// Samples of a frame brought to the pixels of a viewport, as numbers still to be windowed. Keeps its buffers; for one thread.
public final class Resampler {
  private float[] out = new float[0];
  private float[] line = new float[0];
  private Taps horizontal = Taps.of(1, 1, 0, 1, false);
  private Taps vertical = horizontal;
  private ViewTransform taken;
  private boolean takenSmooth;
  private int across;
  private boolean turned;

  /// @param smooth between neighbours when larger than the source; else each stored pixel is a square
  public void resample(Plane plane, ViewTransform view, boolean smooth) {
    if (!view.equals(taken) || smooth != takenSmooth) place(view, smooth);
    int samples = plane.samples();
    int size = view.viewWidth() * view.viewHeight() * samples;
    if (out.length < size) out = new float[size];
    if (horizontal.isEmpty() || vertical.isEmpty()) return;
    int lowest = horizontal.lowest();
    int needed = horizontal.highest() - lowest;
    if (line.length < needed * samples) line = new float[needed * samples];
    for (int y = vertical.from(); y < vertical.to(); y++) {
      Arrays.fill(line, 0, needed * samples, 0);
      for (int k = 0; k < vertical.count()[y]; k++) {
        plane.addRow(vertical.first()[y] + k, lowest, needed, vertical.weights()[y * vertical.width() + k], line);
      }
      if (samples == 1) one(lowest, y * across);
      else several(lowest, y * across, samples);
    }
  }

  private void place(ViewTransform view, boolean smooth) {
    turned = view.turns() % 2 == 1;
    across = turned ? view.viewHeight() : view.viewWidth();
    var corner = view.toImage(0, 0);
    var along = turned ? view.toImage(0, 1) : view.toImage(1, 0);
    var down = turned ? view.toImage(1, 0) : view.toImage(0, 1);
    horizontal = Taps.of(across, view.columns(), corner.x(), along.x() - corner.x(), smooth);
    vertical = Taps.of(turned ? view.viewWidth() : view.viewHeight(), view.rows(), corner.y(), down.y() - corner.y(), smooth);
    taken = view;
    takenSmooth = smooth;
  }

  private void one(int lowest, int at) {
    var first = horizontal.first();
    var count = horizontal.count();
    var weights = horizontal.weights();
    int width = horizontal.width();
    for (int x = horizontal.from(); x < horizontal.to(); x++) {
      int from = first[x] - lowest;
      float sum = weights[x * width] * line[from];
      for (int k = 1; k < count[x]; k++) sum += weights[x * width + k] * line[from + k];
      out[at + x] = sum;
    }
  }

  private void several(int lowest, int at, int samples) {
    for (int x = horizontal.from(); x < horizontal.to(); x++) {
      int from = (horizontal.first()[x] - lowest) * samples;
      for (int s = 0; s < samples; s++) {
        float sum = 0;
        for (int k = 0; k < horizontal.count()[x]; k++) sum += horizontal.weights()[x * horizontal.width() + k] * line[from + k * samples + s];
        out[(at + x) * samples + s] = sum;
      }
    }
  }

  /// What came out: for screen pixel (x, y) its samples begin at [#index]. Valid inside the image only.
  float[] values() {
    return out;
  }

  /// Pixel index, to be multiplied by the samples of a pixel.
  int index(int x, int y) {
    return turned ? x * across + y : y * across + x;
  }

  /// Steps between the indices of neighbours to the right.
  int stepRight() {
    return turned ? across : 1;
  }

  int left() {
    return turned ? vertical.from() : horizontal.from();
  }

  int right() {
    return turned ? vertical.to() : horizontal.to();
  }

  int top() {
    return turned ? horizontal.from() : vertical.from();
  }

  int bottom() {
    return turned ? horizontal.to() : vertical.to();
  }
}
