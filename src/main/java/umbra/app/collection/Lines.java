package umbra.app.collection;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/// A list that changes from one content to another in a single step, and only where the two differ.
final class Lines extends ModifiableObservableListBase<Line> {
  private final ArrayList<Line> lines = new ArrayList<>();

  void become(List<Line> wanted) {
    int start = 0;
    while (start < lines.size() && start < wanted.size() && lines.get(start).equals(wanted.get(start))) start++;
    int end = 0;
    while (end < lines.size() - start && end < wanted.size() - start && lines.get(lines.size() - 1 - end).equals(wanted.get(wanted.size() - 1 - end))) end++;
    if (start == lines.size() && start == wanted.size()) return;
    beginChange();
    removeRange(start, lines.size() - end);
    addAll(start, List.copyOf(wanted.subList(start, wanted.size() - end)));
    endChange();
  }

  @Override
  public Line get(int index) {
    return lines.get(index);
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  protected void doAdd(int index, Line line) {
    lines.add(index, line);
  }

  @Override
  protected Line doSet(int index, Line line) {
    return lines.set(index, line);
  }

  @Override
  protected Line doRemove(int index) {
    return lines.remove(index);
  }
}
