package umbra.app.review.box;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.converter.IntegerStringConverter;
import javafx.scene.control.TextFormatter;
import javafx.beans.property.IntegerProperty;
import umbra.app.fx.Look;
import umbra.pixel.redact.RedactionPlan;

/// How far a box reaches, and what the export will do to the pixels.
public final class BoxBar {
  private final BoxesViewModel model;
  private final FanViewModel fan;
  private final Label plan = new Label();
  private final HBox node;

  public BoxBar(BoxesViewModel model, FanViewModel fan) {
    this.model = model;
    this.fan = fan;
    var title = new Label("Box reaches");
    title.getStyleClass().add("muted");
    title.setMinWidth(Region.USE_PREF_SIZE);
    plan.getStyleClass().add("line-detail");
    plan.setMinWidth(0);
    HBox.setHgrow(plan, Priority.ALWAYS);
    plan.setMaxWidth(Double.MAX_VALUE);
    plan.setAlignment(Pos.CENTER_RIGHT);
    node = new HBox(6, title, reaches(), range(), fanButton(), plan);
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("box-bar");
    for (var changing : new javafx.beans.Observable[] {model.store().changes(), model.front(), fan.said()}) changing.addListener(_ -> tell());
    tell();
  }

  public Node node() {
    return node;
  }

  private HBox reaches() {
    var group = new ToggleGroup();
    var row = new HBox();
    for (var reach : Reach.values()) {
      var button = new ToggleButton(reach.title());
      button.setId("reach-" + reach.name().toLowerCase(java.util.Locale.ROOT));
      button.getStyleClass().add(reach == Reach.FRAME ? "left-pill" : reach == Reach.GROUP ? "right-pill" : "center-pill");
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setTooltip(new Tooltip(reach.hint() + " (Alt+Shift+" + (reach.ordinal() + 1) + ")\nA selected box gets this reach; a wide one is shown before."));
      button.setSelected(model.reach().get() == reach);
      model.reach().addListener((_, _, now) -> button.setSelected(now == reach));
      button.setOnAction(_ -> {
        model.reach().set(reach);
        button.setSelected(true);
        model.reachOut();
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private HBox range() {
    var row = new HBox(4, number("First frame", model.first()), new Label("–"), number("Last frame", model.last()));
    row.setAlignment(Pos.CENTER_LEFT);
    row.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.reach().get() == Reach.FRAMES, model.reach()));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private static TextField number(String title, IntegerProperty value) {
    var field = new TextField();
    field.setPrefColumnCount(4);
    field.setAccessibleText(title);
    field.setTooltip(new Tooltip(title + ", from 1 over the whole series"));
    var format = new TextFormatter<>(new IntegerStringConverter(), value.get(), change -> change.getControlNewText().matches("\\d{0,6}") ? change : null);
    field.setTextFormatter(format);
    format.valueProperty().addListener((_, _, now) -> {
      if (now != null) value.set(Math.max(1, now));
    });
    value.addListener((_, _, now) -> format.setValue(now.intValue()));
    return field;
  }

  private Button fanButton() {
    var button = new Button("Keep only the fan", Look.icon("fth-aperture"));
    button.setId("fan");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip("From the regions of the header, with four corners to drag (Shift+K)"));
    button.disableProperty().bind(Bindings.createBooleanBinding(() -> model.front().get().isEmpty(), model.front()));
    button.setOnAction(_ -> {
      if (fan.fan().get().isPresent()) fan.apply();
      else fan.begin();
    });
    button.textProperty().bind(Bindings.createStringBinding(() -> fan.fan().get().isPresent() ? "Keep inside (Enter)" : "Keep only the fan", fan.fan()));
    return button;
  }

  private void tell() {
    var words = fan.said().get();
    if (words.isEmpty()) words = model.front().get().flatMap(f -> model.store().plan(f.instance(), model.held().get())).map(p -> switch (p) {
      case RedactionPlan.Possible possible -> "Hatched will be black: " + possible.words();
      case RedactionPlan.Impossible(var reason) -> "Cannot be blackened, so it will stay back: " + reason;
    }).orElse("");
    plan.setText(words);
    plan.setTooltip(words.isEmpty() ? null : new Tooltip(words));
  }
}
