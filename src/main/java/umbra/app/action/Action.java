package umbra.app.action;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;

/// One thing a person can do.
///
/// @param id stable, dotted, such as `viewer.invert`: preferences remember keys by it
/// @param group heading in the menus, the palette and the sheet of keys
/// @param text what it does, as a verb, without a trailing ellipsis unless a dialog follows
/// @param hint one line for tooltip and status bar
/// @param keys default key combinations as `KeyCombination` writes them, such as `Shortcut+Shift+P`; empty if it has none
/// @param icon a feather icon literal such as `fth-sun`, where it stands in a toolbar
/// @param enabled whether it can be done now
public record Action(String id, String group, String text, String hint, List<String> keys, Optional<String> icon, ObservableBooleanValue enabled, Runnable run) {
  public Action {
    keys = List.copyOf(keys);
  }
}
