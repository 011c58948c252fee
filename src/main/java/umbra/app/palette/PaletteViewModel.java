package umbra.app.palette;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.action.Action;
import umbra.app.action.Fuzzy;

/// Actions that fit what was typed, the best first.
public final class PaletteViewModel {
  private record Hit(Action action, int score) {}

  private final List<Action> all;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Action> hits = FXCollections.observableArrayList();

  public PaletteViewModel(List<Action> actions) {
    all = actions.stream().filter(a -> !a.id().equals("help.palette")).toList();
    query.addListener((_, _, now) -> find(now));
    find("");
  }

  public StringProperty query() {
    return query;
  }

  public ObservableList<Action> hits() {
    return hits;
  }

  private void find(String letters) {
    hits.setAll(all.stream().flatMap(a -> score(letters, a).stream().mapToObj(s -> new Hit(a, s)))
        .sorted(Comparator.comparingInt(Hit::score).reversed()).map(Hit::action).toList());
  }

  private static OptionalInt score(String letters, Action action) {
    var byText = Fuzzy.score(letters, action.text());
    return byText.isPresent() ? OptionalInt.of(byText.getAsInt() + 2) : Fuzzy.score(letters, action.group() + " " + action.text());
  }
}
