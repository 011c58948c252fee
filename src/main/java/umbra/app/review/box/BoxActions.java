package umbra.app.review.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import umbra.app.action.Action;

/// All that can be done with boxes, by name. Keys that only count while a box is selected on the image are those of [BoxTools].
public final class BoxActions {
  private static final String GROUP = "Boxes";

  private final BoxesViewModel model;
  private final List<Action> all = new ArrayList<>();

  private BoxActions(BoxesViewModel model) {
    this.model = model;
  }

  public static List<Action> of(BoxesViewModel model, FanViewModel fan) {
    var actions = new BoxActions(model);
    var some = Bindings.createBooleanBinding(() -> model.selected().get().isPresent(), model.selected());
    var image = Bindings.createBooleanBinding(() -> model.front().get().isPresent(), model.front());
    var inHand = Bindings.createBooleanBinding(() -> fan.fan().get().isPresent(), fan.fan());
    actions.add("fan-apply", "Keep only the fan in hand", "Boxes around it, as far as the reach says; Enter does so on the image", "", inHand, fan::apply);
    actions.add("fan-cancel", "Leave the fan", "Nothing is drawn; Esc does so on the image", "", inHand, fan::cancel);
    actions.add("leave", "Leave the box", "No box is selected and the arrows scroll again; Esc does so on the image", "", some, () -> {
      model.drop();
      model.select(Optional.empty());
    });
    actions.moves(some);
    actions.add("new", "New box", "A box in the middle, to be moved with the arrows and resized with Alt and the arrows", "Shift+B", image, model::drawInTheMiddle);
    actions.add("next", "Next box", "Selects the next box of the frame; Tab does so on the image", "", image, () -> model.selectNext(1));
    actions.add("duplicate", "Duplicate the box", "The same box once more below", "Shortcut+D", some, model::duplicate);
    actions.add("delete", "Delete the box", "Without a question, Ctrl+Z brings it back; Delete does so on the image", "", some, model::delete);
    actions.add("reach", "Give the box this reach", "The selected box reaches as far as is picked; a wide one is shown before", "Shortcut+Enter", some, model::reachOut);
    for (var reach : Reach.values()) actions.add("reach-" + reach.name().toLowerCase(java.util.Locale.ROOT), "Reach: " + reach.title(), reach.hint(), "Alt+Shift+" + (reach.ordinal() + 1), image, () -> {
      model.reach().set(reach);
      model.reachOut();
    });
    actions.add("fan", "Keep only the fan", "From the regions of the header, with four corners to drag", "Shift+K", image, fan::begin);
    return List.copyOf(actions.all);
  }

  private void moves(ObservableBooleanValue some) {
    move("left", "Left", -1, 0, some);
    move("right", "Right", 1, 0, some);
    move("up", "Up", 0, -1, some);
    move("down", "Down", 0, 1, some);
  }

  private void move(String id, String key, int dx, int dy, ObservableBooleanValue some) {
    add(id, "Move the box " + id, "By one pixel; on the image " + key + " does so, with Shift by ten, with Alt it resizes", "", some, () -> {
      model.nudge(dx, dy, 0, 0);
      model.settle();
    });
    var word = dx + dy > 0 ? dx == 0 ? "higher" : "wider" : dx == 0 ? "lower" : "narrower";
    add("size-" + id, "Make the box " + word, "By one pixel; on the image Alt+" + key + " does so, with Shift by ten", "", some, () -> {
      model.nudge(0, 0, dx, dy);
      model.settle();
    });
  }

  private void add(String id, String text, String hint, String keys, ObservableBooleanValue enabled, Runnable run) {
    all.add(new Action("box." + id, GROUP, text, hint, keys.isEmpty() ? List.of() : List.of(keys.split("\\|")), Optional.empty(), enabled, run));
  }

  /// For undo and redo of pages that have none of their own.
  public static List<Action> history(BoxesViewModel model) {
    var always = new SimpleBooleanProperty(true);
    return List.of(new Action("box.undo", GROUP, "Undo", "Takes back the newest decision, a box or another", List.of("Shortcut+Z"), Optional.empty(), always, model::undo),
        new Action("box.redo", GROUP, "Redo", "Makes again what was undone last", List.of("Shortcut+Shift+Z", "Shortcut+Y"), Optional.empty(), always, model::redo));
  }
}
