package umbra.app.object.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import umbra.app.action.Action;
import umbra.app.object.Face;
import umbra.app.object.ObjectView;
import umbra.app.object.ObjectViewModel;
import umbra.app.object.TextTable;
import umbra.catalog.InstanceRow;
import umbra.dicom.DicomFile;
import umbra.job.JobRunner;
import umbra.object.TextItem;
import umbra.object.TextWalk;
import umbra.object.presentation.PresentationText;
import umbra.object.radiotherapy.RadiotherapyText;
import umbra.object.segmentation.SegmentationText;
import umbra.workspace.source.SourceFiles;

/// Radiotherapy objects, presentation states, registrations, fiducials and mappings: a tab for each table, and one for all text.
public final class TableFace implements Face<TableFace.Content> {
  private final TabPane tabs = new TabPane();

  /// @param texts all that a person can read in the object
  public record Content(ObjectTables tables, List<TextItem> texts) {}

  private TableFace() {
    tabs.setId("object-tables");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
  }

  public static ObjectView<Content> view(SourceFiles files, JobRunner jobs) {
    return new ObjectView<>(new ObjectViewModel<>(files, jobs, (file, row) -> read(file, row)), new TableFace());
  }

  private static Content read(DicomFile file, InstanceRow row) {
    return new Content(new ObjectTables(ObjectTables.of(row.sopClassUid(), file.dataSet())), TextWalk.of(file.dataSet(), List.of(), TextWalk::isOfTheObject));
  }

  @Override
  public boolean shows(InstanceRow first) {
    var uid = first.sopClassUid();
    var nothing = umbra.dicom.DataSet.EMPTY;
    return new RadiotherapyText().holds(uid, nothing) || new PresentationText().holds(uid, nothing) || new SegmentationText().holds(uid, nothing);
  }

  @Override
  public Node node() {
    return tabs;
  }

  @Override
  public void show(Content content) {
    var made = new ArrayList<Tab>();
    for (var table : content.tables().tables()) {
      var columns = new ArrayList<TableColumn<List<String>, String>>();
      for (int i = 0; i < table.columns().size(); i++) {
        int at = i;
        columns.add(TextTable.column(table.columns().get(i), table.columns().get(i).length() > 6 ? 120 : 80, r -> r.get(at)));
      }
      var view = TextTable.of("The object has none.", columns);
      view.getItems().setAll(table.rows());
      made.add(new Tab(table.title(), view));
    }
    var texts = TextTable.ofItems("The object holds no text of its own.");
    texts.getItems().setAll(content.texts());
    made.add(new Tab("Text (" + content.texts().size() + ")", texts));
    tabs.getTabs().setAll(made);
  }

  @Override
  public void clear() {
    tabs.getTabs().clear();
  }

  @Override
  public List<Action> actions() {
    return List.of(ObjectView.action("tables.next", "Next table", "Show the next tab of the object", "Alt+2", () -> {
      if (!tabs.getTabs().isEmpty()) tabs.getSelectionModel().select((tabs.getSelectionModel().getSelectedIndex() + 1) % tabs.getTabs().size());
    }));
  }
}
