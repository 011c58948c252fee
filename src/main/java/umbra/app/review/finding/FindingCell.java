package umbra.app.review.finding;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Severity;

/// A head of a series, or a text with its picture, class, reason and verdict.
final class FindingCell extends ListCell<FindingLine> {
  private final FindingCrops crops;

  FindingCell(FindingCrops crops) {
    this.crops = crops;
    getStyleClass().add("finding-cell");
    setText(null);
    setPrefWidth(0); // never wider than the list
  }

  @Override
  protected void updateItem(FindingLine line, boolean empty) {
    super.updateItem(line, empty);
    setTooltip(null);
    setAccessibleText(null);
    getStyleClass().remove("finding-head");
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    switch (line) {
      case FindingLine.Head head -> head(head);
      case FindingLine.Text text -> text(text);
    }
  }

  private void head(FindingLine.Head head) {
    getStyleClass().add("finding-head");
    var word = word(head.severity());
    var title = new Label(word.toUpperCase(java.util.Locale.ROOT) + " · " + (head.patientId().isEmpty() ? "(no Patient ID)" : head.patientId()));
    title.getStyleClass().add("section");
    title.setMinWidth(0);
    var uid = head.seriesInstanceUid();
    var series = new Label("series …" + uid.substring(Math.max(0, uid.length() - 8)));
    series.getStyleClass().add("line-detail");
    var counts = new Label("%,d of %,d open".formatted(head.open(), head.all()));
    counts.getStyleClass().add("line-detail");
    counts.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var row = new HBox(8, title, series, gap, counts);
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
    setTooltip(new Tooltip("Series " + uid));
    setAccessibleText(word + ", patient " + head.patientId() + ", " + counts.getText());
  }

  static String word(Severity severity) {
    return switch (severity) {
      case SUSPECT -> "suspect";
      case UNCLEAR -> "unclear";
      case HARMLESS -> "looks harmless";
    };
  }

  private void text(FindingLine.Text line) {
    var row = line.first();
    var f = row.finding();
    var picture = new StackPane();
    picture.getStyleClass().add("thumbnail");
    picture.setMinSize(FindingCrops.WIDTH + 2, FindingCrops.HEIGHT + 2);
    picture.setMaxSize(FindingCrops.WIDTH + 2, FindingCrops.HEIGHT + 2);
    crops.ask(row, image -> {
      if (getItem() instanceof FindingLine.Text now && now.first().id() == row.id()) picture.getChildren().setAll(new ImageView(image));
    });
    var kind = FindingClass.of(f);
    var words = new Label(f.text().isBlank() ? "(" + kind.title() + ")" : f.text().replaceAll("\\s+", " "));
    words.getStyleClass().add("finding-text");
    words.setMinWidth(0);
    var chip = chip(kind.letter() + " " + kind.title(), tone(f.severity()));
    var second = new HBox(5, chip);
    if (line.rows().size() > 1) second.getChildren().add(chip("× " + line.rows().size(), "chip-plain"));
    second.getChildren().add(chip(verdict(line), tone(line.state())));
    second.setAlignment(Pos.CENTER_LEFT);
    var right = new VBox(3, words, second);
    right.setMinWidth(0);
    right.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(right, Priority.ALWAYS);
    var graphic = new HBox(8, picture, right);
    graphic.setAlignment(Pos.CENTER_LEFT);
    setGraphic(graphic);
    setTooltip(new Tooltip(words.getText() + "\n" + FindingsViewModel.words(row)));
    setAccessibleText(words.getText() + ", " + FindingsViewModel.words(row) + ", " + line.rows().size() + " times, " + verdict(line));
  }

  private static Label chip(String text, String tone) {
    var chip = new Label(text);
    chip.getStyleClass().addAll("chip", tone);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  private static String verdict(FindingLine.Text line) {
    if (line.state() == FindingState.OPEN && line.open() < line.rows().size()) return line.open() == 0 ? "mixed" : "%,d open".formatted(line.open());
    if (line.rows().stream().allMatch(FindingRow::isBoxed)) return "✕ in a box";
    return word(line.state());
  }

  static String word(FindingState state) {
    return switch (state) {
      case OPEN -> "open";
      case REDACT -> "✕ redact";
      case HARMLESS -> "✓ harmless";
      case UNSURE -> "? unsure";
    };
  }

  static String tone(Severity severity) {
    return switch (severity) {
      case SUSPECT -> "chip-bad";
      case UNCLEAR -> "chip-warn";
      case HARMLESS -> "chip-plain";
    };
  }

  static String tone(FindingState state) {
    return switch (state) {
      case OPEN -> "chip-plain";
      case REDACT -> "chip-bad";
      case HARMLESS -> "chip-note";
      case UNSURE -> "chip-other";
    };
  }
}
