package umbra.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.practice.PracticeCollection;
import umbra.workspace.Workspace;

/// What the window says when a workspace or its files cannot be had as they are.
@ExtendWith(FxExtension.class)
class WorkspaceStatesViewTest {
  @TempDir
  private Path folder;

  private DeskStage window;

  @BeforeEach
  void open() {
    window = new DeskStage(folder);
  }

  @AfterEach
  void close() throws InterruptedException {
    window.close();
  }

  private void openWorkspace(Path workspace) {
    FxExtension.onFx(() -> {
      window.desk.open(workspace, Optional.empty(), List.of());
      return null;
    });
  }

  private boolean formSays(String words) {
    var form = window.scene.lookup("#start-form");
    return form != null && form.isVisible() && form.lookupAll(".label").stream().anyMatch(n -> n instanceof Label l && l.getText().contains(words));
  }

  @Test
  void anEncryptedWorkspaceAsksForItsPassphraseAndSaysThatAWrongOneDoesNotFit(FxRobot robot) throws Exception {
    var workspace = folder.resolve("secret");
    Workspace.open(workspace, Optional.of("right words")).close();

    openWorkspace(workspace);
    DeskStage.await(() -> formSays("is encrypted"));
    robot.clickOn("#start-passphrase").write("wrong words");
    robot.clickOn("#start-unlock");
    DeskStage.await(() -> formSays("does not fit"));
    window.picture("passphrase");
    assertTrue(window.desk.session().isEmpty());

    FxExtension.onFx(() -> {
      ((PasswordField) window.scene.lookup("#start-passphrase")).setText("right words");
      return null;
    });
    robot.clickOn("#start-unlock");
    DeskStage.await(() -> window.desk.session().isPresent());
  }

  @Test
  void aWorkspaceThatIsOpenElsewhereSaysSo(FxRobot robot) throws Exception {
    var workspace = folder.resolve("taken");
    try (var other = Workspace.open(workspace, Optional.empty())) {
      openWorkspace(other.folder());
      DeskStage.await(() -> window.scene.lookup("#error-message") instanceof Label l && l.getText().contains("in use"));
      assertTrue(window.desk.session().isEmpty());
    }
  }

  private boolean outOfReach() {
    return !window.desk.session().orElseThrow().collection().outOfReach().isEmpty();
  }

  @Test
  void aSourceThatVanishedIsMarkedOnItsRowAndReadOnceItIsBack(FxRobot robot) throws Exception {
    var source = folder.resolve("drive");
    PracticeCollection.write(source, 7);
    window.take(source.resolve("files"));
    var away = folder.resolve("away");
    Files.move(source, away);
    window.open(row -> row.modality().equals("MR"));
    DeskStage.await(this::outOfReach);
    window.picture("out-of-reach");

    Files.move(away, source);
    robot.clickOn("#out-of-reach");
    DeskStage.await(() -> !outOfReach());
  }
}
