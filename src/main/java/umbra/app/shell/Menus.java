package umbra.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import umbra.app.action.Action;
import umbra.app.action.KeyMap;
import umbra.app.fx.Look;

/// Makes menus and toolbars of actions.
final class Menus {
  private Menus() {}

  /// One menu for each group; File comes first, Go and Help come last.
  static List<Menu> menus(List<Action> actions, KeyMap keys) {
    var groups = new LinkedHashMap<String, List<Action>>();
    for (var action : actions) groups.computeIfAbsent(action.group(), _ -> new ArrayList<>()).add(action);
    for (var last : List.of("Go", "Help")) {
      var group = groups.remove(last);
      if (group != null) groups.put(last, group);
    }
    return groups.entrySet().stream().map(e -> {
      var menu = new Menu(e.getKey());
      e.getValue().forEach(a -> menu.getItems().add(item(a, keys)));
      return menu;
    }).toList();
  }

  private static MenuItem item(Action action, KeyMap keys) {
    var item = new MenuItem(action.text());
    item.setId("menu-" + action.id());
    keys.keys(action).stream().findFirst().ifPresent(item::setAccelerator);
    item.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
    item.setOnAction(_ -> action.run().run());
    return item;
  }

  /// Buttons of those with an icon, groups parted by a line.
  static List<Node> toolbar(List<Action> actions, KeyMap keys) {
    var nodes = new ArrayList<Node>();
    var group = "";
    for (var action : actions) {
      if (action.icon().isEmpty()) continue;
      if (!nodes.isEmpty() && !group.equals(action.group())) nodes.add(new Separator(javafx.geometry.Orientation.VERTICAL));
      group = action.group();
      var button = new Button("", Look.icon(action.icon().get()));
      button.setId("tool-" + action.id());
      button.getStyleClass().add("flat");
      var text = keys.text(action);
      button.setTooltip(new Tooltip(action.text() + (text.isEmpty() ? "" : " (" + text + ")") + "\n" + action.hint()));
      button.setAccessibleText(action.text());
      button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
      button.setOnAction(_ -> action.run().run());
      nodes.add(button);
    }
    return nodes;
  }
}
