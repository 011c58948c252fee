package umbra.app.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import umbra.app.fx.Look;
import umbra.io.LostSourceException;
import umbra.workspace.header.ElementText;
import umbra.workspace.header.Gloss;
import umbra.workspace.header.HeaderLine;
import umbra.workspace.header.HeaderNode;
import umbra.workspace.header.HeaderNode.Element;
import umbra.workspace.header.HeaderNode.Item;
import umbra.workspace.header.HeaderNode.Section;

/// The cells of a header's lines.
final class ElementCells {
  private static final double INDENT = 14;

  private ElementCells() {}

  /// A text of an element that is read when its row comes into sight.
  interface Part {
    String of(Element element);
  }

  /// The text, also where the file has gone or was closed in the meantime.
  static String text(HeaderNode node, Part part) {
    try {
      return node instanceof Element e ? part.of(e) : "";
    } catch (LostSourceException | IllegalStateException _) {
      return "(cannot be read any more)";
    }
  }

  static String name(HeaderNode node) {
    return switch (node) {
      case Element e -> text(e, x -> ElementText.name(x.home(), x.element().tag()));
      case Item i -> Gloss.item(i.dataSet()).orElse("");
      case Section s -> s.title();
    };
  }

  /// The value and, after a blank of some width, what it means.
  static String value(HeaderNode node) {
    return text(node, e -> {
      var sets = e.home().characterSets();
      var value = ElementText.value(e.element(), sets);
      var gloss = Gloss.of(e.element(), sets).orElse("");
      var damage = Gloss.hasUndecodable(e.element(), sets) ? "⚠ bytes that are no characters" : "";
      return String.join("  ·  ", java.util.stream.Stream.of(value, gloss, damage).filter(t -> !t.isEmpty()).toList());
    });
  }

  static String title(HeaderNode node) {
    return switch (node) {
      case Element e -> e.element().tag().toString();
      case Item i -> "Item " + (i.key().item() + 1);
      case Section _ -> "Group 0002";
    };
  }

  /// Tag or Item number behind its indent and the mark that opens it.
  static final class TagCell extends TableCell<HeaderLine, HeaderLine> {
    private final InspectorViewModel model;
    private final Label mark = new Label();
    private final Label tag = new Label();
    private final HBox box = new HBox(2, mark, tag);

    TagCell(InspectorViewModel model) {
      this.model = model;
      box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      mark.setMinWidth(INDENT + 2);
      mark.setOnMouseClicked(_ -> model.toggle(getItem()));
      tag.getStyleClass().add("mono");
    }

    @Override
    protected void updateItem(HeaderLine line, boolean empty) {
      super.updateItem(line, empty);
      setGraphic(empty ? null : box);
      if (empty) return;
      box.setTranslateX(line.depth() * INDENT);
      mark.setGraphic(line.node().hasChildren() ? Look.icon(line.open() ? "fth-chevron-down" : "fth-chevron-right") : null);
      tag.setText(title(line.node()));
      boolean isPrivate = line.node() instanceof Element e && e.element().tag().isPrivate();
      tag.getStyleClass().removeAll("private-tag");
      if (isPrivate) tag.getStyleClass().add("private-tag");
      setAccessibleText(title(line.node()) + ", level " + (line.depth() + 1) + (line.node().hasChildren() ? line.open() ? ", open" : ", closed" : ""));
    }
  }

  /// What the supplied column says of a place.
  static final class ChipCell extends TableCell<HeaderLine, HeaderLine> {
    private final InspectorViewModel model;
    private final Label chip = new Label();
    private final Tooltip tooltip = new Tooltip();

    ChipCell(InspectorViewModel model) {
      this.model = model;
    }

    @Override
    protected void updateItem(HeaderLine line, boolean empty) {
      super.updateItem(line, empty);
      var said = empty || line == null || !(line.node() instanceof Element e) ? java.util.Optional.<ChipColumn.Chip>empty()
          : model.column().get().flatMap(c -> c.chip().apply(e.key().path()));
      setGraphic(said.isPresent() ? chip : null);
      said.ifPresent(s -> {
        chip.setText(s.text());
        chip.getStyleClass().setAll("chip", s.tone().styleClass());
        tooltip.setText(s.tooltip());
        chip.setTooltip(tooltip);
      });
    }
  }
}
