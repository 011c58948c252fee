package umbra.app.quarantine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import umbra.app.action.Action;
import umbra.app.page.Page;
import umbra.app.table.Columns;
import umbra.catalog.SourceRow;

/// What was set aside, why, and what the file begins with.
public final class QuarantinePage implements Page {
  private final QuarantineViewModel model;
  private final Runnable retry;
  private final Consumer<SourceRow> inspect;
  private final TableView<SourceRow> table;
  private final SplitPane root;

  /// @param retry looks at all of them again
  /// @param inspect shows what can be read of one
  public QuarantinePage(QuarantineViewModel model, Runnable retry, Consumer<SourceRow> inspect) {
    this.inspect = inspect;
    this.model = model;
    this.retry = retry;
    table = Columns.dress(new TableView<>(model.rows()), "quarantine", "Files set aside", "No file is set aside: all that was looked at was taken in.");
    table.getColumns().setAll(List.of(Columns.text("File", 520, SourceRow::place), Columns.count("Bytes", SourceRow::bytes), Columns.text("Reason", 420, SourceRow::reason)));
    var bytes = new TextArea();
    bytes.setEditable(false);
    bytes.getStyleClass().add("mono");
    bytes.setAccessibleText("The first bytes of the file");
    bytes.setPromptText("Choose a file to see its first bytes.");
    bytes.textProperty().bind(model.bytes());
    table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
      if (row != null) model.choose(row);
    });
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) inspect();
    });
    table.getItems().addListener((javafx.beans.InvalidationListener) _ -> {
      if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) table.getSelectionModel().select(0);
    });
    root = new SplitPane(table, bytes);
    root.setOrientation(Orientation.VERTICAL);
    root.setDividerPositions(0.6);
  }

  @Override
  public String id() {
    return "quarantine";
  }

  @Override
  public String title() {
    return "Set aside";
  }

  @Override
  public String icon() {
    return "fth-alert-octagon";
  }

  @Override
  public String hint() {
    return "Files that could not be taken in, each with its reason";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public List<Action> actions() {
    var always = new SimpleBooleanProperty(true);
    return List.of(
        new Action("quarantine.retry", "Set aside", "Look at all again", "For drives that are back and files that were mended", List.of("F5"), Optional.of("fth-refresh-cw"), always, retry),
        new Action("quarantine.inspect", "Set aside", "Show in the inspector", "The lines before the damage, and the bytes around it", List.of("Enter"), Optional.of("fth-search"), always, this::inspect),
        new Action("quarantine.copy", "Set aside", "Copy the path", "Copy where the chosen file lies", List.of("Shortcut+Shift+C"), Optional.of("fth-copy"),
            always, this::copy));
  }

  private void inspect() {
    Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(inspect);
  }

  private void copy() {
    var row = Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    if (row.isEmpty()) return;
    var content = new ClipboardContent();
    content.putString(row.get().place());
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void shown() {
    model.refresh();
  }
}
