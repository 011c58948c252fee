package umbra.app.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import umbra.app.action.Action;
import umbra.app.fx.Choosers;
import umbra.app.fx.Look;
import umbra.app.page.Page;
import umbra.app.table.Columns;
import umbra.catalog.audit.AuditRow;

/// Who did what when, and whether the record of it is whole.
public final class AuditPage implements Page {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final SimpleBooleanProperty ALWAYS = new SimpleBooleanProperty(true);

  private final AuditViewModel model;
  private final Choosers choosers;
  private final TextField search = new TextField();
  private final BorderPane root = new BorderPane();

  public AuditPage(AuditViewModel model, Choosers choosers) {
    this.model = model;
    this.choosers = choosers;
    root.getStyleClass().add("pane");
    root.setTop(bar());
    root.setCenter(table());
    var foot = new Label();
    foot.setId("audit-said");
    foot.getStyleClass().add("pane-foot");
    foot.textProperty().bind(model.said().map(s -> s.isEmpty() ? "Rows are only ever added; each carries the hash of the row before it" : s));
    root.setBottom(foot);
  }

  private HBox bar() {
    search.setPromptText("Filter: words of any column");
    search.setAccessibleText("Filter the audit trail");
    search.setPrefWidth(320);
    search.textProperty().bindBidirectional(model.query());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(12, search, gap, button("Verify", "fth-check-circle", model::verify), button("Export for others…", "fth-share", this::export));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("page-bar");
    return bar;
  }

  private static Button button(String text, String icon, Runnable run) {
    var button = new Button(text, Look.icon(icon));
    button.setOnAction(_ -> run.run());
    return button;
  }

  private TableView<AuditRow> table() {
    var table = Columns.dress(new TableView<>(model.shown()), "audit", "Audit trail, newest first", "");
    var empty = new Label();
    empty.getStyleClass().add("muted");
    empty.textProperty().bind(model.query().map(q -> q.isBlank() ? "Nothing is on record yet. Imports, scans, decisions and exports come here by themselves." : "No row passes this filter."));
    table.setPlaceholder(empty);
    table.getColumns().setAll(List.of(Columns.text("#", 60, r -> Long.toString(r.sequence())), Columns.text("When", 150, r -> WHEN.format(r.at())), Columns.text("Who", 130, AuditRow::who),
        Columns.text("What", 130, AuditViewModel::action), Columns.text("Object", 300, r -> r.event().object()), Columns.text("Why", 420, r -> r.event().why())));
    Columns.keepOrder(table);
    return table;
  }

  private void export() {
    choosers.folder("Where the audit trail for others goes").ifPresent(model::exportForOthers);
  }

  @Override
  public String id() {
    return "audit";
  }

  @Override
  public String title() {
    return "Audit";
  }

  @Override
  public String icon() {
    return "fth-book";
  }

  @Override
  public String hint() {
    return "Everything that was decided or left the building, with who, when and why";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public List<Action> actions() {
    return List.of(action("verify", "Verify the audit trail", "Follows the chain of hashes from its start", "Shortcut+Shift+V", "fth-check-circle", model::verify),
        action("export", "Export the trail for others…", "As CSV, without reasons, which may quote patients", "Shortcut+E", "fth-share", this::export),
        action("find", "Filter the trail", "Words of any column", "Shortcut+F", "", search::requestFocus));
  }

  private static Action action(String id, String text, String hint, String keys, String icon, Runnable run) {
    return new Action("audit." + id, "Audit", text, hint, List.of(keys), Optional.of(icon).filter(i -> !i.isEmpty()), ALWAYS, run);
  }

  @Override
  public void shown() {
    model.reload();
  }
}
