package umbra.app.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.fx.Look;
import umbra.app.page.ContentView;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.dicom.dict.UidNames;

/// A face in its frame: what the object is, the way to the next of the series, and why there is nothing to see.
public final class ObjectView<T> implements ContentView {
  private final ObjectViewModel<T> model;
  private final Face<T> face;
  private final BorderPane root = new BorderPane();
  private final StackPane body = new StackPane();
  private final Label kind = new Label();
  private final Label message = new Label();
  private final List<Action> actions;

  public ObjectView(ObjectViewModel<T> model, Face<T> face) {
    this.model = model;
    this.face = face;
    root.getStyleClass().add("object-view");
    root.getStylesheets().add(ObjectView.class.getResource("/umbra/app/object.css").toExternalForm());
    message.getStyleClass().add("object-message");
    message.setWrapText(true);
    message.setMaxWidth(480);
    root.setTop(bar());
    root.setCenter(body);
    actions = actionsOf(model, face);
    model.shown().subscribe(this::put);
  }

  private static <T> List<Action> actionsOf(ObjectViewModel<T> model, Face<T> face) {
    var all = new ArrayList<Action>();
    all.add(action("object.next", "Next object", "Show the next object of the series", "Shortcut+PAGE_DOWN", () -> model.step(1)));
    all.add(action("object.previous", "Object before", "Show the object of the series before", "Shortcut+PAGE_UP", () -> model.step(-1)));
    all.addAll(face.actions());
    return List.copyOf(all);
  }

  /// An action of a view of objects that can be done at any time.
  public static Action action(String id, String text, String hint, String keys, Runnable run) {
    return new Action(id, "Object", text, hint, keys.isEmpty() ? List.of() : List.of(keys), Optional.empty(), new SimpleBooleanProperty(true), run);
  }

  /// A flat button with a feather icon and a tooltip.
  public static Button button(String icon, String hint, Runnable run) {
    var button = new Button("", Look.icon(icon));
    button.getStyleClass().add("flat");
    button.setTooltip(new Tooltip(hint));
    button.setAccessibleText(hint);
    button.setOnAction(_ -> run.run());
    return button;
  }

  private Node bar() {
    kind.getStyleClass().add("sub-heading");
    kind.setMinWidth(60);
    HBox.setHgrow(kind, Priority.ALWAYS);
    kind.setMaxWidth(Double.MAX_VALUE);
    var position = new Label();
    position.textProperty().bind(model.position());
    position.getStyleClass().add("muted");
    var steps = new HBox(4, button("fth-chevron-left", "Object before (Ctrl+PgUp)", () -> model.step(-1)), position,
        button("fth-chevron-right", "Next object (Ctrl+PgDn)", () -> model.step(1)));
    steps.setAlignment(Pos.CENTER);
    steps.visibleProperty().bind(model.position().isNotEmpty());
    steps.managedProperty().bind(steps.visibleProperty());
    var bar = new HBox(8, kind, steps);
    bar.getStyleClass().add("object-bar");
    return bar;
  }

  private void put(Shown<T> now) {
    switch (now) {
      case Shown.Nothing<T> _ -> {
        face.clear();
        say("", "");
      }
      case Shown.Waiting<T> _ -> say("Reading …", "");
      case Shown.Failed<T>(var reason) -> {
        face.clear();
        say("This object cannot be shown", reason);
      }
      case Shown.Ready<T>(var content) -> {
        face.show(content);
        body.getChildren().setAll(face.node());
      }
    }
  }

  private void say(String title, String reason) {
    var heading = new Label(title);
    heading.getStyleClass().add("sub-heading");
    message.setText(reason);
    var box = new VBox(8, heading, message);
    box.setAlignment(Pos.CENTER);
    body.getChildren().setAll(box);
  }

  @Override
  public boolean shows(InstanceRow first) {
    return face.shows(first);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(SeriesRow series, List<InstanceRow> instances) {
    var uid = instances.getFirst().sopClassUid();
    kind.setText(UidNames.standard().name(uid).orElse(uid.isEmpty() ? "Object without SOP Class" : "SOP Class " + uid));
    model.show(instances);
  }

  @Override
  public void clear() {
    model.clear();
  }

  @Override
  public ObservableValue<Optional<InstanceRow>> current() {
    return model.current();
  }

  @Override
  public List<Action> actions() {
    return actions;
  }
}
