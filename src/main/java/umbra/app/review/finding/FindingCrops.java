package umbra.app.review.finding;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import umbra.catalog.finding.FindingRow;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.redact.region.Box;
import umbra.pixel.render.Picture;
import umbra.workspace.review.Crops;

/// The small pictures of findings, made in the background one after the other: what was asked for last comes first. For one thread.
public final class FindingCrops {
  static final int WIDTH = 132;
  static final int HEIGHT = 34;
  private static final double AROUND = 1.25;
  private static final int MOST_KEPT = 800;
  private static final int MOST_WAITING = 40;

  private record Ask(FindingRow row, Consumer<Image> asker) {}

  private final Crops crops;
  private final JobRunner runner;
  private final ArrayDeque<Ask> waiting = new ArrayDeque<>();
  private final Map<Long, Image> kept = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Image> eldest) {
      return size() > MOST_KEPT;
    }
  };
  private boolean working;

  public FindingCrops(Crops crops, JobRunner runner) {
    this.crops = crops;
    this.runner = runner;
  }

  /// Tells the picture now or later, or never if there is none.
  void ask(FindingRow row, Consumer<Image> asker) {
    var f = row.finding();
    if (f.width() == 0 || f.height() == 0 || !f.tagPath().isEmpty()) return;
    var there = kept.get(row.id());
    if (there != null) {
      asker.accept(there);
      return;
    }
    waiting.push(new Ask(row, asker));
    while (waiting.size() > MOST_WAITING) waiting.removeLast();
    next();
  }

  private void next() {
    if (working || waiting.isEmpty()) return;
    working = true;
    var ask = waiting.pop();
    var f = ask.row().finding();
    var box = new Box(f.x(), f.y(), f.width(), f.height());
    runner.<Optional<Picture>>start("Picture of a finding", context -> crops.of(ask.row().instance(), f.firstFrame(), box, AROUND, WIDTH, HEIGHT, context::checkCancelled), state -> {
      if (!state.isFinal()) return;
      working = false;
      if (state instanceof JobState.Succeeded<Optional<Picture>>(var made)) made.ifPresent(p -> {
        var image = image(p);
        kept.put(ask.row().id(), image);
        ask.asker().accept(image);
      });
      next();
    });
  }

  /// A picture for the screen; its pixels are shared.
  public static Image image(Picture p) {
    return new WritableImage(new PixelBuffer<>(p.width(), p.height(), IntBuffer.wrap(p.argb()), PixelFormat.getIntArgbPreInstance()));
  }
}
