package umbra.app.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class KeyMapTest {
  private static Action action(String id, String... keys) {
    return new Action(id, "Group", id, "", List.of(keys), Optional.empty(), new SimpleBooleanProperty(true), () -> {});
  }

  @Test
  void chosenKeysStandInPlaceOfTheDefault() {
    var invert = action("invert", "I");

    assertEquals(1, KeyMap.DEFAULT.keys(invert).size());
    assertEquals("Shift+X", KeyMap.DEFAULT.with("invert", List.of("Shift+X")).keys(invert).getFirst().getName());
    assertEquals(List.of(), KeyMap.DEFAULT.with("invert", List.of()).keys(invert));
    assertEquals(KeyMap.DEFAULT, KeyMap.DEFAULT.with("invert", List.of("X")).without("invert"));
  }

  @Test
  void sameKeysForTwoActionsAreAConflict() {
    var conflicts = KeyMap.DEFAULT.conflicts(List.of(action("a", "I"), action("b", "I", "J"), action("c", "K")));

    assertEquals(List.of("a", "b"), conflicts.getFirst().actions().stream().map(Action::id).toList());
    assertEquals(1, conflicts.size());
  }
}
