package umbra.app.deidentify.work;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import umbra.catalog.decision.Edit;
import umbra.workspace.release.ReleaseChoice;
import umbra.workspace.release.ReleaseChoices;

/// The choice of the workspace, and the one way in which the steps change anything: as an edit that can be undone.
public final class ChoiceViewModel {
  private final ReleaseWork work;
  private final ReleaseChoices choices;
  private final ReadOnlyObjectWrapper<ReleaseChoice> choice = new ReadOnlyObjectWrapper<>(ReleaseChoice.NONE);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  public ChoiceViewModel(ReleaseWork work) {
    this.work = work;
    this.choices = new ReleaseChoices(work.workspace(), work.curation());
  }

  public ReadOnlyObjectProperty<ReleaseChoice> choice() {
    return choice.getReadOnlyProperty();
  }

  /// Grows with each decision that was made, undone, or read anew.
  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /// What was done last, or why it was not.
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  public void say(String text) {
    said.set(text);
  }

  /// Reads what changed elsewhere.
  public void reload() {
    work.quietly("Reading the choices of this workspace", _ -> choices.current(), now -> {
      choice.set(now);
      revision.set(revision.get() + 1);
    });
  }

  /// @param title what was chosen, in a few words; without values of patients
  public void change(UnaryOperator<ReleaseChoice> how, String title) {
    var next = how.apply(choice.get());
    if (next.equals(choice.get())) return;
    choice.set(next);
    edit(() -> choices.choose(next, title), "");
  }

  /// @param nothing what is said if nothing changed
  public void edit(Supplier<Optional<Edit>> how, String nothing) {
    work.quietly("This decision", _ -> how.get(), edit -> {
      said.set(edit.map(e -> "Done: " + e.title()).orElse(nothing));
      reload();
    });
  }

  public void undo() {
    step(() -> work.curation().history().undo(), "Undone: ", "Nothing to undo");
  }

  public void redo() {
    step(() -> work.curation().history().redo(), "Done again: ", "Nothing to do again");
  }

  private void step(Supplier<Optional<Edit>> how, String done, String nothing) {
    work.quietly("This step", _ -> how.get(), edit -> {
      said.set(edit.map(e -> done + e.title()).orElse(nothing));
      reload();
    });
  }
}
