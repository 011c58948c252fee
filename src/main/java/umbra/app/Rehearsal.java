package umbra.app;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import umbra.app.collection.Line;
import umbra.app.page.Page;

/// Goes once through what most people do first, and closes: what Java loads for it is archived for quicker starts (installers/archive).
final class Rehearsal {
  private static final int MOST_STEPS = 400;

  private final Desk desk;
  private final Runnable end;
  private final Timeline clock;
  private int steps;
  private int done;

  private Rehearsal(Desk desk, Runnable end) {
    this.desk = desk;
    this.end = end;
    this.clock = new Timeline(new KeyFrame(Duration.millis(250), _ -> step()));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /// @param end closes the window
  static void begin(Desk desk, Runnable end) {
    new Rehearsal(desk, end).clock.play();
  }

  private void step() {
    boolean ready = desk.session().isPresent() && !desk.jobs().isBusy() && desk.session().get().collection().totals().get().instances() > 0;
    if (++steps > MOST_STEPS || ready && !next(desk.session().orElseThrow())) {
      clock.stop();
      desk.jobs().cancelAll();
      end.run();
    }
  }

  /// Each thing waits for the one before to be on the screen.
  private boolean next(Session session) {
    var pages = session.pages();
    switch (++done) {
      case 1 -> session.collection().openAll(true);
      case 4 -> series(session).ifPresent(line -> session.collection().select(List.of(line), Optional.of(line)));
      case 8 -> run(pages.getFirst(), "viewer.next");
      case 10 -> run(pages.getFirst(), "viewer.invert");
      case 12 -> desk.shell().show(pages.getLast());
      case 14 -> desk.shell().show(pages.getFirst());
      default -> {
        return done < 16;
      }
    }
    return true;
  }

  private static Optional<Line> series(Session session) {
    return session.collection().lines().stream().filter(l -> l instanceof Line.Series(var row) && row.frames() > 1).findFirst();
  }

  private static void run(Page page, String action) {
    page.actions().stream().filter(a -> a.id().equals(action) && a.enabled().get()).findFirst().ifPresent(a -> a.run().run());
  }
}
