package umbra.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The dialogs of the system.
public final class FxChoosers implements Choosers {
  private final Window owner;
  private final Predicate<Path> opener;

  /// @param opener shows a file or folder with the program of this computer, if there is one
  public FxChoosers(Window owner, Predicate<Path> opener) {
    this.owner = owner;
    this.opener = opener;
  }

  @Override
  public Optional<Path> folder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public List<Path> files(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    var files = chooser.showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public boolean confirm(String title, String question, String doIt) {
    var go = new ButtonType(doIt, ButtonData.OK_DONE);
    var alert = new Alert(Alert.AlertType.CONFIRMATION, question, go, ButtonType.CANCEL);
    alert.setTitle(title);
    alert.setHeaderText(title);
    alert.initOwner(owner);
    return alert.showAndWait().filter(b -> b == go).isPresent();
  }

  @Override
  public boolean open(Path file) {
    return opener.test(file);
  }
}
