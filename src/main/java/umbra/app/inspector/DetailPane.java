package umbra.app.inspector;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import umbra.deid.vendor.VendorText;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.io.LostSourceException;
import umbra.words.Counts;
import umbra.workspace.header.BrokenFile;
import umbra.workspace.header.Guess;
import umbra.workspace.header.HeaderLine;
import umbra.workspace.header.HeaderNode.Element;
import umbra.workspace.header.HexPage;
import umbra.workspace.header.RowCopy;

/// The selected element in full: as text, as a hex dump by pages, and as what its bytes may be.
final class DetailPane extends BorderPane {
  private enum Mode { VALUE, HEX, GUESS }

  private static final int LONGEST_SHOWN = 100_000;

  private final TextArea text = new TextArea();
  private final ToggleGroup modes = new ToggleGroup();
  private final Label page = new Label();
  private final Button before = new Button("‹");
  private final Button after = new Button("›");
  private final HBox pages = new HBox(4, before, page, after);
  private java.util.Optional<Element> shown = java.util.Optional.empty();
  private long at;

  DetailPane() {
    getStyleClass().add("detail-pane");
    text.setEditable(false);
    text.getStyleClass().add("mono");
    text.setAccessibleText("Selected value in full");
    var bar = new HBox(6);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(4, 6, 4, 6));
    for (var mode : Mode.values()) {
      var button = new ToggleButton(switch (mode) {
        case VALUE -> "Value";
        case HEX -> "Hex";
        case GUESS -> "Best guess";
      });
      button.setUserData(mode);
      button.setToggleGroup(modes);
      bar.getChildren().add(button);
    }
    modes.selectToggle(modes.getToggles().getFirst());
    modes.selectedToggleProperty().subscribe((was, now) -> {
      if (now == null) modes.selectToggle(was);
      else refresh();
    });
    before.setAccessibleText("Page before");
    after.setAccessibleText("Next page");
    before.setOnAction(_ -> turn(-1));
    after.setOnAction(_ -> turn(1));
    pages.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren().add(pages);
    setTop(bar);
    setCenter(text);
    refresh();
  }

  void show(java.util.Optional<HeaderLine> line) {
    shown = line.flatMap(l -> l.node() instanceof Element e ? java.util.Optional.of(e) : java.util.Optional.empty());
    at = 0;
    refresh();
  }

  /// Why a file could not be read, and the bytes around that place.
  void show(BrokenFile broken) {
    shown = java.util.Optional.empty();
    pages.setVisible(false);
    text.setText(broken.reason() + (broken.offset() < 0 ? "" : "\nat offset " + broken.offset() + String.format(" (%Xh)", broken.offset()))
        + broken.path().map(p -> "\nin " + p).orElse("") + "\n" + broken.name() + "\n\n" + rows(broken.bytes()));
  }

  private void turn(int by) {
    at += by;
    refresh();
  }

  private void refresh() {
    pages.setVisible(false);
    try {
      text.setText(shown.map(this::content).orElse(""));
    } catch (LostSourceException | IllegalStateException _) {
      text.setText("The file cannot be read any more");
    }
  }

  private String content(Element e) {
    var bytes = switch (e.element().value()) {
      case Value.Bytes(var raw, _) -> raw;
      case Value.Fragments(var table, var rest) -> rest.isEmpty() ? table : rest.getFirst();
      case Value.Items _ -> ByteSlice.EMPTY;
    };
    return switch ((Mode) modes.getSelectedToggle().getUserData()) {
      case VALUE -> limited(value(e));
      case HEX -> hex(bytes);
      case GUESS -> e.element().value() instanceof Value.Bytes(var raw, var order)
          ? Guess.of(raw, order).stream().map(g -> g.what() + "\n    " + g.reading().replace("\n", "\n    ")).collect(Collectors.joining("\n\n"))
          : "";
    };
  }

  /// Where the block of a maker holds texts these, by name; they are what a person wants to read.
  private static String value(Element e) {
    var inside = VendorText.of(e.element()).stream().filter(i -> !i.isLeftover()).toList();
    if (!inside.isEmpty()) return inside.stream().map(i -> i.name() + ": " + i.text()).collect(Collectors.joining("\n"));
    return e.element().items().isEmpty() ? RowCopy.values(List.of(e)) : RowCopy.json(List.of(e));
  }

  private static String limited(String value) {
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "\n… (" + Counts.of(value.length(), "character") + ")";
  }

  private String hex(ByteSlice bytes) {
    long all = HexPage.pages(bytes);
    at = Math.clamp(at, 0, all - 1);
    pages.setVisible(all > 1);
    page.setText(String.format("page %,d of %,d", at + 1, all));
    before.setDisable(at == 0);
    after.setDisable(at == all - 1);
    return rows(HexPage.page(bytes, at));
  }

  private static String rows(List<HexPage.Row> rows) {
    return rows.stream().map(HexPage.Row::toString).collect(Collectors.joining("\n"));
  }
}
