package umbra.app.object.document;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import umbra.app.action.Action;
import umbra.app.object.Face;
import umbra.app.object.ObjectView;
import umbra.app.object.ObjectViewModel;
import umbra.app.object.TextTable;
import umbra.catalog.InstanceRow;
import umbra.job.JobRunner;
import umbra.object.TextItem;
import umbra.object.document.DocumentText;
import umbra.workspace.source.SourceFiles;

/// PDF as pages; CDA and models as the text they hold, each piece with the element it is from.
public final class DocumentFace implements Face<ShownDocument> {
  private final PdfPane pdf;
  private final TableView<TextItem> texts = TextTable.of("The document holds no text.",
      List.of(TextTable.column("Element", 300, TextItem::kind), TextTable.column("Text", 460, i -> i.text().replace('\n', ' '))));
  private final StackPane root = new StackPane();

  private DocumentFace(JobRunner jobs) {
    pdf = new PdfPane(jobs);
    texts.setId("document-texts");
  }

  public static ObjectView<ShownDocument> view(SourceFiles files, JobRunner jobs) {
    return new ObjectView<>(new ObjectViewModel<>(files, jobs, (file, _) -> ShownDocument.of(file)), new DocumentFace(jobs));
  }

  @Override
  public boolean shows(InstanceRow first) {
    return new DocumentText().holds(first.sopClassUid(), umbra.dicom.DataSet.EMPTY);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(ShownDocument document) {
    switch (document) {
      case ShownDocument.Pdf now -> {
        pdf.show(now);
        root.getChildren().setAll(pdf.node());
      }
      case ShownDocument.Words(_, var pieces) -> {
        texts.getItems().setAll(pieces);
        root.getChildren().setAll(texts);
      }
    }
  }

  @Override
  public void clear() {
    pdf.clear();
    texts.getItems().clear();
  }

  @Override
  public List<Action> actions() {
    return List.of(ObjectView.action("document.next", "Next page", "Turn to the next page", "Alt+PAGE_DOWN", () -> pdf.turn(1)),
        ObjectView.action("document.previous", "Page before", "Turn to the page before", "Alt+PAGE_UP", () -> pdf.turn(-1)),
        ObjectView.action("document.larger", "Larger", "Show the page larger", "Shortcut+EQUALS", () -> pdf.zoom(1.25)),
        ObjectView.action("document.smaller", "Smaller", "Show the page smaller", "Shortcut+MINUS", () -> pdf.zoom(0.8)),
        ObjectView.action("document.find", "Find in the document", "Search the text layer of all pages", "Shortcut+Alt+F", pdf::focusSearch),
        ObjectView.action("document.hit", "Next hit in the document", "Go to the next word that was found", "Shortcut+Alt+G", () -> pdf.nextHit(1)));
  }
}
