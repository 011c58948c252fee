package umbra.app.review.preview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import umbra.app.fx.Look;
import umbra.app.review.box.Hatching;
import umbra.app.review.finding.FindingCrops;
import umbra.workspace.review.Losses;

/// Lies over the image while wide boxes are looked at: projections, a strip of frames, and the choice. Enter draws, Esc does not.
public final class LossesSheet {
  private final LossesViewModel model;
  private final Label title = new Label();
  private final FlowPane frames = new FlowPane(8, 8);
  private final Button grant = new Button("Draw the boxes (Enter)", Look.icon("fth-check"));
  private final Button refuse = new Button("Leave it at this instance (Esc)", Look.icon("fth-x"));
  private final VBox sheet;
  private final StackPane node;

  public LossesSheet(LossesViewModel model) {
    this.model = model;
    title.getStyleClass().add("sub-heading");
    title.setWrapText(true);
    var state = new Label();
    state.textProperty().bind(model.state());
    state.getStyleClass().add("muted");
    state.setWrapText(true);
    grant.setId("losses-grant");
    grant.setDefaultButton(false);
    grant.getStyleClass().add("accent");
    grant.setOnAction(_ -> model.grant());
    refuse.setId("losses-refuse");
    refuse.setOnAction(_ -> model.refuse());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var buttons = new HBox(8, gap, refuse, grant);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    var scroll = new ScrollPane(frames);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    sheet = new VBox(8, title, state, scroll, buttons);
    sheet.getStyleClass().add("sheet");
    sheet.setFocusTraversable(true);
    sheet.setMaxSize(1000, 620);
    sheet.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    node = new StackPane(sheet);
    node.getStyleClass().add("losses-layer");
    node.setVisible(false);
    node.managedProperty().bind(node.visibleProperty());
    model.wish().addListener((_, _, now) -> {
      node.setVisible(now.isPresent());
      frames.getChildren().clear();
      grant.setDisable(true);
      now.ifPresent(w -> title.setText("What would go on " + w.words()));
      if (now.isPresent()) sheet.requestFocus();
    });
    model.losses().addListener((_, _, now) -> now.ifPresent(this::show));
  }

  public Node node() {
    return node;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) model.grant();
    else if (event.getCode() == KeyCode.ESCAPE) model.refuse();
    else if (event.getCode() == KeyCode.TAB || event.getCode() == KeyCode.SPACE || event.getCode().isArrowKey()) return;
    event.consume(); // nothing is decided behind the sheet
  }

  private void show(Losses losses) {
    grant.setDisable(false);
    frames.getChildren().clear();
    if (losses.shown().size() > 1) { // those of one frame are the frame
      losses.brightest().ifPresent(l -> frames.getChildren().add(cell(l, true)));
      losses.darkest().ifPresent(l -> frames.getChildren().add(cell(l, true)));
    }
    for (var loss : losses.shown()) frames.getChildren().add(cell(loss, false));
    if (frames.getChildren().isEmpty()) frames.getChildren().setAll(List.of(new Label("No frame can be shown.")));
  }

  private static Node cell(Losses.Loss loss, boolean isProjection) {
    var canvas = new Canvas(Losses.WIDTH, Losses.HEIGHT);
    var c = canvas.getGraphicsContext2D();
    c.drawImage(FindingCrops.image(loss.picture()), 0, 0);
    for (var box : loss.blackened()) {
      var a = loss.view().toView(box.x(), box.y());
      var b = loss.view().toView(box.right(), box.bottom());
      Hatching.draw(c, Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(b.x() - a.x()), Math.abs(b.y() - a.y()));
    }
    var label = new Label(loss.label());
    label.getStyleClass().add(isProjection ? "section" : "line-detail");
    var cell = new VBox(2, canvas, label);
    cell.getStyleClass().add("loss");
    cell.setAccessibleText(loss.label() + ", " + loss.blackened().size() + " areas go");
    return cell;
  }
}
