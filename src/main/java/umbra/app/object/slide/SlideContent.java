package umbra.app.object.slide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.object.ObjectView;
import umbra.app.object.Shown;
import umbra.app.page.ContentView;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.object.segmentation.SegmentTiles;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;
import umbra.workspace.stack.FrameSource;

/// A slide as a microscope shows it, or, for whoever wants to draw boxes, frame by frame in the viewer of images.
public final class SlideContent implements ContentView {
  private static final List<String> SOP_CLASSES = List.of("1.2.840.10008.5.1.4.1.1.77.1.6", "1.2.840.10008.5.1.4.1.1.77.1.9");
  private static final int BESIDE_PIXELS = 400;

  private final SlideViewModel model;
  private final FrameSource source;
  private final JobRunner jobs;
  private final ContentView frames;
  private final SlideCanvas canvas;
  private final BesidePane beside = new BesidePane();
  private final SegmentsPane segments;
  private final Segmentations segmentations;
  private final BorderPane root = new BorderPane();
  private final Label title = new Label("Whole slide");
  private final Label place = new Label();
  private final ToggleButton asFrames = new ToggleButton("As frames");
  private final ReadOnlyObjectWrapper<Optional<InstanceRow>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final List<Action> actions;
  private Optional<SeriesRow> series = Optional.empty();
  private List<InstanceRow> instances = List.of();
  /// Empty until they were looked for.
  private Optional<List<SegmentLayer>> laid = Optional.empty();

  private record Small(Optional<Picture> map, List<Optional<Picture>> beside) {}

  /// Finds the tiled segmentations of a slide.
  @FunctionalInterface
  public interface Segmentations {
    /// @param rows of the slide's series
    List<Found> of(SeriesRow series, List<InstanceRow> rows, Checkpoint checkpoint);
  }

  /// A tiled segmentation.
  public record Found(InstanceRow row, SegmentTiles tiles) {}

  /// @param frames shows the same objects frame by frame
  public SlideContent(SlideViewModel model, FrameSource source, JobRunner jobs, ContentView frames, Segmentations segmentations) {
    this.model = model;
    this.segmentations = segmentations;
    this.segments = new SegmentsPane(model::changed);
    this.source = source;
    this.jobs = jobs;
    this.frames = frames;
    this.canvas = new SlideCanvas(model);
    root.getStyleClass().add("object-view");
    root.getStylesheets().add(ObjectView.class.getResource("/umbra/app/object.css").toExternalForm());
    root.setTop(bar());
    model.stack().addListener((_, _, now) -> put(now));
    for (var changing : List.of(model.view(), model.arrived())) changing.addListener(_ -> tell());
    frames.current().addListener((_, _, now) -> {
      if (asFrames.isSelected()) current.set(now);
    });
    actions = actionsOf();
  }

  private Node bar() {
    title.getStyleClass().add("sub-heading");
    title.setMinWidth(0);
    place.getStyleClass().addAll("muted", "mono");
    place.setMinWidth(Region.USE_PREF_SIZE);
    asFrames.setTooltip(new Tooltip("Show label, overview and each tile in the viewer of images, to draw boxes on them"));
    asFrames.setMinWidth(Region.USE_PREF_SIZE);
    asFrames.setOnAction(_ -> arrange());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(8, title, gap, place, ObjectView.button("fth-zoom-out", "Smaller (Alt and −)", () -> zoom(0.5)), ObjectView.button("fth-zoom-in", "Larger (Alt and +)", () -> zoom(2)),
        ObjectView.button("fth-maximize", "Whole slide (Alt+Home)", model::fit), asFrames);
    bar.getStyleClass().add("object-bar");
    return bar;
  }

  private List<Action> actionsOf() {
    var all = new ArrayList<>(frames.actions());
    all.add(ObjectView.action("slide.larger", "Larger", "Zoom into the slide", "Alt+ADD", () -> zoom(2)));
    all.add(ObjectView.action("slide.smaller", "Smaller", "Zoom out of the slide", "Alt+SUBTRACT", () -> zoom(0.5)));
    all.add(ObjectView.action("slide.fit", "Whole slide", "Show all of the slide", "Alt+HOME", model::fit));
    all.add(ObjectView.action("slide.left", "Move left", "Look at what lies left", "Alt+Shift+LEFT", () -> move(0.4, 0)));
    all.add(ObjectView.action("slide.right", "Move right", "Look at what lies right", "Alt+Shift+RIGHT", () -> move(-0.4, 0)));
    all.add(ObjectView.action("slide.up", "Move up", "Look at what lies above", "Alt+Shift+UP", () -> move(0, 0.4)));
    all.add(ObjectView.action("slide.down", "Move down", "Look at what lies below", "Alt+Shift+DOWN", () -> move(0, -0.4)));
    return List.copyOf(all);
  }

  private void zoom(double factor) {
    model.move(v -> v.zoomed(factor, v.width() / 2.0, v.height() / 2.0));
  }

  private void move(double across, double down) {
    model.move(v -> v.panned(across * v.width(), down * v.height()));
  }

