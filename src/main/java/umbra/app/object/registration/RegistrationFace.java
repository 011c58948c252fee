package umbra.app.object.registration;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.object.Face;
import umbra.app.object.ObjectView;
import umbra.app.object.ObjectViewModel;
import umbra.app.object.References;
import umbra.app.object.TextTable;
import umbra.catalog.InstanceRow;
import umbra.dicom.DicomFile;
import umbra.job.JobRunner;
import umbra.object.TextWalk;
import umbra.object.spatial.Registration;
import umbra.workspace.related.RelatedObjects;
import umbra.workspace.related.RelatedObjects.Resident;
import umbra.workspace.source.SourceFiles;

/// A card for each registration: the matrix, and on both sides the Frame of Reference with the series in it, as links.
public final class RegistrationFace implements Face<RegisteredSpaces> {
  private static final List<String> SOP_CLASSES = List.of("1.2.840.10008.5.1.4.1.1.66.1", "1.2.840.10008.5.1.4.1.1.66.3");
  private static final int SIZE = 4;

  private final References references;
  private final VBox cards = new VBox(16);
  private final Label problem = new Label();
  private final TabPane tabs = new TabPane();
  private String shown = "";

  private RegistrationFace(References references) {
    this.references = references;
    cards.setId("registrations");
    cards.getStyleClass().add("registrations");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    problem.getStyleClass().add("object-message");
    problem.setWrapText(true);
  }

  public static ObjectView<RegisteredSpaces> view(SourceFiles files, JobRunner jobs, RelatedObjects related, References references) {
    return new ObjectView<>(new ObjectViewModel<>(files, jobs, (file, row) -> read(file, row, related)), new RegistrationFace(references));
  }

  private static RegisteredSpaces read(DicomFile file, InstanceRow row, RelatedObjects related) {
    var pairs = Registration.of(file.dataSet()).stream().map(r -> new RegisteredSpaces.Pair(r, related.residents(row, r.from()), related.residents(row, r.to()))).toList();
    return new RegisteredSpaces(row.sopInstanceUid(), pairs, TextWalk.of(file.dataSet(), List.of(), TextWalk::isOfTheObject));
  }

  @Override
  public boolean shows(InstanceRow first) {
    return SOP_CLASSES.contains(first.sopClassUid());
  }

  @Override
  public Node node() {
    return tabs;
  }

  @Override
  public void show(RegisteredSpaces content) {
    shown = content.sopInstanceUid();
    problem.setText("");
    cards.getChildren().setAll(content.pairs().stream().map(this::card).toList());
    if (content.pairs().isEmpty()) cards.getChildren().add(new Label("This object registers nothing."));
    cards.getChildren().add(problem);
    var scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    var texts = TextTable.ofItems("The object holds no text of its own.");
    texts.getItems().setAll(content.texts());
    tabs.getTabs().setAll(new Tab("Registrations (" + content.pairs().size() + ")", scroll), new Tab("Text (" + content.texts().size() + ")", texts));
  }

  private Node card(RegisteredSpaces.Pair pair) {
    var r = pair.registration();
    boolean isSame = r.matrix().equals(Registration.IDENTITY);
    var heading = new Label((r.type().isEmpty() ? "Registration" : r.type()) + (isSame ? ": leaves every point where it is" : ": turns by %.2f° and moves the origin by %.2f mm".formatted(r.turnDegrees(), r.shiftMm())));
    heading.getStyleClass().add("sub-heading");
    heading.setWrapText(true);
    var grid = new GridPane(24, 8);
    var side = new ColumnConstraints();
    side.setHgrow(Priority.ALWAYS);
    side.setPercentWidth(30);
    grid.getColumnConstraints().setAll(side, new ColumnConstraints(), side);
    grid.add(space("From", r.from(), pair.from()), 0, 0);
    grid.add(matrix(r.matrix()), 1, 0);
    grid.add(space("Into", r.to(), pair.to()), 2, 0);
    var card = new VBox(8, heading, grid);
    for (var words : List.of(r.grid(), r.comment())) {
      if (words.isEmpty()) continue;
      var label = new Label(words);
      label.setWrapText(true);
      card.getChildren().add(label);
    }
    card.getStyleClass().add("registration");
    return card;
  }

  private Node space(String title, String frameOfReference, List<Resident> residents) {
    var heading = new Label(title);
    heading.getStyleClass().add("muted");
    var uid = new Label(frameOfReference.isEmpty() ? "no Frame of Reference is stated" : frameOfReference);
    uid.getStyleClass().add("mono");
    uid.setWrapText(true);
    var box = new VBox(2, heading, uid);
    for (var resident : residents) {
      var link = new Hyperlink((resident.series().modality() + " " + resident.series().description()).strip() + " (" + resident.series().instances() + ")");
      link.setWrapText(true);
      link.setOnAction(_ -> references.open(new References.Goal(resident.sopInstanceUid(), 1, shown), problem::setText));
      box.getChildren().add(link);
    }
    if (residents.isEmpty()) {
      var none = new Label("No series of this subject lies there.");
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      box.getChildren().add(none);
    }
    return box;
  }

  private static Node matrix(List<Double> values) {
    var grid = new GridPane(12, 2);
    grid.getStyleClass().add("registration-matrix");
    for (int i = 0; i < values.size(); i++) {
      var cell = new Label("%.4f".formatted(values.get(i)));
      cell.getStyleClass().add("mono");
      cell.setMinWidth(Label.USE_PREF_SIZE);
      grid.add(cell, i % SIZE, i / SIZE);
      GridPane.setHalignment(cell, javafx.geometry.HPos.RIGHT);
    }
    return grid;
  }

  @Override
  public void clear() {
    tabs.getTabs().clear();
  }

  @Override
  public List<Action> actions() {
    return List.of();
  }
}
