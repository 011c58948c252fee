package umbra.app.deidentify.version;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import umbra.app.deidentify.work.Card;
import umbra.app.fx.Choosers;
import umbra.app.table.Columns;
import umbra.workspace.export.check.Verification.Problem;

/// Where a version goes, its writing, its check, and all versions there were.
public final class ExportStep {
  private final ExportViewModel model;
  private final Choosers choosers;
  private final TableView<VersionLine> versions;
  private final BorderPane root = new BorderPane();

  public ExportStep(ExportViewModel model, Choosers choosers) {
    this.model = model;
    this.choosers = choosers;
    versions = Columns.dress(new TableView<>(model.versions()), "versions", "Versions", "No version was exported yet");
    versions.getColumns().setAll(List.of(Columns.text("Version", 90, VersionLine::name), Columns.text("Collection", 130, VersionLine::collection),
        Columns.chip("State", 80, VersionLine::state, s -> s.equals("finished") ? "chip-note" : "chip-warn"), Columns.count("Written", VersionLine::written), Columns.count("Withheld", VersionLine::withheld),
        Columns.text("Profile", 190, VersionLine::profile), Columns.text("Head of the audit trail", 190, VersionLine::head), Columns.text("Folder", 220, VersionLine::target)));
    root.setTop(new Card("Export", "", names(), Card.said(model.outlook(), "muted"), run(), outcome()));
    var tabs = new TabPane(new Tab("Versions", versionsTab()), new Tab("Withheld", withheld()), new Tab("Problems of the check", problems()));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("export-tabs");
    model.withheld().subscribe(() -> tabs.getTabs().get(1).setText(model.withheld().isEmpty() ? "Withheld" : "Withheld (" + model.withheld().size() + ")"));
    model.problems().subscribe(() -> tabs.getTabs().get(2).setText(model.problems().isEmpty() ? "Problems of the check" : "Problems of the check (" + model.problems().size() + ")"));
    root.setCenter(tabs);
    BorderPane.setMargin(tabs, new javafx.geometry.Insets(10, 0, 0, 0));
  }

  public Node node() {
    return root;
  }

  private Node names() {
    var collection = field("export-collection", "Name of the collection", 180);
    collection.textProperty().bindBidirectional(model.collection());
    var version = field("export-version", "Name of the version", 90);
    version.textProperty().bindBidirectional(model.version());
    var target = field("export-target", "An empty or new folder, or one where this version was stopped", 260);
    target.textProperty().bindBidirectional(model.target());
    HBox.setHgrow(target, Priority.ALWAYS);
    var choose = Card.button("export-choose", "Choose…", "fth-folder", "The folder to write to", () -> choosers.folder("Where the version goes").ifPresent(f -> model.target().set(f.toString())));
    return Card.row(new Label("Collection"), collection, new Label("Version"), version, new Label("Folder"), target, choose);
  }

  private static TextField field(String id, String hint, double width) {
    var field = new TextField();
    field.setId(id);
    field.setPromptText(hint);
    field.setAccessibleText(hint);
    field.setPrefWidth(width);
    field.setMinWidth(70);
    return field;
  }

  private Node run() {
    var export = Card.button("export-run", "Export", "fth-upload", "Writes the version: every file is read again and searched before it gets its place", model::export);
    export.disableProperty().bind(model.obstacle().isNotEmpty());
    var obstacle = Card.said(model.obstacle(), "muted");
    obstacle.setId("export-obstacle");
    obstacle.visibleProperty().unbind();
    obstacle.visibleProperty().bind(model.obstacle().isNotEmpty().and(model.progress().running().not()));
    var verify = Card.button("export-verify", "Verify a folder…", "fth-check-circle", "Checks an export from outside, and that no original identifier is left in it", this::verifyChosen);
    verify.disableProperty().bind(model.progress().running());
    return Card.row(export, Card.progress(model.progress(), "export-cancel"), obstacle, Card.gap(), verify);
  }

  private void verifyChosen() {
    choosers.folder("The export to verify").ifPresent(model::verify);
  }

  private Node outcome() {
    var said = new Label();
    said.setId("export-outcome");
    said.setWrapText(true);
    said.textProperty().bind(model.outcome());
    var verify = Card.button("export-verify-this", "Verify", "fth-check-circle", "Checks what was written", () -> model.written().get().ifPresent(model::verify));
    var page = Card.button("export-method", "method.html", "fth-external-link", "How this version was made, for people", () -> open("method.html"));
    var folder = Card.button("export-open", "Open the folder", "fth-folder", "In the file browser of this computer", () -> open(""));
    for (var button : List.of(verify, page, folder)) {
      button.visibleProperty().bind(model.written().map(Optional::isPresent).orElse(false));
      button.managedProperty().bind(button.visibleProperty());
    }
    var row = Card.row(said, Card.gap(), verify, page, folder);
    row.getStyleClass().add("outcome");
    row.visibleProperty().bind(model.outcome().isNotEmpty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private void open(String name) {
    model.written().get().map(p -> name.isEmpty() ? p : p.resolve(name)).ifPresent(file -> {
      if (!choosers.open(file)) model.say(file + " (this computer has no program for it)");
    });
  }

  private Node versionsTab() {
    var verify = Card.button("version-verify", "Verify", "fth-check-circle", "Checks the folder of the chosen version", () -> folder().ifPresent(model::verify));
    var open = Card.button("version-method", "method.html", "fth-external-link", "How the chosen version was made", () -> folder().ifPresent(f -> {
      if (!choosers.open(f.resolve("method.html"))) model.say(f.resolve("method.html") + " (this computer has no program for it)");
    }));
    versions.getSelectionModel().selectedItemProperty().subscribe(row -> {
      verify.setDisable(row == null || row.target().isEmpty());
      open.setDisable(row == null || row.target().isEmpty() || !row.state().equals("finished"));
    });
    var pane = new BorderPane(versions);
    var bar = Card.row(verify, open);
    bar.getStyleClass().add("page-bar");
    pane.setBottom(bar);
    return pane;
  }

  private Optional<Path> folder() {
    return Optional.ofNullable(versions.getSelectionModel().getSelectedItem()).map(VersionLine::target).filter(t -> !t.isEmpty()).map(Path::of);
  }

  private Node withheld() {
    var table = Columns.dress(new TableView<>(model.withheld()), "withheld", "Instances that stay here, with the reason", "Nothing was withheld by the last export of this session");
    table.getColumns().setAll(List.of(Columns.text("Reason", 420, Map.Entry::getValue), Columns.text("Source", 420, Map.Entry::getKey)));
    return table;
  }

  private Node problems() {
    var table = Columns.dress(new TableView<>(model.problems()), "problems", "Problems the check found", "No check of this session found a problem");
    table.getColumns().setAll(List.of(Columns.text("Problem", 420, Problem::problem), Columns.text("File", 420, Problem::path)));
    return table;
  }
}
