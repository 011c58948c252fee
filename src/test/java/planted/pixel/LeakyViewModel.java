package planted.pixel;

import javafx.application.Platform;
import javafx.scene.Node;

/// A view-model outside the window, with a node, that hops between threads.
public class LeakyViewModel {
  Node node;

  void hop() {
    Platform.runLater(() -> node.setVisible(true));
  }
}
