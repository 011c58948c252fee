package umbra.app.collection;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import umbra.app.fx.Look;
import umbra.catalog.SeriesRow;
import umbra.catalog.StudyRow;
import umbra.catalog.SubjectRow;
import umbra.dicom.text.PersonName;
import umbra.words.Counts;
import umbra.words.Modalities;

/// How one line looks: an arrow if it opens, an icon or a small picture, a title, and badges with words.
final class LineCell extends ListCell<Line> {
  private static final double INDENT = 16;
  private static final double PICTURE = 40;

  private final CollectionViewModel model;
  private final SeriesPictures pictures;

  LineCell(CollectionViewModel model, SeriesPictures pictures) {
    this.model = model;
    this.pictures = pictures;
    getStyleClass().add("line-cell");
    setText(null);
    setAccessibleRole(AccessibleRole.TREE_ITEM);
    setPrefWidth(0); // never wider than the list
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      setTooltip(null);
      return;
    }
    switch (line) {
      case Line.Subject(var row, _) -> show(line, 0, Look.icon("fth-user"), title(row), List.of(), "Subject", "%,d".formatted(row.instances()), Counts.of(row.instances(), "instance"));
      case Line.Study(var row, _) -> show(line, 1, Look.icon("fth-calendar"), title(row), badges(row), "Study", brief(row.modalities()), String.join(", ", row.modalities()) + " · " + Counts.of(row.series(), "series", "series") + " · " + Counts.of(row.instances(), "instance"));
      case Line.Series(var row) -> series(line, row);
    }
  }

  private static String title(SubjectRow row) {
    var id = row.patientId().isEmpty() ? "(no Patient ID)" : row.patientId();
    var name = PersonName.of(row.patientName()).inWords();
    return name.isEmpty() ? id : id + " · " + name;
  }

  private static String title(StudyRow row) {
    var description = row.description().isEmpty() ? "(no description)" : row.description();
    var d = row.date();
    return d.matches("\\d{8}") ? description + "  " + d.substring(0, 4) + "-" + d.substring(4, 6) + "-" + d.substring(6) : description;
  }

  /// Few enough to leave room for the title: `CT MR +3`.
  private static String brief(List<String> modalities) {
    int shown = modalities.size() <= 3 ? modalities.size() : 2;
    return String.join(" ", modalities.subList(0, shown)) + (shown < modalities.size() ? " +" + (modalities.size() - shown) : "");
  }

  private void series(Line line, SeriesRow row) {
    var frame = new StackPane();
    frame.getStyleClass().add("thumbnail");
    frame.setMinSize(PICTURE, PICTURE);
    frame.setMaxSize(PICTURE, PICTURE);
    frame.getChildren().add(Look.icon("fth-layers"));
    pictures.ask(row.id(), png -> {
      if (png.isPresent() && getItem() != null && getItem().key().equals(line.key())) frame.getChildren().setAll(picture(png.get()));
    });
    var number = row.number().isPresent() ? row.number().getAsInt() + " · " : "";
    var title = number + (row.description().isEmpty() ? "(" + Modalities.word(row.modality()).orElse("no description") + ")" : row.description());
    var detail = Counts.of(row.instances(), "instance") + (row.frames() > row.instances() ? " · " + Counts.of(row.frames(), "frame") : "");
    show(line, 2, frame, title, badges(row), "Series", detail, detail);
  }

  private static ImageView picture(byte[] png) {
    var view = new ImageView(new Image(new ByteArrayInputStream(png)));
    view.setPreserveRatio(true);
    view.setFitWidth(PICTURE - 2);
    view.setFitHeight(PICTURE - 2);
    return view;
  }

  private static List<Label> badges(StudyRow row) {
    if (row.conflicts().isEmpty()) return List.of();
    return List.of(badge("conflict", "chip-warn", "Within this study these attributes have more than one value: " + String.join(", ", row.conflicts())));
  }

  private List<Label> badges(SeriesRow row) {
    var badges = new ArrayList<Label>();
    if (model.outOfReach().contains(row.id())) badges.add(lost(row));
    badges.add(badge(row.modality().isEmpty() ? "?" : row.modality(), "chip-note", "Modality"));
    if (model.redacted().get().contains(row.id())) badges.add(badge("redacted", "chip-bad", "Something in this series will be blackened: a box, or a finding decided so"));
    if (row.variants() > 0) badges.add(badge("%,d same UID".formatted(row.variants()), "chip-warn", "Instances whose SOP Instance UID another instance with different content has too"));
    if (row.noted() > 0) badges.add(badge("%,d noted".formatted(row.noted()), "chip-plain", "Instances in which the reader tolerated something; the inspector says what"));
    return badges;
  }

  private Label lost(SeriesRow row) {
    var badge = badge("out of reach", "chip-warn", "Its files cannot be read now: is their drive or share there? Click here to try again");
    badge.setId("out-of-reach");
    badge.setOnMousePressed(event -> {
      model.retry(row);
      event.consume();
    });
    return badge;
  }

  private static Label badge(String text, String style, String hint) {
    var badge = new Label(text);
    badge.getStyleClass().addAll("chip", style);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    badge.setTooltip(new Tooltip(hint));
    return badge;
  }

  private void show(Line line, int depth, Node picture, String title, List<Label> badges, String kind, String brief, String detail) {
    var arrow = new StackPane();
    arrow.setMinWidth(14);
    arrow.setPrefWidth(14);
    if (line.canOpen()) {
      arrow.getChildren().add(Look.icon(line.isOpen() ? "fth-chevron-down" : "fth-chevron-right"));
      arrow.setOnMousePressed(event -> {
        model.toggle(line);
        event.consume();
      });
    }
    var name = new Label(title);
    name.setMinWidth(0);
    var under = new Label(brief);
    under.getStyleClass().add("line-detail");
    under.setMinWidth(0);
    var row = new HBox(6, arrow, picture);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(new Insets(0, 0, 0, depth * INDENT));
    if (line instanceof Line.Series) {
      var second = new HBox(5);
      second.setAlignment(Pos.CENTER_LEFT);
      second.getChildren().addAll(badges);
      second.getChildren().add(under);
      row.getChildren().add(grow(new VBox(2, name, second)));
    } else {
      row.getChildren().add(grow(name));
      row.getChildren().addAll(badges);
      under.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(under);
    }
    setGraphic(row);
    setTooltip(new Tooltip(title + "\n" + detail));
    var words = String.join(", ", badges.stream().map(Label::getText).toList());
    setAccessibleText(kind + " " + title + ", " + detail + (words.isEmpty() ? "" : ", " + words) + (line.canOpen() ? line.isOpen() ? ", open" : ", closed" : ""));
  }

  private static <N extends Region> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    node.setMaxWidth(Double.MAX_VALUE);
    node.setMinWidth(0);
    return node;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    var line = Optional.ofNullable(getItem());
    return switch (attribute) {
      case EXPANDED -> line.map(Line::isOpen).orElse(false);
      case LEAF -> line.map(l -> !l.canOpen()).orElse(true);
      case DISCLOSURE_LEVEL -> line.map(l -> l.key().level().ordinal()).orElse(0);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
