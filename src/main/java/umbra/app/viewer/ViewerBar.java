package umbra.app.viewer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import umbra.app.action.Action;
import umbra.app.fx.Look;
import umbra.app.viewer.tool.Tool;

/// The buttons above the tiles.
final class ViewerBar {
  private final ViewerViewModel viewer;
  private final Map<String, Action> actions;
  private final ToolBar bar = new ToolBar();

  ViewerBar(ViewerViewModel viewer, List<Action> actions) {
    this.viewer = viewer;
    this.actions = actions.stream().collect(Collectors.toMap(Action::id, Function.identity()));
    bar.getStyleClass().add("viewer-bar");
    bar.getItems().addAll(tools());
    bar.getItems().addAll(separator(), windows(), button("viewer.invert"), button("viewer.fit"), button("viewer.reset"), separator(),
        toggle("viewer.cine", "fth-play", viewer.cine().playing(), () -> run("viewer.cine")), rate(), separator(),
        menu("fth-grid", "Layout", "layout-1x1", "layout-1x2", "layout-2x1", "layout-2x2", "maximise"),
        toggle("viewer.link-scrolling", "fth-link", viewer.links().scrolling(), () -> run("viewer.link-scrolling")),
        toggle("viewer.annotations", "fth-type", viewer.display().annotations(), () -> run("viewer.annotations")),
        toggle("viewer.strip", "fth-film", viewer.strip(), () -> run("viewer.strip")),
        menu("fth-layers", "Projection over the stack", "project-maximum", "project-minimum", "project-mean", "project-cancel"));
  }

  Node node() {
    return bar;
  }

  private void run(String id) {
    actions.get(id).run().run();
  }

  private static Separator separator() {
    return new Separator(Orientation.VERTICAL);
  }

  private List<Node> tools() {
    var group = new ToggleGroup();
    return viewer.tools().stream().<Node>map(tool -> tool(tool, group)).toList();
  }

  private ToggleButton tool(Tool tool, ToggleGroup group) {
    var button = new ToggleButton("", Look.icon(tool.icon()));
    button.setToggleGroup(group);
    button.setSelected(viewer.tool().get() == tool);
    viewer.tool().addListener((_, _, to) -> button.setSelected(to == tool));
    button.setOnAction(_ -> {
      viewer.tool().set(tool);
      button.setSelected(true);
    });
    return named(button, tool.title(), tool.hint(), actions.containsKey("viewer.tool-" + tool.id()) ? keys(actions.get("viewer.tool-" + tool.id())) : "");
  }

  private static <B extends ButtonBase> B named(B button, String text, String hint, String keys) {
    button.setFocusTraversable(true);
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text + (keys.isEmpty() ? "" : "  (" + keys + ")") + "\n" + hint));
    return button;
  }

  private static String keys(Action action) {
    return String.join(", ", action.keys());
  }

  private Button button(String id) {
    var action = actions.get(id);
    var button = new Button("", Look.icon(action.icon().orElse("fth-circle")));
    button.setOnAction(_ -> action.run().run());
    button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
    return named(button, action.text(), action.hint(), keys(action));
  }

  private ToggleButton toggle(String id, String icon, BooleanProperty state, Runnable run) {
    var action = actions.get(id);
    var button = new ToggleButton("", Look.icon(icon));
    button.setSelected(state.get());
    state.addListener((_, _, to) -> button.setSelected(to));
    button.setOnAction(_ -> {
      run.run();
      button.setSelected(state.get());
    });
    return named(button, action.text(), action.hint(), keys(action));
  }

  private MenuButton menu(String icon, String text, String... ids) {
    var menu = new MenuButton("", Look.icon(icon));
    for (var id : ids) menu.getItems().add(item(actions.get("viewer." + id)));
    return named(menu, text, text, "");
  }

  private static MenuItem item(Action action) {
    var item = new MenuItem(action.text() + (action.keys().isEmpty() ? "" : "    " + action.keys().getFirst()));
    item.setOnAction(_ -> action.run().run());
    item.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
    return item;
  }

  /// The presets of the frame in front, with their digits.
  private MenuButton windows() {
    var menu = new MenuButton("", Look.icon("fth-sliders"));
    menu.setOnShowing(_ -> {
      menu.getItems().setAll(item(actions.get("viewer.window-stated")), item(actions.get("viewer.window-auto")));
      var presets = viewer.presets();
      for (int i = 0; i < presets.size(); i++) {
        int digit = i + 1;
        var preset = new MenuItem(presets.get(i).name() + "    " + digit);
        preset.setOnAction(_ -> viewer.preset(digit));
        menu.getItems().add(preset);
      }
    });
    menu.getItems().add(item(actions.get("viewer.window-stated"))); // a menu without items would not open
    return named(menu, "Window presets", "Windows by name", "");
  }

  private MenuButton rate() {
    var slider = new Slider(CineViewModel.SLOWEST, CineViewModel.FASTEST, viewer.cine().rate().get());
    slider.valueProperty().bindBidirectional(viewer.cine().rate());
    slider.setAccessibleText("Frames a second");
    var label = new Label();
    label.textProperty().bind(viewer.cine().rate().asString("%.0f frames/s"));
    var swing = new MenuItem("Back and forth");
    swing.setOnAction(_ -> viewer.cine().swinging().set(!viewer.cine().swinging().get()));
    swing.graphicProperty().bind(javafx.beans.binding.Bindings.createObjectBinding(() -> viewer.cine().swinging().get() ? Look.icon("fth-check") : null,
        viewer.cine().swinging()));
    var menu = new MenuButton("", Look.icon("fth-clock"), new CustomMenuItem(new javafx.scene.layout.HBox(8, slider, label), false), swing);
    return named(menu, "Rate of playing", "Frames a second, and what happens at the ends", "");
  }
}
