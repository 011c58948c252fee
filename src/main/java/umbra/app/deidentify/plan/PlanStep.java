package umbra.app.deidentify.plan;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import umbra.app.deidentify.work.Card;
import umbra.app.table.Columns;
import umbra.words.Counts;
import umbra.workspace.tally.Example;

/// What an export would do, by place, with examples and shares.
public final class PlanStep {
  private final PlanViewModel model;
  private final LongConsumer open;
  private final TextField search = new TextField();
  private final TableView<PlanRow> lines;
  private final BorderPane root = new BorderPane();

  /// @param open shows an instance, by its row
  public PlanStep(PlanViewModel model, LongConsumer open) {
    this.model = model;
    this.open = open;
    lines = Columns.dress(new TableView<>(), "plan", "Lines of the plan", "No plan yet. “Plan” reads every header and says what would happen; nothing is written.");
    var sorted = new javafx.collections.transformation.SortedList<>(model.shown());
    sorted.comparatorProperty().bind(lines.comparatorProperty());
    lines.setItems(sorted);
    lines.getColumns().setAll(List.of(Columns.text("Element", 230, r -> r.line().name()), Columns.text("Place", 130, r -> r.line().tagPath()),
        Columns.chip("Action", 104, r -> r.line().action(), Columns::toneOfAction), Columns.count("Count", r -> r.line().count()), Columns.text("Held", 60, r -> r.held() == 0 ? "" : "%,d".formatted(r.held())),
        Columns.text("Rule", 230, r -> r.line().rule())));
    var tabs = new TabPane(new Tab("What happens where", split()), new Tab("Share retained", shares()));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("plan-tabs");
    root.setTop(new Card("Plan", "Reads every header once, and says what would happen and what is open. Nothing is written.", bar(), figures()));
    root.setCenter(tabs);
    BorderPane.setMargin(tabs, new javafx.geometry.Insets(10, 0, 0, 0));
  }

  public Node node() {
    return root;
  }

  public void find() {
    search.requestFocus();
    search.selectAll();
  }

  private Node bar() {
    var make = Card.button("plan-make", "Plan", "fth-play", "Reads every header (F5)", model::make);
    make.setDefaultButton(false);
    make.disableProperty().bind(model.progress().running());
    make.textProperty().bind(model.plan().map(p -> p.isPresent() ? "Plan again" : "Plan").orElse("Plan"));
    search.setId("plan-search");
    search.setPromptText("Filter: element, tag or rule");
    search.setAccessibleText("Filter the plan");
    search.setPrefWidth(240);
    search.textProperty().bindBidirectional(model.query());
    var action = new ComboBox<String>();
    action.setId("plan-action");
    action.setAccessibleText("Action");
    action.getItems().setAll(PlanViewModel.ALL, "remove", "empty", "replace", "clean", "keep", "look inside", "add", "held");
    action.valueProperty().bindBidirectional(model.action());
    return Card.row(make, Card.progress(model.progress(), "plan-cancel"), Card.gap(), action, search);
  }

  /// The whole collection in one bar.
  private Node figures() {
    var bar = new ShareBar();
    bar.setPrefHeight(10);
    var text = new Label();
    text.setId("plan-figures");
    Runnable tell = () -> {
      var all = model.shares().isEmpty() ? umbra.deid.Retention.NONE : model.shares().getFirst().retention();
      bar.show(all);
      long held = model.plan().get().map(p -> p.prepared().tally().held().values().stream().mapToLong(n -> n).sum()).orElse(0L);
      text.setText(all.in() == 0 ? "" : "%s: %,d kept, %,d cleaned, %,d replaced, %,d removed · %,d of them held, as nobody decided their text".formatted(Counts.of(all.in(), "element"), all.kept(), all.cleaned(),
          all.replaced(), all.removed(), held));
    };
    model.plan().subscribe(_ -> tell.run());
    var box = new javafx.scene.layout.VBox(4, bar, text);
    box.visibleProperty().bind(Bindings.isNotEmpty(model.shares()));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Node split() {
    var examples = Columns.dress(new TableView<Example>(), "plan-examples", "Examples before and after", "Choose a line to see values that are really there, before and after");
    examples.getColumns().setAll(List.of(Columns.text("Before", 220, Example::before), Columns.text("After", 220, e -> e.after().isEmpty() ? "(nothing)" : e.after())));
    lines.getSelectionModel().selectedItemProperty().subscribe(row -> examples.getItems().setAll(row == null ? List.of() : row.examples()));
    var show = Card.button("plan-show", "Show the instance", "fth-external-link", "Opens the instance the example was seen in", () -> {
      var chosen = examples.getSelectionModel().getSelectedItem();
      if (chosen != null) open.accept(chosen.instance());
    });
    show.disableProperty().bind(examples.getSelectionModel().selectedItemProperty().isNull());
    var side = new Card("Before and after", "", examples, Card.row(show)).growing(examples);
    var split = new SplitPane(lines, side);
    split.setDividerPositions(0.62);
    return split;
  }

  private Node shares() {
    var table = Columns.dress(new TableView<>(model.shares()), "plan-shares", "Share of elements retained", "No plan yet");
    var bar = new javafx.scene.control.TableColumn<ShareRow, ShareRow>("Kept · cleaned · replaced · removed");
    bar.setPrefWidth(230);
    bar.setCellValueFactory(c -> new javafx.beans.property.ReadOnlyObjectWrapper<>(c.getValue()));
    bar.setCellFactory(_ -> new ShareBar.Cell());
    table.getColumns().setAll(List.of(Columns.chip("Of", 90, ShareRow::level, l -> l.equals("Collection") ? "chip-note" : l.equals("Module") ? "chip-plain" : "chip-other"), Columns.text("Name", 300, ShareRow::name),
        Columns.count("Elements", r -> (long) r.retention().in()), Columns.text("Stays", 70, r -> "%.1f %%".formatted(100 * r.stays()))));
    table.getColumns().add(3, bar);
    return table;
  }
}
