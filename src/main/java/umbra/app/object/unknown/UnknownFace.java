package umbra.app.object.unknown;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import umbra.app.action.Action;
import umbra.app.object.Face;
import umbra.app.object.ObjectView;
import umbra.app.object.ObjectViewModel;
import umbra.app.object.TextTable;
import umbra.catalog.InstanceRow;
import umbra.job.JobRunner;
import umbra.object.TextItem;
import umbra.words.Counts;
import umbra.workspace.source.SourceFiles;

/// What is not understood is shown as such: text elements, bytes, and a banner. Stands behind all other views.
public final class UnknownFace implements Face<UnknownObject> {
  private final TableView<TextItem> texts = TextTable.ofItems("No text elements.");
  private final ListView<String> hex = new ListView<>();
  private final Label foot = new Label();
  private final TabPane tabs;
  private final BorderPane root;

  private UnknownFace() {
    var banner = new Label("Umbra does not understand this kind of object. It does not leave by default: what its other elements hold was not inspected.");
    banner.setId("not-understood");
    banner.getStyleClass().add("object-banner");
    banner.setWrapText(true);
    banner.setMaxWidth(Double.MAX_VALUE);
    hex.getStyleClass().add("mono");
    foot.getStyleClass().add("pane-foot");
    tabs = new TabPane(new Tab("Text", texts), new Tab("Bytes", hex));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    root = new BorderPane(tabs);
    root.setTop(banner);
    root.setBottom(foot);
  }

  public static ObjectView<UnknownObject> view(SourceFiles files, JobRunner jobs) {
    return new ObjectView<>(new ObjectViewModel<>(files, jobs, (file, row) -> UnknownObject.of(files, file, row)), new UnknownFace());
  }

  @Override
  public boolean shows(InstanceRow first) {
    return true;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(UnknownObject object) {
    texts.getItems().setAll(object.texts());
    hex.getItems().setAll(object.hex());
    foot.setText("%s · %s, the first %s listed".formatted(Counts.of(object.texts().size(), "text element"), Counts.of(object.bytes(), "byte"), Counts.of(object.hex().size(), "row")));
  }

  @Override
  public void clear() {
    texts.getItems().clear();
    hex.getItems().clear();
    foot.setText("");
  }

  @Override
  public List<Action> actions() {
    return List.of(ObjectView.action("unknown.text", "Show the text", "List the text elements of the object", "Alt+1", () -> tabs.getSelectionModel().select(0)),
        ObjectView.action("unknown.bytes", "Show the bytes", "Show the object as hexadecimal digits", "Alt+2", () -> tabs.getSelectionModel().select(1)));
  }
}
