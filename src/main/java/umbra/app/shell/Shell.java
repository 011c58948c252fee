package umbra.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.action.KeyDispatch;
import umbra.app.action.KeyMap;
import umbra.app.fx.JobMonitor;
import umbra.app.page.Page;

/// The frame around the screens.
public final class Shell {
  private static final SimpleBooleanProperty ALWAYS = new SimpleBooleanProperty(true);

  private final MenuBar menuBar = new MenuBar();
  private final ToolBar toolBar = new ToolBar();
  private final Rail rail = new Rail();
  private final ErrorBar errors = new ErrorBar();
  private final StatusBar status;
  private final BorderPane frame = new BorderPane();
  private final StackPane root = new StackPane(frame);
  private final Focus focus = new Focus();
  private final List<Action> always;
  private KeyMap keys;
  private List<Page> pages = List.of();
  private Optional<Page> front = Optional.empty();
  private Optional<Node> above = Optional.empty();
  private Optional<Node> beneath = Optional.empty();

  /// @param always actions that do not depend on a page
  public Shell(List<Action> always, KeyMap keys, JobMonitor jobs) {
    this.always = List.copyOf(always);
    this.keys = keys;
    this.status = new StatusBar(jobs);
    menuBar.setUseSystemMenuBar(true);
    frame.setTop(new VBox(menuBar, toolBar, errors.node()));
    frame.setLeft(rail.node());
    frame.setBottom(status.node());
    root.getStyleClass().add("shell");
    root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE && above.isPresent()) {
        lower();
        event.consume();
      }
    });
    update();
  }

  public Parent node() {
    return root;
  }

  public void listenOn(Scene scene) {
    new KeyDispatch(() -> above.isPresent() ? List.of() : actions(), () -> keys).listenOn(scene);
  }

  /// Fills the window with something that is no page, such as the start screen.
  public void showAlone(Node node, String hint) {
    leave();
    pages = List.of();
    front = Optional.empty();
    rail.show(pages, _ -> {});
    frame.setCenter(node);
    status.hint(hint);
    update();
    focus.enter("", node);
  }

  private void leave() {
    front.ifPresent(p -> focus.leave(p.id(), p.node()));
  }

  public void showPages(List<Page> offered) {
    pages = List.copyOf(offered);
    rail.show(pages, this::show);
    show(pages.getFirst());
  }

  public void show(Page page) {
    leave();
    front = Optional.of(page);
    rail.mark(page);
    frame.setCenter(page.node());
    status.hint(page.hint());
    update();
    page.shown();
    focus.enter(page.id(), page.node());
  }

  /// What can be done now: of the window, and of the page in front.
  public List<Action> actions() {
    var actions = new ArrayList<>(always);
    front.ifPresent(p -> actions.addAll(p.actions()));
    for (int i = 0; i < pages.size() && pages.size() > 1; i++) {
      var page = pages.get(i);
      actions.add(new Action("go." + page.id(), "Go", "Go to " + page.title(), page.hint(), i < 9 ? List.of("Shortcut+" + (i + 1)) : List.of(), Optional.empty(), ALWAYS,
          () -> show(page)));
    }
    return actions;
  }

  /// Makes menus and toolbar anew, after the actions or their keys changed.
  public void update() {
    var actions = actions();
    menuBar.getMenus().setAll(Menus.menus(actions, keys));
    toolBar.getItems().setAll(Menus.toolbar(actions, keys));
  }

  public void useKeys(KeyMap other) {
    keys = other;
    update();
  }

  public void hint(String text) {
    status.hint(text);
  }

  public void error(String text, String details) {
    errors.show(text, details);
  }

  public void error(String text, Throwable cause) {
    errors.show(text, ErrorBar.trace(cause));
  }

  /// Lays a sheet above the window until Esc, or until it is told to go.
  public void raise(Node sheet) {
    lower();
    var layer = new StackPane(sheet);
    layer.getStyleClass().add("layer");
    StackPane.setAlignment(sheet, Pos.TOP_CENTER);
    layer.setOnMousePressed(event -> {
      if (event.getTarget() == layer) lower();
    });
    above = Optional.of(layer);
    beneath = Focus.owner(frame);
    frame.setDisable(true);
    root.getChildren().add(layer);
    sheet.requestFocus();
  }

  public void lower() {
    above.ifPresent(root.getChildren()::remove);
    above = Optional.empty();
    frame.setDisable(false);
    beneath.ifPresent(Node::requestFocus);
    beneath = Optional.empty();
  }

  /// Paths dropped anywhere on the window.
  public void onDrop(Consumer<List<java.nio.file.Path>> taker) {
    new DropTarget(root, taker);
  }
}
