package umbra.app.fx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Platform;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class FxExtensionTest {
  @Test
  void testsRunOnTheJavaFxThread() {
    assertTrue(Platform.isFxApplicationThread());
  }

  @Test
  void testsWithARobotRunBesideIt(FxRobot robot) {
    assertFalse(Platform.isFxApplicationThread());
    assertThrows(java.io.IOException.class, () -> FxExtension.onFx(() -> {
      throw new java.io.IOException("as it is");
    }));
  }

  @Test
  void bothTypefacesAreThere() {
    assertTrue(Font.getFamilies().contains("Inter"), () -> Font.getFamilies().toString());
    assertTrue(Font.getFamilies().contains("JetBrains Mono"));
  }
}
