package umbra.app.object.report;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
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
import umbra.app.object.TextTable;
import umbra.catalog.InstanceRow;
import umbra.job.JobRunner;
import umbra.dicom.DicomFile;
import umbra.object.report.ContentTree;
import umbra.object.report.Measurement;
import umbra.words.Counts;
import umbra.workspace.source.SourceFiles;

/// A report as text to read, and as a tree with codes and relationships. Enter follows a reference.
public final class ReportFace implements Face<ReportFace.Content> {
  private static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.88.";

  /// @param sopInstanceUid of the report
  public record Content(ReportItem root, List<Measurement> measurements, String sopInstanceUid) {}

  private final References references;
  private final ListView<ReportItem> text = new ListView<>();
  private final TreeTableView<ReportItem> tree = new TreeTableView<>();
  private final Label note = new Label();
  private final TabPane tabs;
  private final BorderPane root;
  private final TableView<Measurement> measurements = TextTable.of("The report holds no measurements.", List.of(TextTable.column("Of", 220, Measurement::group),
      TextTable.column("Measurement", 220, Measurement::name), TextTable.column("Value", 140, Measurement::value), TextTable.column("Item", 80, Measurement::position)));
  private final Tab measured = new Tab("Measurements", measurements);
  private String sopInstanceUid = "";

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
    tabs = new TabPane(new Tab("Read", text), new Tab("Content tree", tree), measured);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    note.getStyleClass().add("pane-foot");
    root = new BorderPane(tabs);
    root.setBottom(note);
  }

  public static ObjectView<Content> view(SourceFiles files, JobRunner jobs, References references) {
    return new ObjectView<>(new ObjectViewModel<>(files, jobs, (file, row) -> read(file, row)), new ReportFace(references));
  }

  private static Content read(DicomFile file, InstanceRow row) {
    var root = ContentTree.of(file.dataSet());
    return new Content(ReportItem.of(root), Measurement.of(root), row.sopInstanceUid());
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
    references.open(new References.Goal(link.sopInstanceUid(), link.frame(), sopInstanceUid), note::setText);
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
  public void show(Content content) {
    var report = content.root();
    sopInstanceUid = content.sopInstanceUid();
    measurements.getItems().setAll(content.measurements());
    measured.setText("Measurements (" + content.measurements().size() + ")");
    text.getItems().setAll(report.all().filter(i -> i.isContainer() || !i.value().isEmpty() || !i.links().isEmpty()).toList());
    tree.setRoot(item(report));
    long items = report.all().count();
    long links = report.all().mapToLong(i -> i.links().size()).sum();
    note.setText(items == 1 ? "The report has no content items." : Counts.of(items, "content item") + ", " + Counts.of(links, "reference") + " · Enter follows a reference");
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
    measurements.getItems().clear();
    note.setText("");
  }

  @Override
  public List<Action> actions() {
    return List.of(ObjectView.action("report.read", "Read the report", "Show the report as text", "Alt+1", () -> select(0, text)),
        ObjectView.action("report.tree", "Show the content tree", "Show concepts, values, codes and relationships", "Alt+2", () -> select(1, tree)),
        ObjectView.action("report.measurements", "Show the measurements", "Show all numbers of the report as a table", "Alt+3", () -> select(2, measurements)));
  }

  private void select(int tab, Node focus) {
    tabs.getSelectionModel().select(tab);
    focus.requestFocus();
  }
}
