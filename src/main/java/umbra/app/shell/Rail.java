package umbra.app.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import umbra.app.fx.Look;
import umbra.app.page.Page;

/// The slim row of pages at the far left.
final class Rail {
  private final VBox root = new VBox();
  private final ToggleGroup group = new ToggleGroup();

  Rail() {
    root.getStyleClass().add("rail");
    // One page is always in front.
    group.selectedToggleProperty().addListener((_, before, now) -> {
      if (now == null && before != null) before.setSelected(true);
    });
  }

  Node node() {
    return root;
  }

  void show(List<Page> pages, Consumer<Page> choose) {
    group.getToggles().clear();
    root.getChildren().clear();
    for (int i = 0; i < pages.size(); i++) {
      var page = pages.get(i);
      var button = new ToggleButton(page.title(), Look.icon(page.icon()));
      button.setId("rail-" + page.id());
      button.setContentDisplay(ContentDisplay.TOP);
      button.setTooltip(new Tooltip(page.hint() + (i < 9 ? " (Ctrl+" + (i + 1) + ")" : "")));
      button.setAccessibleText(page.title());
      button.setToggleGroup(group);
      button.setUserData(page.id());
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(_ -> choose.accept(page));
      root.getChildren().add(button);
    }
    root.setVisible(pages.size() > 1);
    root.setManaged(pages.size() > 1);
  }

  void mark(Page page) {
    for (var toggle : group.getToggles()) if (page.id().equals(toggle.getUserData())) toggle.setSelected(true);
  }
}
