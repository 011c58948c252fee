package umbra.app.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Which keys start which action: the defaults of the actions, with what the person chose instead.
///
/// @param chosen by action id, in the notation of `KeyCombination`; an empty list takes an action's keys away
public record KeyMap(Map<String, List<String>> chosen) {
  public static final KeyMap DEFAULT = new KeyMap(Map.of());

  /// Several actions that the same keys would start.
  public record Conflict(String keys, List<Action> actions) {}

  public KeyMap {
    chosen = Map.copyOf(chosen);
  }

  /// The keys of an action; those that cannot be read are left out.
  public List<KeyCombination> keys(Action action) {
    return chosen.getOrDefault(action.id(), action.keys()).stream().flatMap(k -> combination(k).stream()).toList();
  }

  /// Keys of an action as people read them, such as `Ctrl+Shift+P`; empty if it has none.
  public String text(Action action) {
    return String.join(", ", keys(action).stream().map(KeyCombination::getDisplayText).toList());
  }

  public static Optional<KeyCombination> combination(String keys) {
    try {
      return Optional.of(KeyCombination.valueOf(keys));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The first of the actions that a key event stands for, whether it can be done now or not.
  public Optional<Action> find(List<Action> actions, KeyEvent event) {
    return actions.stream().filter(a -> keys(a).stream().anyMatch(k -> k.match(event))).findFirst();
  }

  public KeyMap with(String action, List<String> keys) {
    var changed = new LinkedHashMap<>(chosen);
    changed.put(action, List.copyOf(keys));
    return new KeyMap(changed);
  }

  /// Back to the default of an action.
  public KeyMap without(String action) {
    var changed = new LinkedHashMap<>(chosen);
    changed.remove(action);
    return new KeyMap(changed);
  }

  public List<Conflict> conflicts(List<Action> actions) {
    SequencedMap<String, List<Action>> byKeys = new LinkedHashMap<>();
    for (var action : actions) for (var key : keys(action)) byKeys.computeIfAbsent(key.getDisplayText(), _ -> new ArrayList<>()).add(action);
    return byKeys.entrySet().stream().filter(e -> e.getValue().size() > 1).map(e -> new Conflict(e.getKey(), List.copyOf(e.getValue()))).toList();
  }
}
