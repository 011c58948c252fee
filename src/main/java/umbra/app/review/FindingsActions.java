package umbra.app.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import umbra.app.action.Action;
import umbra.app.review.box.BoxesViewModel;
import umbra.app.review.finding.FindingsViewModel;
import umbra.app.review.finding.Spread;
import umbra.catalog.finding.FindingState;

/// All that can be done with findings, by name. The keys lie under the left hand.
final class FindingsActions {
  private static final String GROUP = "Findings";

  private final FindingsViewModel model;
  private final List<Action> all = new ArrayList<>();
  private final ObservableBooleanValue always = new SimpleBooleanProperty(true);
  private final ObservableBooleanValue some;

  private FindingsActions(FindingsViewModel model) {
    this.model = model;
    this.some = Bindings.createBooleanBinding(() -> model.queue().get().current().isPresent(), model.queue());
  }

  static List<Action> of(FindingsViewModel model, BoxesViewModel boxes, ScanViewModel scan) {
    var actions = new FindingsActions(model);
    actions.verdict(FindingState.REDACT, "Redact", "R", "fth-x-square");
    actions.verdict(FindingState.HARMLESS, "Harmless", "F", "fth-check");
    actions.verdict(FindingState.UNSURE, "Unsure", "D", "fth-help-circle");
    actions.add("open", "Open again", "Takes the verdict on this finding back", "G", "", actions.some, () -> model.judge(FindingState.OPEN, Spread.ONE));
    actions.add("box", "Make a box", "Turns the finding into a box that can be moved and resized", "B", "fth-square",
        Bindings.createBooleanBinding(() -> model.opened().get().filter(o -> o.isOnImage()).isPresent(), model.opened()), model::box);
    actions.add("next", "Next finding", "One on, whatever was decided", "E", "fth-chevron-right", actions.some, () -> model.step(1));
    actions.add("previous", "Previous finding", "One back, whatever was decided", "W", "fth-chevron-left", actions.some, () -> model.step(-1));
    actions.add("next-open", "Next open finding", "The next one nobody has judged", "Shift+E", "", actions.some, model::nextOpen);
    actions.add("undo", "Undo", "Takes back the newest decision: a verdict, a box, or one of another page", "Shortcut+Z", "fth-corner-up-left", actions.always, boxes::undo);
    actions.add("redo", "Redo", "Makes again what was undone last", "Shortcut+Shift+Z|Shortcut+Y", "fth-corner-up-right", actions.always, boxes::redo);
    actions.add("scan", "Look for text", "Looks at every frame that this engine has not looked at; can be stopped and gone on with", "F5", "fth-search", Bindings.not(scan.running()), scan::start);
    actions.add("scan-stop", "Stop looking", "What was found is kept", "Shift+F5", "", scan.running(), scan::cancel);
    return actions.all;
  }

  private void verdict(FindingState state, String text, String key, String icon) {
    var id = state.name().toLowerCase(Locale.ROOT);
    var hints = " · Shift+" + key + ": all equal texts of the series · Alt+" + key + ": this text everywhere";
    add(id, text, "This finding" + hints, key, icon, some, () -> model.judge(state, Spread.ONE));
    add(id + "-series", text + ": equal texts of the series", "All findings of the series that say the same", "Shift+" + key, "", some, () -> model.judge(state, Spread.SERIES));
    add(id + "-everywhere", text + ": this text everywhere", "A rule for exactly this text, for later scans too; never harmless where it resembles its own subject", "Alt+" + key, "", some,
        () -> model.judge(state, Spread.EVERYWHERE));
  }

  private void add(String id, String text, String hint, String keys, String icon, ObservableBooleanValue enabled, Runnable run) {
    all.add(new Action("findings." + id, GROUP, text, hint, List.of(keys.split("\\|")), Optional.of(icon).filter(i -> !i.isEmpty()), enabled, run));
  }
}
