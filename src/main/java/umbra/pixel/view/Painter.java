package umbra.pixel.view;

import java.util.Arrays;
import java.util.Optional;
import umbra.pixel.render.LookupTable;
import umbra.pixel.render.Window;

/// Paints a prepared frame into the pixels of a viewport: resamples what changed place, then windows. For one thread.
public final class Painter {
  private static final int NOTHING = 0xFF00_0000;

  private final Resampler frame = new Resampler();
  private final Resampler mask = new Resampler();
  private byte[] gray = new byte[0];
  private Prepared resampled;
  private ViewTransform placed;
  private boolean smoothed;

  /// How a frame is to look.
  ///
  /// @param window for gray frames; empty for the VOI LUT table they bring
  /// @param inverted light and dark exchanged, against what the image states
  /// @param smooth between neighbours when larger than stored
  public record Look(Optional<Window> window, boolean inverted, boolean overlays, boolean smooth) {}

  /// @param argb row by row, as wide and high as the viewport
  public void paint(Prepared prepared, ViewTransform view, Look look, int[] argb) {
    if (prepared != resampled || !view.equals(placed) || look.smooth() != smoothed) frame.resample(prepared.plane(), view, look.smooth());
    resampled = prepared;
    placed = view;
    smoothed = look.smooth();
    switch (prepared) {
      case Prepared.Gray g -> gray(g, view, look, argb);
      case Prepared.Colour c -> colour(c, view, look, argb);
    }
    if (look.overlays() && prepared.overlay().isPresent()) overlay(prepared.overlay().get(), view, argb);
  }

  private void gray(Prepared.Gray g, ViewTransform view, Look look, int[] argb) {
    int size = view.viewWidth() * view.viewHeight();
    if (gray.length != size) gray = new byte[size];
    var table = look.window().isPresent() ? Optional.<LookupTable>empty() : g.table();
    if (table.isPresent()) {
      for (int i = 0; i < size; i++) gray[i] = (byte) Math.round(255 * table.get().fraction(frame.values()[i] * g.slope() + g.intercept()));
    } else {
      look.window().or(g::plain).orElseGet(g::autoWindow).apply(frame.values(), g.slope(), g.intercept(), gray);
    }
    int flip = g.inverse() != look.inverted() ? 0xFF : 0;
    int width = view.viewWidth();
    int step = frame.stepRight();
    background(argb, width, view.viewHeight());
    for (int y = frame.top(); y < frame.bottom(); y++) {
      int from = frame.index(frame.left(), y);
      int to = y * width;
      for (int x = frame.left(), i = from; x < frame.right(); x++, i += step) argb[to + x] = 0xFF00_0000 | ((gray[i] & 0xFF) ^ flip) * 0x01_0101;
    }
  }

  private void background(int[] argb, int width, int height) {
    if (frame.top() >= frame.bottom() || frame.left() >= frame.right()) {
      Arrays.fill(argb, 0, width * height, NOTHING);
      return;
    }
    Arrays.fill(argb, 0, frame.top() * width, NOTHING);
    Arrays.fill(argb, frame.bottom() * width, width * height, NOTHING);
    for (int y = frame.top(); y < frame.bottom(); y++) {
      Arrays.fill(argb, y * width, y * width + frame.left(), NOTHING);
      Arrays.fill(argb, y * width + frame.right(), (y + 1) * width, NOTHING);
    }
  }

  private void colour(Prepared.Colour c, ViewTransform view, Look look, int[] argb) {
    int width = view.viewWidth();
    int samples = c.plane().samples();
    float scale = 1f / (1 << c.shift());
    float round = c.shift() == 0 ? 0.5f : 0;
    int flip = look.inverted() ? 0xFF_FFFF : 0;
    var values = frame.values();
    background(argb, width, view.viewHeight());
    for (int y = frame.top(); y < frame.bottom(); y++) {
      for (int x = frame.left(); x < frame.right(); x++) {
        int i = frame.index(x, y) * samples;
        int a = eight(values[i] * scale + round);
        int b = eight(values[i + 1] * scale + round);
        int d = eight(values[i + 2] * scale + round);
        argb[y * width + x] = (c.ybr() ? umbra.pixel.render.Colour.ofYbr(a, b, d) : 0xFF00_0000 | a << 16 | b << 8 | d) ^ flip;
      }
    }
  }

  private static int eight(float value) {
    return (int) Math.max(0, Math.min(value, 255));
  }

  private void overlay(Plane plane, ViewTransform view, int[] argb) {
    mask.resample(plane, view, true);
    for (int y = mask.top(); y < mask.bottom(); y++) {
      for (int x = mask.left(); x < mask.right(); x++) {
        float share = Math.min(1, mask.values()[mask.index(x, y)] / 170);
        if (share > 0) argb[y * view.viewWidth() + x] = whiter(argb[y * view.viewWidth() + x], share);
      }
    }
  }

  private static int whiter(int argb, float share) {
    int mixed = 0xFF00_0000;
    for (int shift = 0; shift <= 16; shift += 8) {
      int c = argb >> shift & 0xFF;
      mixed |= Math.round(c + (255 - c) * share) << shift;
    }
    return mixed;
  }
}
