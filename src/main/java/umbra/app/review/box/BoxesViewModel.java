package umbra.app.review.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import umbra.catalog.InstanceRow;
import umbra.catalog.decision.Edit;
import umbra.catalog.finding.RegionRow;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.redact.region.Box;
import umbra.words.Counts;
import umbra.workspace.curate.Review;
import umbra.workspace.review.DeviceGroup;
import umbra.workspace.review.Scope;
import umbra.workspace.review.ScopedBoxes;

/// Draws and changes boxes on the frame in front. Each step is an edit of the one history.
public final class BoxesViewModel {
  private final Review review;
  private final BoxStore store;
  private final DeviceGroup groups;
  private final JobRunner edits;
  private final JobRunner jobs;
  private final ReadOnlyObjectWrapper<Optional<Front>> front = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RegionRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Held>> held = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Wish>> wish = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.INSTANCE);
  private final IntegerProperty first = new SimpleIntegerProperty(1);
  private final IntegerProperty last = new SimpleIntegerProperty(1);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final List<Runnable> listeners = new ArrayList<>();

  /// @param edits runs decisions in their order
  /// @param jobs runs what a person waits for
  public BoxesViewModel(Review review, BoxStore store, DeviceGroup groups, JobRunner edits, JobRunner jobs) {
    this.review = review;
    this.store = store;
    this.groups = groups;
    this.edits = edits;
    this.jobs = jobs;
    held.addListener((_, _, _) -> store.changed());
    selected.addListener((_, _, _) -> store.changed());
  }

  public BoxStore store() {
    return store;
  }

  public ReadOnlyObjectProperty<Optional<Front>> front() {
    return front.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<RegionRow>> selected() {
    return selected.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Held>> held() {
    return held.getReadOnlyProperty();
  }

  /// Boxes to be looked at before they are drawn.
  public ReadOnlyObjectProperty<Optional<Wish>> wish() {
    return wish.getReadOnlyProperty();
  }

  public ObjectProperty<Reach> reach() {
    return reach;
  }

  /// The range of [Reach#FRAMES], from 1 over the whole series.
  public IntegerProperty first() {
    return first;
  }

  public IntegerProperty last() {
    return last;
  }

  /// What was done last, or why it was not.
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /// Told after every edit, here or elsewhere: decisions are to be read anew.
  public void whenEdited(Runnable listener) {
    listeners.add(listener);
  }

  /// Another frame came to the front.
  public void look(Optional<Front> now) {
    if (now.equals(front.get())) return;
    settle();
    front.set(now);
    if (selected.get().filter(r -> now.filter(f -> isOn(r, f)).isEmpty()).isPresent()) selected.set(Optional.empty());
    now.ifPresent(f -> {
      if (reach.get() != Reach.FRAMES) {
        first.set(f.index() + 1);
        last.set(f.stack().size());
      }
    });
  }

  private static boolean isOn(RegionRow row, Front front) {
    return row.series() == front.instance().seriesId() && row.isOn(front.instance().id()) && ScopedBoxes.isOnFrame(row, front.frame());
  }

  private List<RegionRow> here() {
    return front.get().map(f -> store.on(f.instance(), f.frame())).orElse(List.of());
  }

  public void select(Optional<RegionRow> row) {
    settle();
    selected.set(row);
  }

  /// The next box on the frame.
  ///
  /// @return false after the last one, and then none is selected
  public boolean selectNext(int step) {
    settle();
    var rows = here();
    int at = selected.get().map(s -> indexOf(rows, s.id())).orElse(step > 0 ? -1 : rows.size()) + step;
    selected.set(at >= 0 && at < rows.size() ? Optional.of(rows.get(at)) : Optional.empty());
    return selected.get().isPresent();
  }

  private static int indexOf(List<RegionRow> rows, long id) {
    for (int i = 0; i < rows.size(); i++) if (rows.get(i).id() == id) return i;
    return -1;
  }

  /// Takes a rectangle in hand.
  void hold(Held now) {
    held.set(Optional.of(now));
  }

  /// Puts down what is in hand without storing it.
  public void drop() {
    held.set(Optional.empty());
  }

  /// Moves the selected box by pixels, and resizes it; stored by [#settle].
  public void nudge(int dx, int dy, int wider, int higher) {
    selected.get().ifPresent(row -> front.get().ifPresent(f -> {
      var now = held.get().filter(h -> h.of().filter(r -> r.id() == row.id()).isPresent()).map(Held::box).orElseGet(() -> box(row));
      int width = Math.clamp(now.width() + wider, 1, f.columns());
      int height = Math.clamp(now.height() + higher, 1, f.rows());
      int x = Math.clamp(now.x() + dx, 0, Math.max(0, f.columns() - width));
      int y = Math.clamp(now.y() + dy, 0, Math.max(0, f.rows() - height));
      held.set(Optional.of(new Held(f.instance(), f.frame(), Optional.of(row), new Box(x, y, width, height))));
    }));
  }

  private static Box box(RegionRow row) {
    return new Box(row.x(), row.y(), row.width(), row.height());
  }

  /// Stores what is in hand: a new box as far as the reach says, an old one where it is now.
  public void settle() {
    var now = held.get();
    if (now.isEmpty()) return;
    held.set(Optional.empty());
    var of = now.get().of();
    if (of.isEmpty()) draw(now.get().box());
    else if (!box(of.get()).equals(now.get().box())) {
      var after = now.get().row();
      selected.set(Optional.of(after));
      edit(() -> review.change(after), _ -> said.set("Box changed"));
    }
  }

  /// Draws a new box around the middle of the frame, to be moved by keys.
  public void drawInTheMiddle() {
    front.get().ifPresent(f -> {
      int wide = Math.max(1, f.columns() / 4);
      int high = Math.max(1, f.rows() / 12);
      draw(new Box((f.columns() - wide) / 2, (f.rows() - high) / 2, wide, high));
    });
  }

  /// Draws a box as far as the reach says. One that reaches far is drawn on its instance at once and asks about the rest.
  public void draw(Box box) {
    front.get().flatMap(f -> box.within(f.columns(), f.rows())).ifPresent(inside -> drawAll(List.of(inside), "Draw a box"));
  }

  void drawAll(List<Box> boxes, String title) {
    var f = front.get().orElseThrow();
    boolean isWide = scope().isWide();
    var now = isWide ? new Scope.Instance() : scope();
    var rows = boxes.stream().flatMap(b -> ScopedBoxes.of(b, now, f.stack(), f.index(), List.of()).stream()).toList();
    edit(() -> review.replace(List.of(), rows, rows.size() == 1 ? title : title + " (" + rows.size() + ")", ""), stored -> {
      selected.set(Optional.of(stored.getFirst()));
      said.set((stored.size() == 1 ? "Box drawn: " : Counts.of(stored.size(), "box", "boxes") + " drawn: ") + ScopedBoxes.words(stored.getFirst()));
      if (isWide) ask(stored, boxes, f, scope());
    });
  }

  private Scope scope() {
    return switch (reach.get()) {
      case FRAME -> new Scope.Frame();
      case FRAMES -> new Scope.Frames(Math.max(1, first.get()), Math.max(Math.max(1, first.get()), last.get()));
      case INSTANCE -> new Scope.Instance();
      case SERIES -> new Scope.Series();
      case GROUP -> new Scope.Group();
    };
  }

  /// Gives the selected box the reach that is picked; a wide one is looked at before.
  public void reachOut() {
    settle();
    var row = selected.get();
    if (row.isEmpty() || front.get().isEmpty()) return;
    var f = front.get().get();
    var boxes = List.of(box(row.get()));
    if (scope().isWide()) {
      ask(List.of(row.get()), boxes, f, scope());
      return;
    }
    var rows = ScopedBoxes.of(boxes.getFirst(), scope(), f.stack(), f.index(), List.of());
    edit(() -> review.replace(List.of(row.get()), rows, "Change how far a box reaches", ""), stored -> selected.set(Optional.of(stored.getFirst())));
  }

  private void ask(List<RegionRow> instead, List<Box> boxes, Front f, Scope wide) {
    if (wide instanceof Scope.Series) {
      long others = f.stack().instances().size();
      wish(instead, boxes, f, wide, List.of(), "the whole series: " + Counts.of(others, "instance") + ", " + Counts.of(f.stack().size(), "frame"));
      return;
    }
    jobs.<DeviceGroup.Found>start("Series of the same device", context -> groups.of(f.instance(), context), state -> {
      switch (state) {
        case JobState.Succeeded<DeviceGroup.Found>(var found) -> wish(instead, boxes, f, wide, found.members(),
            "%,d series of %s at %d × %d: %s".formatted(found.members().size(), found.device(), f.columns(), f.rows(), Counts.of(found.instances(), "instance"))
                + (found.unread() == 0 ? "" : "; %,d series cannot be read now and are left out".formatted(found.unread())));
        case JobState.Failed<DeviceGroup.Found> _ -> said.set("The file in front cannot be read now: the box stays on its instance");
        case JobState.Waiting<DeviceGroup.Found> _, JobState.Running<DeviceGroup.Found> _, JobState.Cancelled<DeviceGroup.Found> _ -> {}
      }
    });
  }

  private void wish(List<RegionRow> instead, List<Box> boxes, Front f, Scope wide, List<DeviceGroup.Member> members, String words) {
    var rows = boxes.stream().flatMap(b -> ScopedBoxes.of(b, wide, f.stack(), f.index(), members).stream()).toList();
    wish.set(Optional.of(new Wish(instead, rows, words, wide instanceof Scope.Series ? "Box for the series" : "Box for the device")));
  }

  /// The boxes that were looked at are drawn.
  public void grant() {
    var wanted = wish.get();
    wish.set(Optional.empty());
    wanted.ifPresent(w -> edit(() -> review.replace(w.instead(), w.rows(), w.title(), w.words()), stored -> {
      long series = front.get().map(f -> f.instance().seriesId()).orElse(0L);
      selected.set(stored.stream().filter(r -> r.series() == series).findFirst());
      said.set("Drawn on " + w.words());
    }));
  }

  /// They are not: what was drawn on the instance stays.
  public void refuse() {
    wish.set(Optional.empty());
  }

  public void duplicate() {
    settle();
    selected.get().ifPresent(row -> front.get().ifPresent(f -> {
      int x = Math.clamp(row.x() + 8, 0, Math.max(0, f.columns() - row.width()));
      int y = Math.clamp(row.y() + row.height() + 4, 0, Math.max(0, f.rows() - row.height()));
      edit(() -> review.replace(List.of(), List.of(row.at(x, y, row.width(), row.height())), "Duplicate a box", ""), stored -> selected.set(Optional.of(stored.getFirst())));
    }));
  }

  public void delete() {
    held.set(Optional.empty());
    selected.get().ifPresent(row -> {
      selected.set(Optional.empty());
      edit(() -> review.remove(List.of(row)), _ -> said.set("Box deleted; Ctrl+Z brings it back"));
    });
  }

  public void undo() {
    settle();
    edit(() -> review.history().undo(), edit -> after(edit, "Undone: ", "Nothing to undo"));
  }

  public void redo() {
    edit(() -> review.history().redo(), edit -> after(edit, "Done again: ", "Nothing to do again"));
  }

  private void after(Optional<Edit> edit, String done, String nothing) {
    said.set(edit.map(e -> e.changesNothing() ? "Passed over, since a later scan no longer sees it: " + e.title().toLowerCase(Locale.ROOT) : done + e.title().toLowerCase(Locale.ROOT)).orElse(nothing));
    selected.set(Optional.empty());
  }

  /// Boxes in words for the one in front, such as `instance`.
  public static String words(RegionRow row, InstanceRow on) {
    return ScopedBoxes.words(row) + (row.instance() != 0 && row.instance() != on.id() ? " of another instance" : "");
  }

  /// Writes something in its turn.
  public <T> void edit(Supplier<T> change, Consumer<T> done) {
    edits.<T>start("Deciding", _ -> change.get(), state -> {
      switch (state) {
        case JobState.Succeeded<T>(var result) -> {
          done.accept(result);
          edited();
        }
        case JobState.Failed<T> _ -> {
          said.set("Nothing was decided: the workspace cannot be written now, or this changed elsewhere");
          edited();
        }
        case JobState.Waiting<T> _, JobState.Running<T> _, JobState.Cancelled<T> _ -> {}
      }
    });
  }

  private void edited() {
    store.refresh();
    listeners.forEach(Runnable::run);
  }
}
