package umbra.app.deidentify;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import umbra.app.inspector.ChipColumn;
import umbra.app.inspector.InspectorPane;
import umbra.app.table.Columns;
import umbra.dicom.TagPath;

/// The tab “Before | after” of the inspector, and the chips it puts beside the header's lines.
public final class PreviewPane {
  private final PreviewViewModel model;
  private final BorderPane root = new BorderPane();
  private java.util.function.Consumer<String> ask = _ -> {};

  private PreviewPane(PreviewViewModel model) {
    this.model = model;
    var profile = new ComboBox<>(model.names());
    profile.setId("preview-profile");
    profile.setPromptText("Profile");
    profile.setAccessibleText("Profile");
    profile.setMaxWidth(Double.MAX_VALUE);
    profile.setOnShowing(_ -> model.reload());
    profile.valueProperty().subscribe(name -> {
      if (name != null) model.choose(name);
    });
    var said = new Label();
    said.getStyleClass().add("muted");
    said.textProperty().bind(model.said());
    var top = new VBox(4, profile, said);
    top.setPadding(new Insets(6));
    root.setTop(top);
    var table = table();
    root.setCenter(table);
    root.setBottom(why(table));
  }

  /// Adds the tab, and a column of chips to the header.
  public static PreviewPane addTo(InspectorPane inspector, PreviewViewModel model) {
    var pane = new PreviewPane(model);
    inspector.addTab("Before | after", pane.node());
    inspector.addFollower(model::follow);
    model.byPlace().subscribe(places -> inspector.header().column().set(places.isEmpty() ? Optional.empty()
        : Optional.of(new ChipColumn("Action", (TagPath place) -> Optional.ofNullable(places.get(place)).map(r -> new ChipColumn.Chip(r.action(), tone(r.action()), r.rule()))))));
    return pane;
  }

  private static ChipColumn.Tone tone(String action) {
    return switch (action) {
      case "remove" -> ChipColumn.Tone.BAD;
      case "empty", "replace" -> ChipColumn.Tone.WARN;
      case "clean" -> ChipColumn.Tone.NOTE;
      default -> ChipColumn.Tone.OTHER;
    };
  }

  /// @param asker shows the rule of an element on the page of profiles
  public void whenAsked(java.util.function.Consumer<String> asker) {
    ask = asker;
  }

  /// Why the chosen element is treated so.
  private Node why(TableView<PreviewViewModel.Row> table) {
    var text = new Label();
    text.setId("preview-why");
    text.setWrapText(true);
    text.textProperty().bind(table.getSelectionModel().selectedItemProperty().map(PreviewViewModel.Row::why).orElse("Choose a row: the rule that holds, and where it comes from"));
    var rule = new javafx.scene.control.Button("Rule in the profile", umbra.app.fx.Look.icon("fth-shield"));
    rule.setId("preview-rule");
    rule.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    rule.setOnAction(_ -> Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(r -> ask.accept(umbra.dicom.dict.TagPaths.print(r.where()))));
    var box = new VBox(6, text, rule);
    box.setPadding(new Insets(6));
    return box;
  }

  private Node node() {
    return root;
  }

  private TableView<PreviewViewModel.Row> table() {
    var table = Columns.dress(new TableView<>(model.rows()), "preview", "Elements that change", "Nothing changes, or no profile is chosen");
    table.getStyleClass().add("header-table");
    table.getColumns().setAll(List.of(Columns.text("Element", 130, PreviewViewModel.Row::name), Columns.text("Before", 100, PreviewViewModel.Row::before),
        Columns.text("After", 100, PreviewViewModel.Row::after), Columns.chip("Action", 78, PreviewViewModel.Row::action, Columns::toneOfAction), Columns.text("Rule", 90, PreviewViewModel.Row::rule)));
    Columns.keepOrder(table);
    return table;
  }
}
