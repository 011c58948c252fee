package umbra.app.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.fx.Look;
import umbra.app.page.Page;
import umbra.app.review.box.BoxActions;
import umbra.app.review.box.BoxBar;
import umbra.app.review.box.BoxTools;
import umbra.app.review.box.BoxesViewModel;
import umbra.app.review.box.DrawTool;
import umbra.app.review.box.FanViewModel;
import umbra.app.review.finding.FindingCrops;
import umbra.app.review.finding.FindingLayer;
import umbra.app.review.finding.FindingsViewModel;
import umbra.app.review.finding.OpenedFinding;
import umbra.app.review.preview.ExportedPane;
import umbra.app.review.preview.LossesSheet;
import umbra.app.review.preview.LossesViewModel;
import umbra.app.viewer.ImageViewer;
import umbra.app.viewer.tile.TileContent;
import umbra.pixel.redact.region.Box;
import umbra.workspace.review.Crops;

/// Findings one after the other with their images, and boxes on these.
public final class FindingsPage implements Page {
  /// How much of the picture a finding takes up when it comes to the front.
  private static final double AROUND = 2.6;

  /// What the page is made of.
  public record Models(FindingsViewModel findings, ScanViewModel scan, BoxesViewModel boxes, FanViewModel fan, LossesViewModel losses) {}

  private final Models models;
  private final ImageViewer viewer;
  private final ExportedPane exported;
  private final FindingsList list;
  private final BooleanProperty split = new SimpleBooleanProperty();
  private final List<Action> actions = new ArrayList<>();
  private final SplitPane images = new SplitPane();
  private final Label message = new Label();
  private final SplitPane node;
  private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
  private Optional<OpenedFinding> toZoom = Optional.empty();
  private boolean zoomed = true;