  private void put(Shown<SlideStack> now) {
    switch (now) {
      case Shown.Nothing<SlideStack> _ -> beside.clear();
      case Shown.Waiting<SlideStack> _ -> say("Reading …", "");
      case Shown.Failed<SlideStack>(var reason) -> say("This slide cannot be shown", reason);
      case Shown.Ready<SlideStack>(var slide) -> {
        title.setText("Whole slide, " + slide.levels().size() + (slide.levels().size() == 1 ? " level" : " levels"));
        if (slide.levels().isEmpty()) say("The series holds no level of a pyramid", "Its images are on the right, and frame by frame under As frames.");
        else root.setCenter(canvas);
        side(slide, laid.orElse(List.of()));
        small(slide);
        if (laid.isEmpty()) series.ifPresent(s -> segments(slide, s));
      }
    }
  }

  /// Label, overview and thumbnail; below them the segments.
  private void side(SlideStack slide, List<SegmentLayer> layers) {
    segments.show(layers);
    var nodes = new ArrayList<Node>();
    if (!slide.beside().isEmpty()) nodes.add(beside);
    if (!layers.isEmpty()) nodes.add(segments);
    nodes.forEach(n -> VBox.setVgrow(n, Priority.ALWAYS));
    root.setRight(nodes.isEmpty() ? null : new VBox(nodes.toArray(Node[]::new)));
  }

  private void segments(SlideStack slide, SeriesRow of) {
    var rows = instances;
    jobs.<List<Found>>start("Segments of a slide", context -> segmentations.of(of, rows, context::checkCancelled), state -> {
      if (!(state instanceof JobState.Succeeded<List<Found>>(var found)) || !(model.stack().get() instanceof Shown.Ready<SlideStack>(var still)) || still != slide) return;
      var layers = found.stream().map(f -> new SegmentLayer(f.row(), f.tiles())).toList();
      laid = Optional.of(layers);
      if (layers.isEmpty()) return;
      model.lay(layers);
      if (!asFrames.isSelected()) side(slide, layers);
    });
  }

  private void say(String heading, String reason) {
    var first = new Label(heading);
    first.getStyleClass().add("sub-heading");
    var message = new Label(reason);
    message.setWrapText(true);
    message.getStyleClass().add("object-message");
    var box = new VBox(8, first, message);
    box.setAlignment(Pos.CENTER);
    root.setCenter(box);
  }

  private void small(SlideStack slide) {
    beside.clear();
    canvas.showMap(Optional.empty());
    jobs.<Small>start("Pictures of a slide", context -> new Small(
        slide.levels().isEmpty() ? Optional.empty() : SmallPicture.of(slide.levels().getLast().pieces(), BESIDE_PIXELS, source, context::checkCancelled),
        slide.beside().stream().map(b -> SmallPicture.of(List.of(new SlideStack.Piece(b.row(), b.image(), "")), BESIDE_PIXELS, source, context::checkCancelled)).toList()), state -> {
      if (!(state instanceof JobState.Succeeded<Small>(var made)) || !(model.stack().get() instanceof Shown.Ready<SlideStack>(var still)) || still != slide) return;
      canvas.showMap(made.map().map(Pictures::image));
      for (int i = 0; i < slide.beside().size(); i++) beside.add(slide.beside().get(i), made.beside().get(i));
    });
  }

  private void tell() {
    model.arrived().get();
    var slide = model.slide();
    var view = model.view().get();
    if (slide.isEmpty() || view.isEmpty()) {
      place.setText("");
      return;
    }
    int level = slide.get().levelFor(view.get().scale());
    var microns = slide.get().levels().getFirst().image().micronsPerPixel();
    place.setText("%.3g %%  level %d of %d%s%s".formatted(100 * view.get().scale(), level + 1, slide.get().levels().size(),
        microns.isPresent() ? "  %.3g µm/px".formatted(microns.getAsDouble() / view.get().scale()) : "", model.failures() > 0 ? "  " + model.failures() + " tiles cannot be decoded" : "") + (model.isWithoutSegments() ? "  zoom in to see segments" : ""));
    if (!asFrames.isSelected()) current.set(Optional.of(slide.get().levels().get(level).pieces().getFirst().row()));
  }

  private void arrange() {
    if (asFrames.isSelected()) {
      root.setRight(null);
      root.setCenter(frames.node());
      series.ifPresent(s -> frames.show(s, instances));
    } else {
      frames.clear();
      put(model.stack().get());
      tell();
    }
  }

  @Override
  public boolean shows(InstanceRow first) {
    return SOP_CLASSES.contains(first.sopClassUid()) && first.hasPixels();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(SeriesRow shown, List<InstanceRow> rows) {
    series = Optional.of(shown);
    instances = rows;
    laid = Optional.empty();
    current.set(Optional.of(rows.getFirst()));
    asFrames.setSelected(false);
    model.show(rows);
  }

  @Override
  public void clear() {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a slide that was looked at could not be closed", e);
    }
    series = Optional.empty();
    instances = List.of();
    laid = Optional.empty();
    model.clear();
    frames.clear();
    beside.clear();
    current.set(Optional.empty());
  }

  @Override
  public ObservableValue<Optional<InstanceRow>> current() {
    return current.getReadOnlyProperty();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }
}
