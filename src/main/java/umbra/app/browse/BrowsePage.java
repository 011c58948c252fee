package umbra.app.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import umbra.app.action.Action;
import umbra.app.collection.CollectionView;
import umbra.app.collection.CollectionViewModel;
import umbra.app.page.ContentView;
import umbra.app.page.Page;
import umbra.app.page.SidePane;
import umbra.app.preference.UserSettings;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.job.JobRunner;
import umbra.job.JobState;

/// Three panes: collection, content, side. Both sides fold away.
public final class BrowsePage implements Page {
  private static final SimpleBooleanProperty ALWAYS = new SimpleBooleanProperty(true);

  private final CollectionViewModel model;
  private final CollectionView collection;
  private final Catalog catalog;
  private final JobRunner runner;
  private final UserSettings settings;
  private final List<ContentView> contents;
  private final Optional<SidePane> side;
  private final SplitPane split = new SplitPane();
  private final StackPane centre = new StackPane();
  private final Label empty = new Label("Choose a series to look at it.");
  private Optional<ContentView> front = Optional.empty();
  private Runnable actionsChanged = () -> {};
  private long wanted;

  /// Everything the page shows, made for one workspace.
  public record Panes(CollectionViewModel model, CollectionView collection, List<ContentView> contents, Optional<SidePane> side) {}

  public BrowsePage(Panes panes, Catalog catalog, JobRunner runner, UserSettings settings) {
    this.model = panes.model();
    this.collection = panes.collection();
    this.contents = List.copyOf(panes.contents());
    this.side = panes.side();
    this.catalog = catalog;
    this.runner = runner;
    this.settings = settings;
    centre.getStyleClass().add("browse-content");
    empty.getStyleClass().add("content-empty");
    centre.getChildren().setAll(empty);
    split.setId("browse");
    model.current().addListener((_, _, series) -> series.ifPresent(this::open));
    for (var content : contents) {
      content.current().addListener((_, _, now) -> {
        if (front.isPresent() && front.get() == content) side.ifPresent(s -> s.follow(now));
      });
    }
    arrange();
  }

  private void arrange() {
    var state = settings.window().get();
    var nodes = new ArrayList<Node>();
    if (state.leftShown()) nodes.add(collection.node());
    nodes.add(centre);
    boolean right = state.rightShown() && side.isPresent();
    if (right) nodes.add(side.get().node());
    split.getItems().setAll(nodes);
    SplitPane.setResizableWithParent(collection.node(), false);
    side.ifPresent(s -> SplitPane.setResizableWithParent(s.node(), false));
    if (state.leftShown() && right) split.setDividerPositions(state.left(), state.right());
    else if (state.leftShown()) split.setDividerPositions(state.left());
    else if (right) split.setDividerPositions(state.right());
  }

  /// Keeps where the dividers are.
  public void remember() {
    var at = split.getDividerPositions();
    var state = settings.window().get();
    boolean right = state.rightShown() && side.isPresent();
    double newLeft = state.leftShown() && at.length > 0 ? at[0] : state.left();
    double newRight = right && at.length > 0 ? at[at.length - 1] : state.right();
    settings.changeWindow(w -> w.withPanes(newLeft, newRight, w.leftShown(), w.rightShown()));
  }

  private void fold(boolean left) {
    remember();
    settings.changeWindow(w -> w.withPanes(w.left(), w.right(), left != w.leftShown(), left == w.rightShown()));
    arrange();
  }

  /// Told when other things can be done: each view brings its own.
  public void whenActionsChange(Runnable listener) {
    actionsChanged = listener;
  }

  /// Unfolds what stands on the right.
  public void showSide() {
    if (!settings.window().get().rightShown()) fold(false);
  }

  private void open(SeriesRow series) {
    wanted = series.id();
    runner.<List<InstanceRow>>start("Opening a series", _ -> catalog.collection().instances(series.id()), state -> {
      if (state instanceof JobState.Succeeded<List<InstanceRow>>(var instances) && wanted == series.id() && !instances.isEmpty()) show(series, instances);
    });
  }

  private void show(SeriesRow series, List<InstanceRow> instances) {
    var fitting = contents.stream().filter(c -> c.shows(instances.getFirst())).findFirst();
    boolean other = !fitting.equals(front);
    if (other) front.ifPresent(ContentView::clear);
    front = fitting;
    if (other) actionsChanged.run();
    if (front.isEmpty()) {
      empty.setText("No view for this kind of object yet: the header is on the right.");
      centre.getChildren().setAll(empty);
      side.ifPresent(s -> s.follow(Optional.of(instances.getFirst())));
      return;
    }
    centre.getChildren().setAll(front.get().node());
    front.get().show(series, instances);
    side.ifPresent(s -> s.follow(front.get().current().getValue()));
  }

  /// The files are let go of, before the workspace is closed.
  public void close() {
    front.ifPresent(ContentView::clear);
    side.ifPresent(s -> s.follow(Optional.empty()));
    remember();
    model.remember();
  }

  @Override
  public String id() {
    return "browse";
  }

  @Override
  public String title() {
    return "Browse";
  }

  @Override
  public String icon() {
    return "fth-layers";
  }

  @Override
  public String hint() {
    return "Look at every image and every header";
  }

  @Override
  public Node node() {
    return split;
  }

  @Override
  public List<Action> actions() {
    var actions = new ArrayList<Action>();
    actions.add(action("browse.filter", "Find series", "Filter the collection by any attribute", "Shortcut+F", collection::focusFilter));
    actions.add(action("browse.openAll", "Open all lines", "Open every subject and study", "Shortcut+Alt+RIGHT", () -> model.openAll(true)));
    actions.add(action("browse.closeAll", "Close all lines", "Close every subject and study", "Shortcut+Alt+LEFT", () -> model.openAll(false)));
    actions.add(action("browse.left", "Show or hide the collection", "Fold the left pane away", "F7", () -> fold(true)));
    actions.add(action("browse.right", "Show or hide the inspector", "Fold the right pane away", "F8", () -> fold(false)));
    front.ifPresent(f -> f.actions().forEach(a -> actions.add(unpinned(a))));
    side.ifPresent(s -> actions.addAll(s.actions()));
    return actions;
  }

  /// A view has a bar of its own: its actions stand in the menus and not in the toolbar again.
  private static Action unpinned(Action a) {
    return new Action(a.id(), a.group(), a.text(), a.hint(), a.keys(), Optional.empty(), a.enabled(), a.run());
  }

  private static Action action(String id, String text, String hint, String keys, Runnable run) {
    return new Action(id, "Collection", text, hint, List.of(keys), Optional.empty(), ALWAYS, run);
  }

  @Override
  public void shown() {
    model.refresh();
  }
}
