package umbra.app.review;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import umbra.app.review.finding.FindingCells;
import umbra.app.review.finding.FindingCrops;
import umbra.app.review.finding.FindingFilter;
import umbra.app.review.finding.FindingLine;
import umbra.app.review.finding.FindingQueue;
import umbra.app.review.finding.FindingsViewModel;
import umbra.catalog.finding.FindingRow;

/// The findings in their order, with filters above and how far the judging is below.
final class FindingsList {
  private final FindingsViewModel model;
  private final ScanViewModel scan;
  private final ObservableList<FindingLine> lines = FXCollections.observableArrayList();
  private final ListView<FindingLine> list = new ListView<>(lines);
  private final TextField search = new TextField();
  private final Label empty = new Label();
  private final VBox node;
  private List<FindingRow> listed = List.of();
  private boolean changing;

  FindingsList(FindingsViewModel model, ScanViewModel scan, FindingCrops crops) {
    this.model = model;
    this.scan = scan;
    list.setId("findings");
    list.getStyleClass().add("collection");
    list.setAccessibleText("Findings");
    list.setCellFactory(FindingCells.factory(crops));
    empty.setWrapText(true);
    empty.getStyleClass().add("muted");
    empty.setPadding(new Insets(16));
    list.setPlaceholder(empty);
    list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
      if (!changing && now instanceof FindingLine.Text text && model.queue().get().current().filter(c -> text.holds(c.id())).isEmpty()) model.select(text.first().id());
    });
    model.queue().addListener((_, _, now) -> show(now));
    scan.state().subscribe(_ -> hint());
    VBox.setVgrow(list, Priority.ALWAYS);
    node = new VBox(filters(), list, progress());
    node.getStyleClass().add("pane");
    node.setMinWidth(260);
    show(model.queue().get());
  }

  Node node() {
    return node;
  }

  void focusSearch() {
    search.requestFocus();
  }

  void focusList() {
    list.requestFocus();
  }

  private VBox filters() {
    search.setId("findings-search");
    search.setPromptText("Filter: words of text, reason, patient");
    search.setAccessibleText("Filter the findings");
    search.textProperty().addListener((_, _, now) -> model.filter().set(model.filter().get().withWords(now)));
    var classes = new ComboBox<>(FXCollections.observableArrayList(FindingFilter.Classes.values()));
    classes.setId("findings-classes");
    classes.setAccessibleText("Classes shown");
    classes.setValue(model.filter().get().classes());
    classes.valueProperty().addListener((_, _, now) -> model.filter().set(model.filter().get().withClasses(now)));
    var states = new ComboBox<>(FXCollections.observableArrayList(FindingFilter.States.values()));
    states.setAccessibleText("Verdicts shown");
    states.setValue(model.filter().get().states());
    states.valueProperty().addListener((_, _, now) -> model.filter().set(model.filter().get().withStates(now)));
    var row = new HBox(6, classes, states);
    for (var box : new ComboBox<?>[] {classes, states}) {
      HBox.setHgrow(box, Priority.ALWAYS);
      box.setMaxWidth(Double.MAX_VALUE);
      box.setPrefWidth(100);
    }
    var filters = new VBox(6, search, row);
    filters.setPadding(new Insets(8));
    return filters;
  }

  private HBox progress() {
    var bar = new ProgressBar();
    bar.progressProperty().bind(model.queue().map(FindingQueue::share));
    bar.setPrefWidth(110);
    bar.setAccessibleText("Share of findings judged");
    var words = new Label();
    words.setId("findings-progress");
    words.textProperty().bind(model.queue().map(q -> q.rows().isEmpty() ? "Nothing to judge" : q.isAllJudged() ? q.progress() + " · nothing is open" : q.progress()));
    words.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(8, bar, words);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    row.getStyleClass().add("pane-foot");
    return row;
  }

  /// Lines change only where they differ, so that the list stays where it is.
  private void show(FindingQueue queue) {
    changing = true;
    try {
      // The same rows in another place have the same lines.
      var wanted = queue.rows() == listed ? List.copyOf(lines) : queue.lines();
      listed = queue.rows();
      if (wanted.size() == lines.size()) {
        for (int i = 0; i < wanted.size(); i++) if (!wanted.get(i).equals(lines.get(i))) lines.set(i, wanted.get(i));
      } else lines.setAll(wanted);
      list.getSelectionModel().clearSelection();
      queue.current().ifPresent(c -> {
        for (int i = 0; i < lines.size(); i++) if (lines.get(i) instanceof FindingLine.Text text && text.holds(c.id())) reveal(i);
      });
    } finally {
      changing = false;
    }
    hint();
  }

  private void reveal(int at) {
    list.getSelectionModel().select(at);
    list.getFocusModel().focus(at);
    var flow = list.lookup(".virtual-flow");
    if (!(flow instanceof javafx.scene.control.skin.VirtualFlow<?> cells) || cells.getFirstVisibleCell() == null) return;
    if (at <= cells.getFirstVisibleCell().getIndex() || at >= cells.getLastVisibleCell().getIndex()) list.scrollTo(Math.max(0, at - 3));
  }

  private void hint() {
    if (!model.isEmpty()) empty.setText("No finding passes these filters.");
    else if (scan.running().get()) empty.setText("Looking… what is found shows up here.");
    else if (scan.unseen().get() > 0) empty.setText("Nobody has looked for text in these images yet.\n\n“Look for text” (F5) looks at every frame of every instance. It can be stopped and gone on with.");
    else if (scan.unseen().get() == 0) empty.setText("All instances were looked at, and no text was found.");
    else empty.setText("");
  }
}
