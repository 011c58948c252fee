package umbra.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files and folders that are dropped on a node.
final class DropTarget {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop");

  DropTarget(Node node, Consumer<List<Path>> taker) {
    node.addEventHandler(DragEvent.DRAG_OVER, event -> {
      if (!event.getDragboard().hasFiles()) return;
      event.acceptTransferModes(TransferMode.COPY); // never moved: sources stay where they are
      node.pseudoClassStateChanged(OVER, true);
      event.consume();
    });
    node.addEventHandler(DragEvent.DRAG_EXITED, _ -> node.pseudoClassStateChanged(OVER, false));
    node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
      var files = event.getDragboard().getFiles();
      event.setDropCompleted(!files.isEmpty());
      node.pseudoClassStateChanged(OVER, false);
      event.consume();
      if (!files.isEmpty()) taker.accept(files.stream().map(File::toPath).toList());
    });
  }
}
