package umbra.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import umbra.workspace.header.ElementText;
import umbra.workspace.header.HeaderLine;
import umbra.workspace.header.HeaderNode;
import umbra.workspace.header.RowCopy;

/// The lines of a header. Right opens a line, left closes it or goes to its parent; the lines in sight and the selection
/// stay where they are when the lines change.
final class HeaderTable extends TableView<HeaderLine> {
  private static final javafx.css.PseudoClass HIT = javafx.css.PseudoClass.getPseudoClass("hit");
  private static final double WIDE = 480;
  private final InspectorViewModel model;
  private boolean filling;

  HeaderTable(InspectorViewModel model) {
    this.model = model;
    getStyleClass().addAll("header-table", "dense");
    var none = new Label("No header: nothing is in front, or the filter hides it");
    none.getStyleClass().add("muted");
    none.setWrapText(true);
    setPlaceholder(none);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setAccessibleText("Header of the image in front");
    var chips = column("", 90, line -> line);
    chips.setCellFactory(_ -> new ElementCells.ChipCell(model));
    chips.setVisible(false);
    chips.setMinWidth(70);
    chips.setMaxWidth(110);
    var tags = column("Tag", 150, line -> line);
    tags.setMinWidth(112);
    tags.setCellFactory(_ -> new ElementCells.TagCell(model));
    var names = text("Name", 150, line -> ElementCells.name(line.node()));
    names.setMinWidth(100);
    var values = text("Value", 240, line -> ElementCells.value(line.node()));
    values.setMinWidth(110);
    var lengths = narrow("Length", 64, line -> ElementCells.text(line.node(), e -> ElementText.length(e.element())));
    lengths.visibleProperty().bind(widthProperty().greaterThan(WIDE)); // names and values need the place more
    getColumns().setAll(List.of(tags, names, narrow("VR", 42, line -> ElementCells.text(line.node(), e -> ElementText.vr(e.element()))), lengths, values, chips));
    model.column().subscribe(now -> {
      chips.setVisible(now.isPresent());
      chips.setText(now.map(ChipColumn::title).orElse(""));
      refresh();
    });
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    setRowFactory(_ -> row());
    model.lines().subscribe(this::fill);
    fill();
    getSelectionModel().selectedItemProperty().subscribe(line -> {
      if (!filling && line != null) model.selected().set(Optional.of(line.node().key()));
    });
    model.selected().subscribe(_ -> showSelected());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setContextMenu(menu());
  }

  private TableRow<HeaderLine> row() {
    return new TableRow<>() {
      @Override
      protected void updateItem(HeaderLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(HIT, !empty && line != null && line.hit());
      }
    };
  }

  private static TableColumn<HeaderLine, HeaderLine> column(String title, double width, Function<HeaderLine, HeaderLine> value) {
    var column = new TableColumn<HeaderLine, HeaderLine>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    return column;
  }

  private static TableColumn<HeaderLine, String> text(String title, double width, Function<HeaderLine, String> value) {
    var column = new TableColumn<HeaderLine, String>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
    column.setCellFactory(_ -> new TableCell<>() {
      @Override
      protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
      }
    });
    return column;
  }

  private static TableColumn<HeaderLine, String> narrow(String title, double width, Function<HeaderLine, String> value) {
    var column = text(title, width, value);
    column.setMinWidth(width);
    column.setMaxWidth(width + 40);
    return column;
  }

  private void fill() {
    filling = true;
    var flow = lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> f ? Optional.of(f) : Optional.<javafx.scene.control.skin.VirtualFlow<?>>empty();
    var first = flow.map(f -> f.getFirstVisibleCell()).map(c -> c.getIndex()).filter(i -> i >= 0 && i < getItems().size()).map(i -> getItems().get(i).node().key());
    getItems().setAll(model.lines());
    first.map(this::indexOf).filter(i -> i >= 0).ifPresent(i -> flow.get().scrollToTop(i));
    model.selected().get().map(this::indexOf).filter(i -> i >= 0).ifPresent(i -> getSelectionModel().clearAndSelect(i));
    filling = false;
  }

  private void showSelected() {
    if (filling) return;
    var line = getSelectionModel().getSelectedItem();
    if (line != null && Optional.of(line.node().key()).equals(model.selected().get())) return;
    model.selected().get().map(this::indexOf).filter(i -> i >= 0).ifPresent(i -> {
      getSelectionModel().clearAndSelect(i);
      scrollTo(Math.max(0, i - 3));
    });
  }

  private int indexOf(HeaderNode.Key key) {
    for (int i = 0; i < getItems().size(); i++) if (getItems().get(i).node().key().equals(key)) return i;
    return -1;
  }

  private void key(KeyEvent event) {
    int at = getSelectionModel().getSelectedIndex();
    if (COPY_ROW.match(event)) copy(RowCopy::rows);
    else if (COPY.match(event)) copy(RowCopy::values);
    else if (at >= 0 && event.getCode() == KeyCode.RIGHT) openOrEnter(at);
    else if (at >= 0 && event.getCode() == KeyCode.LEFT) closeOrLeave(at);
    else if (at >= 0 && event.getCode() == KeyCode.ENTER) model.toggle(getItems().get(at));
    else return;
    event.consume();
  }

  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
  private static final KeyCombination COPY_ROW = KeyCombination.valueOf("Shortcut+Shift+C");

  private void openOrEnter(int at) {
    var line = getItems().get(at);
    if (line.node().hasChildren() && !line.open()) model.toggle(line);
    else if (line.open() && at + 1 < getItems().size()) getSelectionModel().clearAndSelect(at + 1);
  }

  private void closeOrLeave(int at) {
    var line = getItems().get(at);
    if (line.open()) {
      model.toggle(line);
      return;
    }
    for (int i = at - 1; i >= 0; i--) {
      if (getItems().get(i).depth() < line.depth()) {
        getSelectionModel().clearAndSelect(i);
        scrollTo(Math.max(0, i - 3));
        return;
      }
    }
  }

  private ContextMenu menu() {
    return new ContextMenu(item("Copy value", COPY, () -> copy(RowCopy::values)), item("Copy row", COPY_ROW, () -> copy(RowCopy::rows)),
        item("Copy as JSON", null, () -> copy(RowCopy::json)), item("Copy tag path", null, () -> copy(RowCopy::paths)));
  }

  private static MenuItem item(String title, KeyCombination keys, Runnable run) {
    var item = new MenuItem(title);
    if (keys != null) item.setAccelerator(keys);
    item.setOnAction(_ -> run.run());
    return item;
  }

  /// Puts the selected lines on the clipboard.
  void copy(Function<List<HeaderNode>, String> form) {
    var nodes = getSelectionModel().getSelectedItems().stream().map(HeaderLine::node).toList();
    if (nodes.isEmpty()) return;
    var content = new ClipboardContent();
    content.putString(form.apply(nodes));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
