package umbra.app.object.report;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/// A heading, or a concept with its value below a small title, indented by its depth.
final class ReportCell extends ListCell<ReportItem> {
  private static final double INDENT = 16;
  private static final int DEEPEST = 8;

  private final Consumer<ReportItem.Link> follow;

  ReportCell(Consumer<ReportItem.Link> follow) {
    this.follow = follow;
    setPrefWidth(0); // as wide as the list, so that text wraps
  }

  @Override
  protected void updateItem(ReportItem item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    var title = new Label(item.title());
    title.getStyleClass().add(item.isContainer() ? item.depth() == 0 ? "report-title" : "sub-heading" : "report-concept");
    title.setWrapText(true);
    var box = new VBox(title);
    if (!item.value().isEmpty() && item.links().isEmpty()) {
      var value = new Label(item.value());
      value.getStyleClass().add("report-value");
      value.setWrapText(true);
      box.getChildren().add(value);
    }
    for (var link : item.links()) {
      var node = new Hyperlink(link.title());
      node.setOnAction(_ -> follow.accept(link));
      box.getChildren().add(node);
    }
    box.setPadding(new Insets(item.isContainer() && item.depth() > 0 ? 8 : 1, 0, 1, INDENT * Math.min(DEEPEST, item.depth())));
    setGraphic(box);
  }
}
