package umbra.app.object.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import umbra.app.object.Shown;
import umbra.catalog.InstanceRow;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Part;
import umbra.workspace.related.DrawnKind;

/// One object that can be drawn: read when it is switched on, drawn frame by frame beside the window's thread.
public final class ObjectLayer {
  private static final int MOST_DRAWINGS = 12;

  private final InstanceRow row;
  private final DrawnKind kind;
  private final ObjectOpener opener;
  private final JobRunner jobs;
  private final BooleanProperty on = new SimpleBooleanProperty();
  private final DoubleProperty opacity = new SimpleDoubleProperty(0.5);
  private final LongProperty changes = new SimpleLongProperty();
  private final ReadOnlyObjectWrapper<Shown<OpenedObject>> content = new ReadOnlyObjectWrapper<>(new Shown.Nothing<>());
  private final Set<Integer> hidden = new HashSet<>();
  private final Map<DrawnFrame, Drawing> drawings = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<DrawnFrame> underWay = new HashSet<>();
  private long generation;
  private boolean closed;

  ObjectLayer(InstanceRow row, DrawnKind kind, ObjectOpener opener, JobRunner jobs) {
    this.row = row;
    this.kind = kind;
    this.opener = opener;
    this.jobs = jobs;
    on.addListener((_, _, now) -> {
      if (now) open();
      changed();
    });
    opacity.addListener(_ -> changed());
  }

  public InstanceRow row() {
    return row;
  }

  public DrawnKind kind() {
    return kind;
  }

  /// Whether it is drawn; it is read when this becomes true for the first time.
  public BooleanProperty on() {
    return on;
  }

  /// Of colour, from 0 to 1.
  public DoubleProperty opacity() {
    return opacity;
  }

  ReadOnlyObjectProperty<Shown<OpenedObject>> content() {
    return content.getReadOnlyProperty();
  }

  /// Counts what has to be drawn anew.
  public ReadOnlyLongProperty changes() {
    return changes;
  }

  public List<Part> parts() {
    return opened().map(o -> o.drawable().parts()).orElse(List.of());
  }

  Optional<OpenedObject> opened() {
    return content.get() instanceof Shown.Ready<OpenedObject>(var object) ? Optional.of(object) : Optional.empty();
  }

  private Optional<Drawable> drawable() {
    return opened().map(OpenedObject::drawable);
  }

  public boolean isShown(int part) {
    return !hidden.contains(part);
  }

  public void show(int part, boolean shown) {
    if (shown ? hidden.remove(part) : hidden.add(part)) forget();
  }

  public void showAll(boolean shown) {
    hidden.clear();
    if (!shown) parts().forEach(p -> hidden.add(p.number()));
    forget();
  }

  private void forget() {
    generation++;
    drawings.clear();
    underWay.clear();
    changed();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  private void open() {
    if (!(content.get() instanceof Shown.Nothing)) return;
    content.set(new Shown.Waiting<>());
    jobs.<OpenedObject>start("Read object", context -> opener.open(row, context::checkCancelled), state -> {
      switch (state) {
        case JobState.Succeeded<OpenedObject>(var object) -> {
          if (closed) close(object);
          else content.set(new Shown.Ready<>(object));
          changed();
        }
        case JobState.Failed<OpenedObject>(var cause) -> content.set(new Shown.Failed<>(cause instanceof IOException && cause.getMessage() != null ? cause.getMessage()
            : row.path() + ": it cannot be read (" + cause.getClass().getSimpleName() + ")"));
        case JobState.Waiting<OpenedObject> _, JobState.Running<OpenedObject> _, JobState.Cancelled<OpenedObject> _ -> {}
      }
    });
  }

  /// What there is on a frame; empty while it is not known yet, and [#changes] tells when it is.
  public Optional<Drawing> drawing(DrawnFrame frame) {
    var known = drawings.get(frame);
    if (known != null || drawable().isEmpty()) return Optional.ofNullable(known);
    if (!underWay.add(frame)) return Optional.empty();
    long mine = generation;
    var drawable = drawable().get();
    var without = Set.copyOf(hidden);
    jobs.<Drawing>start("Draw object", _ -> drawable.on(frame, without), state -> {
      if (mine != generation || closed || !state.isFinal()) return;
      underWay.remove(frame);
      keep(frame, state instanceof JobState.Succeeded<Drawing>(var drawing) ? drawing : Drawing.EMPTY); // what fails is not tried again and again
    });
    return Optional.ofNullable(drawings.get(frame));
  }

  private void keep(DrawnFrame frame, Drawing drawing) {
    drawings.put(frame, drawing);
    if (drawings.size() > MOST_DRAWINGS) drawings.remove(drawings.keySet().iterator().next());
    changed();
  }

  /// What lies under a point, in words; empty if nothing does.
  ///
  /// @param stored value of the image there
  public String at(DrawnFrame frame, double x, double y, OptionalDouble stored) {
    var drawing = drawings.get(frame);
    if (drawing == null) return "";
    var names = new java.util.ArrayList<String>();
    for (var part : parts()) if (drawing.lines().stream().anyMatch(l -> l.part() == part.number() && l.contains(x, y))) names.add(part.name());
    var value = drawable().map(d -> d.value(frame, x, y, stored)).orElse("");
    if (!value.isEmpty()) names.add(value);
    return String.join(", ", names);
  }

  ObjectOpener opener() {
    return opener;
  }

  JobRunner jobs() {
    return jobs;
  }

  void close() {
    closed = true;
    drawings.clear();
    opened().ifPresent(ObjectLayer::close);
    content.set(new Shown.Nothing<>());
  }

  private static void close(OpenedObject object) {
    try {
      object.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an object that was drawn could not be closed", e);
    }
  }
}
