package umbra.app.object.report;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import umbra.app.action.Action;
import umbra.app.object.Face;
import umbra.app.object.ObjectView;
import umbra.app.object.ObjectViewModel;
import umbra.app.object.References;
import umbra.catalog.InstanceRow;
import umbra.job.JobRunner;
import umbra.object.report.ContentTree;
import umbra.workspace.source.SourceFiles;

/// A report as text to read, and as a tree with codes and relationships. Enter follows a reference.
public final class ReportFace implements Face<ReportItem> {
  private static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.88.";

  private final References references;
  private final ListView<ReportItem> text = new ListView<>();
  private final TreeTableView<ReportItem> tree = new TreeTableView<>();
  private final Label note = new Label();
  private final TabPane tabs;
  private final BorderPane root;

  private ReportFace(References references) {
    this.references = references;
    text.setId("report-text");
    text.getStyleClass().add("reading");
    text.setCellFactory(_ -> new ReportCell(this::follow));
    text.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) followFirst(text.getSelectionModel().getSelectedItem());
    });
    tree.setId("report-tree");
    tree.getColumns().setAll(List.of(column("Concept", 240, ReportItem::title), column("Value", 300, i -> i.value().replace('\n', ' ')), column("Code", 110, ReportItem::code),
        column("Type", 90, ReportItem::valueType), column("Relationship", 130, ReportItem::relationship)));
    tree.setOnKeyPressed(e -> {
      var chosen = tree.getSelectionModel().getSelectedItem();
      if (e.getCode() == KeyCode.ENTER && chosen != null) followFirst(chosen.getValue());
    });
    tree.setOnMouseClicked(e -> {
      var chosen = tree.getSelectionModel().getSelectedItem();
      if (e.getClickCount() == 2 && chosen != null) followFirst(chosen.getValue());
    });
    tabs = new TabPane(new Tab("Read", text), new Tab("Content tree", tree));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    note.getStyleClass().add("pane-foot");
    root = new BorderPane(tabs);
    root.setBottom(note);
  }

  public static ObjectView<ReportItem> view(SourceFiles files, JobRunner jobs, References references) {
    return new ObjectView<>(new ObjectViewModel<>(files, jobs, (file, _) -> ReportItem.of(ContentTree.of(file.dataSet()))), new ReportFace(references));
  }

  private static TreeTableColumn<ReportItem, String> column(String title, double width, Function<ReportItem, String> value) {
    var column = new TreeTableColumn<ReportItem, String>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(f -> new ReadOnlyStringWrapper(value.apply(f.getValue().getValue())));
    return column;
  }

  private void followFirst(ReportItem item) {
    if (item != null && !item.links().isEmpty()) follow(item.links().getFirst());
  }

  private void follow(ReportItem.Link link) {
    references.open(link.sopInstanceUid(), note::setText);
  }

  @Override
  public boolean shows(InstanceRow first) {
    return first.sopClassUid().startsWith(SOP_CLASSES);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(ReportItem report) {
    text.getItems().setAll(report.all().filter(i -> i.isContainer() || !i.value().isEmpty() || !i.links().isEmpty()).toList());
    tree.setRoot(item(report));
    long items = report.all().count();
    long links = report.all().mapToLong(i -> i.links().size()).sum();
    note.setText(items == 1 ? "The report has no content items." : "%,d content items, %,d references · Enter follows a reference".formatted(items, links));
  }

  private static TreeItem<ReportItem> item(ReportItem report) {
    var item = new TreeItem<>(report);
    item.setExpanded(true);
    report.children().forEach(c -> item.getChildren().add(item(c)));
    return item;
  }

  @Override
  public void clear() {
    text.getItems().clear();
    tree.setRoot(null);
    note.setText("");
  }

  @Override
  public List<Action> actions() {
    return List.of(ObjectView.action("report.read", "Read the report", "Show the report as text", "Alt+1", () -> select(0, text)),
        ObjectView.action("report.tree", "Show the content tree", "Show concepts, values, codes and relationships", "Alt+2", () -> select(1, tree)));
  }

  private void select(int tab, Node focus) {
    tabs.getSelectionModel().select(tab);
    focus.requestFocus();
  }
}
