package umbra.app.collection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import umbra.catalog.Totals;
import umbra.words.Counts;

/// The collection with its filter above it.
public final class CollectionView {
  private final CollectionViewModel model;
  private final ListView<Line> list;
  private final TextField filter = new TextField();
  private final VBox root;
  private boolean changing;

  public CollectionView(CollectionViewModel model, SeriesPictures pictures) {
    this.model = model;
    this.list = new ListView<>(model.lines());
    list.setId("collection");
    list.getStyleClass().add("collection");
    list.setAccessibleText("Collection");
    list.setCellFactory(_ -> new LineCell(model, pictures));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.getSelectionModel().getSelectedIndices().addListener((javafx.collections.ListChangeListener<Integer>) _ -> selectionChanged());
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) focused().ifPresent(model::toggle);
    });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    list.setContextMenu(menu());
    model.guardChanges(this::keepingPlace);
    model.outOfReach().addListener((javafx.collections.SetChangeListener<Long>) _ -> list.refresh());
    model.redacted().addListener((_, _, _) -> list.refresh());
    filter.setId("collection-filter");
    filter.setPromptText("Filter: words, or keyword:word");
    filter.setAccessibleText("Filter the collection");
    filter.setTooltip(new Tooltip("Words anywhere in the headers, such as: ct chest. In one attribute: station:\"room 2\" or 00080080:hospital"));
    filter.textProperty().bindBidirectional(model.query());
    var empty = new Label();
    empty.textProperty().bind(model.query().map(q -> q.isBlank() ? "Nothing here yet.\nDrop a folder or ZIP onto the window." : "No series passes this filter."));
    empty.getStyleClass().add("muted");
    list.setPlaceholder(empty);
    var heading = new Label("COLLECTION");
    heading.getStyleClass().add("section");
    var sum = new Label();
    sum.getStyleClass().add("pane-foot");
    sum.setWrapText(true);
    sum.setMinHeight(Region.USE_PREF_SIZE);
    sum.textProperty().bind(model.totals().map(CollectionView::sum));
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setMargin(filter, new Insets(0, 8, 6, 8));
    VBox.setMargin(heading, new Insets(8, 8, 6, 10));
    root = new VBox(heading, filter, list, sum);
    root.getStyleClass().add("pane");
    root.setMinWidth(180);
  }

  /// In one line or two, a number always beside what it counts.
  private static String sum(Totals t) {
    return Stream.of(Counts.of(t.subjects(), "subject"), Counts.of(t.studies(), "study", "studies"), Counts.of(t.series(), "series", "series"), Counts.of(t.instances(), "instance"))
        .map(count -> count.replace(' ', '\u00A0')).collect(Collectors.joining(" · "));
  }

  public Node node() {
    return root;
  }

  public void focusFilter() {
    filter.requestFocus();
  }

  public void focusList() {
    list.requestFocus();
  }

  private Optional<Line> focused() {
    return Optional.ofNullable(list.getFocusModel().getFocusedItem());
  }

  private void selectionChanged() {
    if (changing) return;
    var indices = List.copyOf(list.getSelectionModel().getSelectedIndices());
    var lines = indices.stream().filter(i -> i != null && i >= 0 && i < model.lines().size()).sorted().map(model.lines()::get).toList();
    model.select(lines, Optional.ofNullable(list.getSelectionModel().getSelectedItem()));
  }

  private void press(KeyEvent event) {
    var line = focused();
    if (line.isEmpty() || event.isShortcutDown()) return;
    switch (event.getCode()) {
      case RIGHT -> model.open(line.get());
      case LEFT -> {
        if (model.isOpen(line.get())) model.close(line.get());
        else toParent();
      }
      case ENTER, SPACE -> {
        if (!line.get().canOpen()) return;
        model.toggle(line.get());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void toParent() {
    int at = list.getFocusModel().getFocusedIndex();
    var level = model.lines().get(at).key().level();
    while (at > 0 && model.lines().get(at).key().level().compareTo(level) >= 0) at--;
    list.getSelectionModel().clearAndSelect(at);
    list.scrollTo(at);
  }

  private ContextMenu menu() {
    var toggle = item("Open or close", () -> focused().ifPresent(model::toggle));
    var again = item("Try again to read it", () -> focused().ifPresent(this::retry));
    var all = item("Open all", () -> model.openAll(true));
    var none = item("Close all", () -> model.openAll(false));
    var copy = item("Copy UIDs", this::copy);
    var menu = new ContextMenu(toggle, all, none, copy, again);
    menu.setOnShowing(_ -> again.setDisable(focused().filter(model::isOutOfReach).isEmpty()));
    return menu;
  }

  private void retry(Line line) {
    if (line instanceof Line.Series(var row)) model.retry(row);
  }

  private static MenuItem item(String text, Runnable run) {
    var item = new MenuItem(text);
    item.setOnAction(_ -> run.run());
    return item;
  }

  private void copy() {
    var text = String.join("\n", model.selected().stream().map(line -> switch (line) {
      case Line.Subject(var row, _) -> row.patientId();
      case Line.Study(var row, _) -> row.studyInstanceUid();
      case Line.Series(var row) -> row.seriesInstanceUid();
    }).toList());
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Changes lines and puts the selection back on the same ones, and the same line at the top of the list.
  private void keepingPlace(Runnable change) {
    changing = true;
    try {
      var chosen = new HashSet<Line.Key>();
      for (var line : model.selected()) chosen.add(line.key());
      var focus = focused().map(Line::key);
      var top = top();
      var topKey = top.map(IndexedCell::getItem).map(Line::key);
      double offset = top.map(c -> c.getLayoutY()).orElse(0.0);
      change.run();
      list.getSelectionModel().clearSelection();
      int lead = -1;
      for (int i = 0; i < model.lines().size(); i++) {
        var key = model.lines().get(i).key();
        if (chosen.contains(key)) list.getSelectionModel().select(i);
        if (focus.isPresent() && focus.get().equals(key)) lead = i;
      }
      if (lead >= 0) list.getFocusModel().focus(lead);
      if (topKey.isPresent()) scrollBack(topKey.get(), offset);
      model.select(model.lines().stream().filter(l -> chosen.contains(l.key())).toList(), Optional.empty());
    } finally {
      changing = false;
    }
  }

  private void scrollBack(Line.Key top, double offset) {
    for (int i = 0; i < model.lines().size(); i++) {
      if (!model.lines().get(i).key().equals(top)) continue;
      int at = i;
      flow().ifPresent(flow -> {
        flow.scrollToTop(at);
        if (offset < 0) flow.scrollPixels(-offset);
      });
      return;
    }
  }

  private Optional<IndexedCell<Line>> top() {
    return flow().map(VirtualFlow::getFirstVisibleCell);
  }

  @SuppressWarnings("unchecked") // the skin of this very list
  private Optional<VirtualFlow<IndexedCell<Line>>> flow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of((VirtualFlow<IndexedCell<Line>>) flow) : Optional.empty();
  }
}
