package umbra.app.inspector;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import umbra.app.fx.Look;
import umbra.dicom.dict.TagPaths;
import umbra.words.Counts;
import umbra.workspace.header.HeaderFilter;
import umbra.workspace.header.HeaderNode.Key;

/// Search and filters above the lines of a header, the selected value below them.
final class HeaderPane extends BorderPane {
  private static final List<HeaderFilter> FILTERS = List.of(HeaderFilter.PRIVATE, HeaderFilter.TEXT, HeaderFilter.DATES, HeaderFilter.UIDS, HeaderFilter.NAMES);
  private static final int MOST_NOTES = 100;

  private final InspectorViewModel model;
  private final TextField search = new TextField();
  private final FlowPane filters = new FlowPane(4, 4);
  private final HeaderTable table;
  private final DetailPane detail = new DetailPane();

  HeaderPane(InspectorViewModel model) {
    this.model = model;
    table = new HeaderTable(model);
    setTop(new VBox(4, searchBar(), filterBar()));
    ((VBox) getTop()).setPadding(new Insets(6));
    var split = new SplitPane(table, detail);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.72);
    SplitPane.setResizableWithParent(detail, false);
    setCenter(split);
    table.getSelectionModel().selectedItemProperty().subscribe(line -> {
      if (model.broken().get().isEmpty()) detail.show(Optional.ofNullable(line));
    });
    model.broken().subscribe(b -> b.ifPresent(detail::show));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private HBox searchBar() {
    search.setPromptText("Name, keyword, tag or value");
    search.setAccessibleText("Search the header");
    search.textProperty().bindBidirectional(model.query());
    HBox.setHgrow(search, Priority.ALWAYS);
    var hits = new Label();
    hits.getStyleClass().add("muted");
    hits.textProperty().bind(model.hitText());
    hits.setMinWidth(56);
    var bar = new HBox(4, search, hits, button("fth-chevron-up", "Hit before (Shift+F3)", () -> model.nextHit(false)),
        button("fth-chevron-down", "Next hit (F3)", () -> model.nextHit(true)), all(), badge());
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static Button button(String icon, String what, Runnable run) {
    var button = new Button("", Look.icon(icon));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setTooltip(new Tooltip(what));
    button.setAccessibleText(what);
    button.setOnAction(_ -> run.run());
    return button;
  }

  private ToggleButton all() {
    var button = new ToggleButton("", Look.icon("fth-list"));
    button.getStyleClass().add("button-icon");
    button.setTooltip(new Tooltip("Show all lines around the hits"));
    button.setAccessibleText("Show all lines around the hits");
    button.setSelected(!model.onlyHits().get());
    button.selectedProperty().subscribe(on -> model.onlyHits().set(!on));
    return button;
  }

  /// What the reader tolerated: a count, and the list behind it.
  private MenuButton badge() {
    var badge = new MenuButton();
    badge.getStyleClass().addAll("chip", "chip-warn");
    badge.setTooltip(new Tooltip("What was tolerated while reading the file"));
    model.notes().subscribe(() -> {
      var notes = model.notes();
      badge.setVisible(!notes.isEmpty());
      badge.setManaged(!notes.isEmpty());
      badge.setText(Counts.of(notes.size(), "note"));
      badge.getItems().setAll(notes.stream().limit(MOST_NOTES).map(note -> {
        var item = new MenuItem(note.kind().text() + ", offset " + note.offset() + note.path().map(p -> ", " + TagPaths.print(p)).orElse(""));
        item.setOnAction(_ -> note.path().ifPresent(p -> model.reveal(new Key(p, -1, 0))));
        return item;
      }).toList());
    });
    badge.setVisible(false);
    badge.setManaged(false);
    return badge;
  }

  private FlowPane filterBar() {
    fillFilters();
    model.profileFilter().subscribe(_ -> fillFilters());
    model.filters().addListener((ListChangeListener<HeaderFilter>) _ -> fillFilters());
    return filters;
  }

  private void fillFilters() {
    var offered = new java.util.ArrayList<>(FILTERS);
    model.profileFilter().get().ifPresent(offered::add);
    if (filters.getChildren().size() == offered.size()) {
      for (int i = 0; i < offered.size(); i++) ((ToggleButton) filters.getChildren().get(i)).setSelected(model.filters().contains(offered.get(i)));
      return;
    }
    filters.getChildren().setAll(offered.stream().map(filter -> {
      var button = new ToggleButton(filter.title());
      button.getStyleClass().addAll("small", "filter-chip");
      button.setTooltip(new Tooltip(filter.hint()));
      button.setAccessibleText(filter.hint());
      button.setSelected(model.filters().contains(filter));
      button.setOnAction(_ -> model.toggleFilter(filter));
      return button;
    }).toList());
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F3) model.nextHit(!event.isShiftDown());
    else if (event.getCode() == KeyCode.ESCAPE && search.isFocused() && !search.getText().isEmpty()) search.clear();
    else if (event.getCode() == KeyCode.DOWN && search.isFocused()) table.requestFocus();
    else return;
    event.consume();
  }

  /// Puts the caret into the search field.
  void find() {
    search.requestFocus();
    search.selectAll();
  }

  HeaderTable table() {
    return table;
  }
}
