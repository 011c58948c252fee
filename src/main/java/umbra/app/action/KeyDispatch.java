package umbra.app.action;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Starts actions by keys that the control in focus had no use for.
///
/// While a person types into a field, only keys with Ctrl, Alt or Command, and function keys, are shortcuts.
public final class KeyDispatch {
  private final Supplier<List<Action>> actions;
  private final Supplier<KeyMap> keys;

  public KeyDispatch(Supplier<List<Action>> actions, Supplier<KeyMap> keys) {
    this.actions = actions;
    this.keys = keys;
  }

  public void listenOn(Scene scene) {
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(event, scene.getFocusOwner()));
  }

  private void press(KeyEvent event, Node focus) {
    boolean typing = focus instanceof TextInputControl && !isShortcut(event);
    var action = keys.get().find(actions.get(), event);
    if (!typing) action.filter(a -> a.enabled().get()).ifPresent(a -> a.run().run());
    // Menu items show the same keys; what was decided here must not start them again.
    if (typing || action.isPresent()) event.consume();
  }

  private static boolean isShortcut(KeyEvent event) {
    return event.isShortcutDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown() || event.getCode().isFunctionKey() || event.getCode() == KeyCode.ESCAPE;
  }
}
