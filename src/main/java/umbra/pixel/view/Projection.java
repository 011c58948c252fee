package umbra.pixel.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import umbra.pixel.Raster.Samples;
import umbra.pixel.render.Window;

/// One frame made of many: what stands still in a stack, such as burned-in text, shows at once. Takes one frame at a time.
public final class Projection {
  /// What becomes of the values in one place.
  public enum Kind { MINIMUM, MAXIMUM, MEAN }

  private final Kind kind;
  private float[] values = new float[0];
  private float[] line = new float[0];
  private Optional<Prepared> first = Optional.empty();
  private int frames;
  private int skipped;

  public Projection(Kind kind) {
    this.kind = kind;
  }

  /// Takes a frame in; one of another size or kind than the first is skipped and counted.
  public void add(Prepared frame) {
    var plane = frame.plane();
    if (first.isEmpty()) {
      first = Optional.of(frame);
      values = new float[plane.rows() * plane.columns() * plane.samples()];
      line = new float[plane.columns() * plane.samples()];
      if (kind != Kind.MEAN) Arrays.fill(values, kind == Kind.MINIMUM ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY);
    }
    var like = first.get();
    if (plane.rows() != like.plane().rows() || plane.columns() != like.plane().columns() || plane.samples() != like.plane().samples()
        || frame.getClass() != like.getClass()) {
      skipped++;
      return;
    }
    frames++;
    for (int y = 0; y < plane.rows(); y++) row(frame, y);
  }

  private void row(Prepared frame, int y) {
    float slope = frame instanceof Prepared.Gray g ? g.slope() : 1;
    float intercept = frame instanceof Prepared.Gray g ? g.intercept() : 0;
    Arrays.fill(line, intercept);
    frame.plane().addRow(y, 0, frame.plane().columns(), slope, line);
    int at = y * line.length;
    switch (kind) {
      case MINIMUM -> {
        for (int i = 0; i < line.length; i++) values[at + i] = Math.min(values[at + i], line[i]);
      }
      case MAXIMUM -> {
        for (int i = 0; i < line.length; i++) values[at + i] = Math.max(values[at + i], line[i]);
      }
      case MEAN -> {
        for (int i = 0; i < line.length; i++) values[at + i] += line[i];
      }
    }
  }

  /// Frames taken in.
  public int frames() {
    return frames;
  }

  /// Frames that did not fit the first.
  public int skipped() {
    return skipped;
  }

  /// The projection in rescaled values; empty if no frame was taken in. Nothing can be added afterwards.
  public Optional<Prepared> result() {
    if (first.isEmpty()) return Optional.empty();
    if (kind == Kind.MEAN) for (int i = 0; i < values.length; i++) values[i] /= frames;
    var like = first.get().plane();
    var plane = new Plane(like.rows(), like.columns(), like.samples(), new Samples.Floats(values), true, 0, 0);
    return Optional.of(switch (first.get()) {
      case Prepared.Gray g -> new Prepared.Gray(plane, 1, 0, g.inverse(), g.table(), g.plain(), new LinkedHashMap<String, Window>(), _ -> false, Optional.empty());
      case Prepared.Colour c -> new Prepared.Colour(plane, c.ybr(), c.shift(), Optional.empty());
    });
  }
}
