package umbra.app.palette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.action.KeyMap;

/// All keys that do something now, by group, and what the mouse does.
public final class KeySheet {
  private KeySheet() {}

  public static Node of(List<Action> actions, KeyMap keys, String mouseHint) {
    var groups = new LinkedHashMap<String, List<Action>>();
    for (var action : actions) if (!keys.text(action).isEmpty()) groups.computeIfAbsent(action.group(), _ -> new ArrayList<>()).add(action);
    var columns = new FlowPane(28, 18);
    columns.setPrefWrapLength(800);
    groups.forEach((name, members) -> columns.getChildren().add(group(name, members, keys)));
    var heading = new Label("Keys");
    heading.getStyleClass().add("sub-heading");
    var mouse = new Label("Mouse on an image: " + mouseHint + ". Preferences change keys and profile; Esc closes.");
    mouse.getStyleClass().add("muted");
    mouse.setWrapText(true);
    var scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    var root = new VBox(10, heading, mouse, scroll);
    root.setId("key-sheet");
    root.getStyleClass().add("sheet");
    root.setMaxSize(880, 600);
    return root;
  }

  private static Node group(String name, List<Action> members, KeyMap keys) {
    var grid = new GridPane(10, 4);
    var heading = new Label(name);
    heading.getStyleClass().add("section");
    grid.add(heading, 0, 0, 2, 1);
    for (int i = 0; i < members.size(); i++) {
      var key = new Label(keys.text(members.get(i)));
      key.getStyleClass().addAll("mono", "key");
      grid.add(key, 0, i + 1);
      grid.add(new Label(members.get(i).text()), 1, i + 1);
    }
    return grid;
  }
}