  public FindingsPage(Models models, ImageViewer viewer, ExportedPane exported, FindingCrops crops) {
    this.models = models;
    this.viewer = viewer;
    this.exported = exported;
    BoxTools.install(models.boxes(), models.fan(), viewer);
    viewer.model().display().layers().addFirst(new FindingLayer(models.findings(), () -> viewer.model().tool().get().id().equals(DrawTool.ID)));
    list = new FindingsList(models.findings(), models.scan(), crops);
    makeActions();
    var centre = centre();
    // The verdicts have buttons of their own.
    actions.replaceAll(a -> VerdictBar.has(a) ? new Action(a.id(), a.group(), a.text(), a.hint(), a.keys(), Optional.empty(), a.enabled(), a.run()) : a);
    node = new SplitPane(new BorderPane(list.node(), scanBar(), null, null, null), centre);
    node.setDividerPositions(0.29);
    SplitPane.setResizableWithParent(node.getItems().getFirst(), false);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::once);
    node.addEventFilter(KeyEvent.KEY_RELEASED, event -> down.remove(event.getCode()));
    models.findings().opened().addListener((_, _, now) -> now.ifPresentOrElse(this::open, viewer::clear));
    models.findings().upcoming().addListener((_, _, now) -> now.filter(o -> !o.stack().isEmpty()).ifPresent(o -> viewer.prefetch(o.stack(), o.index())));
    models.boxes().whenEdited(exported::refresh);
    models.boxes().selected().addListener((_, before, now) -> {
      if (now.isPresent() && before.isEmpty()) focusImage();
    });
    viewer.model().active().get().content().addListener((_, _, _) -> zoom());
    viewer.model().active().get().view().addListener((_, _, _) -> zoom());
    split.addListener((_, _, on) -> {
      if (on) images.getItems().setAll(viewer.node(), exported.node());
      else images.getItems().setAll(List.of(viewer.node()));
      exported.show(on);
    });
    models.losses().wish().addListener((_, _, now) -> {
      if (now.isEmpty()) focusImage();
    });
  }

  /// A key that is held down judges one finding, not all that come by.
  private void once(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || !event.getCode().isLetterKey()) return;
    if (!down.add(event.getCode())) event.consume();
  }

  private void makeActions() {
    actions.addAll(FindingsActions.of(models.findings(), models.boxes(), models.scan()));
    actions.add(new Action("findings.split", "Findings", "Original beside what is exported", "The frame in front, and the same after redaction", List.of("Shift+X"), Optional.of("fth-columns"),
        new SimpleBooleanProperty(true), () -> split.set(!split.get())));
    actions.add(new Action("findings.search", "Findings", "Filter the findings", "Words of text, reason or patient", List.of("Shortcut+F"), Optional.empty(), new SimpleBooleanProperty(true), list::focusSearch));
    actions.add(new Action("findings.list", "Findings", "To the list", "The arrows go through the findings", List.of("Shift+Q"), Optional.empty(), new SimpleBooleanProperty(true), list::focusList));
    actions.add(new Action("findings.image", "Findings", "To the image", "Tab selects boxes, the arrows move them", List.of("Q"), Optional.empty(), new SimpleBooleanProperty(true), this::focusImage));
    actions.addAll(BoxActions.of(models.boxes(), models.fan()));
    Set<String> taken = new HashSet<>();
    actions.forEach(a -> taken.addAll(a.keys()));
    // Here the left hand judges; what the viewer had on these keys is in its bar and in the menus.
    for (var a : viewer.actions()) actions.add(new Action(a.id(), a.group(), a.text(), a.hint(), a.keys().stream().filter(k -> !taken.contains(k)).toList(), Optional.empty(), a.enabled(), a.run()));
  }

  private void focusImage() {
    viewer.node().lookupAll(".tile").stream().filter(Node::isVisible).findFirst().ifPresent(Node::requestFocus);
  }

  private HBox scanBar() {
    var scan = models.scan();
    var button = new Button();
    button.setId("findings-scan");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.textProperty().bind(Bindings.createStringBinding(() -> scan.running().get() ? "Stop" : "Look for text", scan.running()));
    button.graphicProperty().bind(Bindings.createObjectBinding(() -> Look.icon(scan.running().get() ? "fth-square" : "fth-search"), scan.running()));
    button.setTooltip(new Tooltip("Looks at every frame of every instance that this engine has not looked at (F5)"));
    button.setOnAction(_ -> {
      if (scan.running().get()) scan.cancel();
      else scan.start();
    });
    var bar = new ProgressBar();
    bar.progressProperty().bind(scan.progress());
    bar.setPrefWidth(60);
    bar.visibleProperty().bind(scan.running());
    bar.managedProperty().bind(scan.running());
    bar.setAccessibleText("Scan");
    var state = new Label();
    state.setId("findings-scan-state");
    state.textProperty().bind(scan.state());
    state.getStyleClass().add("line-detail");
    state.setMinWidth(0);
    var tip = new Tooltip();
    tip.textProperty().bind(scan.state());
    state.setTooltip(tip);
    var row = new HBox(8, button, bar, state);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("page-bar");
    return row;
  }

  private BorderPane centre() {
    images.getItems().setAll(List.of(viewer.node()));
    message.getStyleClass().add("content-empty");
    message.setWrapText(true);
    message.setMouseTransparent(true);
    message.setMaxWidth(420);
    message.textProperty().bind(Bindings.createStringBinding(() -> words(models.findings().opened().get()), models.findings().opened(), models.findings().queue()));
    message.visibleProperty().bind(message.textProperty().isNotEmpty());
    var stack = new StackPane(images, message, new LossesSheet(models.losses()).node());
    stack.setMinSize(0, 0);
    var toggle = new ToggleButton("As exported (Shift+X)", Look.icon("fth-columns"));
    toggle.setId("findings-split");
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    toggle.setTooltip(new Tooltip("The original, and beside it what an export would write"));
    toggle.selectedProperty().bindBidirectional(split);
    var bottom = new VBox(new VerdictBar(models.findings(), actions, toggle).node(), new BoxBar(models.boxes(), models.fan()).node());
    bottom.getStyleClass().add("findings-bottom");
    var centre = new BorderPane(stack);
    centre.setBottom(bottom);
    return centre;
  }

  private String words(Optional<OpenedFinding> opened) {
    if (opened.isEmpty()) return models.findings().queue().get().rows().isEmpty() ? "Nothing to judge here." : "";
    if (!opened.get().stack().isEmpty()) return "";
    return "This stands in no image: " + (opened.get().row().finding().tagPath().isEmpty() ? "the object" : opened.get().row().finding().tagPath()) + ". Open the series in Browse to see it.";
  }

  private void open(OpenedFinding now) {
    if (now.stack().isEmpty()) {
      viewer.clear();
      return;
    }
    var tile = viewer.model().active().get();
    boolean isSame = tile.stack().get() == now.stack();
    boolean isOther = toZoom.isEmpty() || toZoom.get().row().id() != now.row().id();
    if (!isOther && isSame) {
      toZoom = Optional.of(now);
      return;
    }
    toZoom = Optional.of(now);
    zoomed = false;
    if (isSame) tile.scrollTo(now.index());
    else viewer.show(now.stack(), now.index());
    zoom();
  }

  /// Once its frame is there, a finding is shown with what is around it.
  private void zoom() {
    if (zoomed || toZoom.isEmpty()) return;
    var tile = viewer.model().active().get();
    if (!(tile.content().get() instanceof TileContent.Frame(int index, _)) || index != toZoom.get().index() || tile.view().get().isEmpty()) return;
    zoomed = true;
    if (!toZoom.get().isOnImage()) {
      tile.move(v -> v.fit());
      return;
    }
    var f = toZoom.get().row().finding();
    tile.move(v -> {
      // At least a third of the image, so that a person sees where on it this is.
      int wide = Math.max(f.width(), v.columns() / 6);
      int high = Math.max(f.height(), v.rows() / 6);
      var box = new Box(f.x() + (f.width() - wide) / 2, f.y() + (f.height() - high) / 2, Math.max(1, wide), Math.max(1, high));
      var shown = Crops.view(v.columns(), v.rows(), v.aspect(), box, AROUND, v.viewWidth(), v.viewHeight());
      return shown.scale() <= v.fit().scale() ? v.fit() : shown;
    });
  }

  @Override
  public String id() {
    return "findings";
  }

  @Override
  public String title() {
    return "Findings";
  }

  @Override
  public String icon() {
    return "fth-search";
  }

  @Override
  public String hint() {
    return "R redact · F harmless · D unsure · B box · E next · W back · Shift: equal texts of the series · Alt: everywhere · Ctrl+Z undo";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public void shown() {
    down.clear();
    models.boxes().store().refresh();
    models.findings().reload();
    models.scan().refresh();
  }

  /// Lets go of open files, before the workspace is closed.
  public void close() {
    models.scan().cancel();
    exported.clear();
    viewer.clear();
  }
}
