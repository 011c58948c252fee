package umbra.app.review.preview;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import umbra.app.review.box.BoxesViewModel;
import umbra.app.review.box.Wish;
import umbra.catalog.Catalog;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.words.Counts;
import umbra.workspace.review.Losses;
import umbra.workspace.review.TrueArea;
import umbra.workspace.stack.FrameSource;

/// Looks at what wide boxes would take away, and grants or refuses them.
public final class LossesViewModel {
  private final BoxesViewModel boxes;
  private final Catalog catalog;
  private final FrameSource source;
  private final TrueArea areas;
  private final JobRunner jobs;
  private final ReadOnlyObjectWrapper<Optional<Wish>> wish = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Losses>> losses = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private Optional<JobHandle> looking = Optional.empty();

  public LossesViewModel(BoxesViewModel boxes, Catalog catalog, FrameSource source, TrueArea areas, JobRunner jobs) {
    this.boxes = boxes;
    this.catalog = catalog;
    this.source = source;
    this.areas = areas;
    this.jobs = jobs;
    boxes.wish().addListener((_, _, now) -> show(now));
  }

  /// What is asked; empty if nothing is.
  public ReadOnlyObjectProperty<Optional<Wish>> wish() {
    return wish.getReadOnlyProperty();
  }

  /// Empty while it is worked out.
  public ReadOnlyObjectProperty<Optional<Losses>> losses() {
    return losses.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty state() {
    return state.getReadOnlyProperty();
  }

  private void show(Optional<Wish> now) {
    looking.ifPresent(JobHandle::cancel);
    looking = Optional.empty();
    losses.set(Optional.empty());
    state.set("Looking at the frames…");
    wish.set(now);
    if (now.isEmpty()) return;
    var asked = now.get();
    looking = Optional.of(jobs.<Losses>start("What boxes would take away", context -> Losses.of(asked.rows(), catalog, source, areas, context), end -> {
      if (!wish.get().equals(now)) return;
      switch (end) {
        case JobState.Succeeded<Losses>(var found) -> {
          losses.set(Optional.of(found));
          state.set(words(found));
        }
        case JobState.Failed<Losses> _, JobState.Cancelled<Losses> _ -> state.set("The frames cannot be shown now");
        case JobState.Running<Losses>(long done, long total) -> state.set("Looking at the frames… %,d of %,d".formatted(done, total));
        case JobState.Waiting<Losses> _ -> {}
      }
    }));
  }

  private static String words(Losses found) {
    var shown = found.frames() == 1 ? "the only frame" : found.shown().size() == found.frames() ? "all " + Counts.of(found.frames(), "frame") : "%,d of %s, evenly spread".formatted(found.shown().size(), Counts.of(found.frames(), "frame"));
    return shown + (found.refused().isEmpty() ? "" : " · stays back where it cannot be blackened: " + String.join("; ", found.refused()));
  }

  /// Draws them, once they were looked at.
  public void grant() {
    if (losses.get().isPresent()) boxes.grant();
  }

  public void refuse() {
    boxes.refuse();
  }
}
