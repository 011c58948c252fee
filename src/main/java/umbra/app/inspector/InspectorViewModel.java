package umbra.app.inspector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import umbra.catalog.InstanceRow;
import umbra.dicom.ReadNote;
import umbra.dicom.TagPath;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.words.Counts;
import umbra.workspace.header.BrokenFile;
import umbra.workspace.header.Header;
import umbra.workspace.header.HeaderFilter;
import umbra.workspace.header.HeaderLine;
import umbra.workspace.header.HeaderNode.Key;
import umbra.workspace.header.HeaderQuery;
import umbra.workspace.header.HeaderSearch;
import umbra.workspace.header.HeaderSearch.Found;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// The header in front: which lines are listed, what is searched for, what is open. Search, open lines and selection stay
/// from one image to the next.
public final class InspectorViewModel {
  private final SourceFiles files;
  private final JobRunner jobs;
  private final ObservableList<HeaderLine> lines = FXCollections.observableArrayList();
  private final ObservableList<ReadNote> notes = FXCollections.observableArrayList();
  private final ObservableList<HeaderFilter> filters = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final BooleanProperty onlyHits = new SimpleBooleanProperty(true);
  private final ReadOnlyStringWrapper hitText = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<InstanceRow>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<BrokenFile>> broken = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<Key>> selected = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<ChipColumn>> column = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<HeaderFilter>> profileFilter = new SimpleObjectProperty<>(Optional.empty());
  private final Set<Key> opened = new HashSet<>();
  private final Set<Key> closed = new HashSet<>();
  private Optional<Header> header = Optional.empty();
  private Optional<Found> found = Optional.empty();
  private Optional<JobHandle> opening = Optional.empty();
  private Optional<JobHandle> searching = Optional.empty();
  private long generation;

  /// @param jobs whose listeners arrive where the properties may be changed
  public InspectorViewModel(SourceFiles files, JobRunner jobs) {
    this.files = files;
    this.jobs = jobs;
    query.addListener(_ -> search());
    filters.addListener((ListChangeListener<HeaderFilter>) _ -> search());
    onlyHits.addListener(_ -> list());
    profileFilter.addListener((_, before, now) -> {
      if (before.isPresent() && filters.contains(before.get())) now.ifPresentOrElse(n -> filters.set(filters.indexOf(before.get()), n), () -> filters.remove(before.get()));
    });
  }

  /// Shows an instance, or nothing. The lines of the one before stay until the new ones are there.
  public void show(Optional<InstanceRow> instance) {
    if (instance.isPresent() && instance.equals(current.get())) return;
    current.set(instance);
    if (instance.isEmpty()) {
      generation++;
      opening.ifPresent(JobHandle::cancel);
      put(Optional.empty());
    } else open(OpenedHeader.place(instance.get()));
  }

  /// Shows a file that is no instance, such as one in quarantine.
  public void showFile(SourcePlace place) {
    current.set(Optional.empty());
    open(place);
  }

  private void open(SourcePlace place) {
    opening.ifPresent(JobHandle::cancel);
    long mine = ++generation;
    opening = Optional.of(jobs.<OpenedHeader>start("Read header", _ -> OpenedHeader.of(files, place), state -> {
      if (!(state instanceof JobState.Succeeded<OpenedHeader>(var result))) return;
      if (mine == generation) put(Optional.of(result));
      else result.close();
    }));
  }

  private void put(Optional<OpenedHeader> now) {
    searching.ifPresent(JobHandle::cancel);
    var before = header;
    header = now.flatMap(o -> o instanceof OpenedHeader.Readable(var h) ? Optional.of(h) : Optional.empty());
    broken.set(now.flatMap(o -> o instanceof OpenedHeader.Broken(var b) ? Optional.of(b) : Optional.empty()));
    notes.setAll(header.map(Header::notes).orElse(List.of()));
    search();
    before.ifPresent(h -> new OpenedHeader.Readable(h).close());
  }

  private void search() {
    searching.ifPresent(JobHandle::cancel);
    var search = new HeaderSearch(HeaderQuery.of(query.get()), filters);
    if (search.isAll() || header.isEmpty()) {
      found = Optional.empty();
      hitText.set("");
      list();
      return;
    }
    var searched = header.get();
    searching = Optional.of(jobs.<Found>start("Search header", context -> search.in(searched, context), state -> {
      if (!(state instanceof JobState.Succeeded<Found>(var result)) || header.isEmpty() || header.get() != searched) return;
      found = Optional.of(result);
      tellHits();
      list();
    }));
    if (found.isPresent()) list(); // of the image before, until the search is through
  }

  private void list() {
    lines.setAll(header.map(h -> HeaderLine.of(h, opened, closed, found, onlyHits.get())).orElse(List.of()));
  }

  private void tellHits() {
    var hits = found.map(Found::hits).orElse(List.of());
    int at = selected.get().map(hits::indexOf).orElse(-1);
    hitText.set(hits.isEmpty() ? "no hits" : at >= 0 ? (at + 1) + " of " + hits.size() : Counts.of(hits.size(), "hit"));
  }

  /// Opens a closed line or closes an open one.
  public void toggle(HeaderLine line) {
    var key = line.node().key();
    if (!line.node().hasChildren()) return;
    if (line.open()) {
      opened.remove(key);
      closed.add(key);
    } else {
      opened.add(key);
      closed.remove(key);
    }
    list();
  }

  /// Opens all parents of a place and selects it.
  public void reveal(Key key) {
    var steps = key.path().items();
    if (key.path().tag().group() == 2) opened.add(new umbra.workspace.header.HeaderNode.Section("", umbra.dicom.DataSet.EMPTY).key());
    var way = new ArrayList<TagPath.Step>();
    for (var step : steps) {
      var place = new TagPath(way, step.sequence());
      opened.add(new Key(place, -1, 0));
      opened.add(new Key(place, step.item(), 0));
      way.add(step);
    }
    closed.removeAll(opened);
    list();
    selected.set(Optional.of(key));
    tellIfSearched();
  }

  private void tellIfSearched() {
    if (found.isPresent()) tellHits();
  }

  /// Selects the next hit after the selection, or the one before it; round from the end to the start.
  public void nextHit(boolean forward) {
    var hits = found.map(Found::hits).orElse(List.of());
    if (hits.isEmpty()) return;
    int at = selected.get().map(hits::indexOf).orElse(-1);
    int next = at < 0 ? (forward ? 0 : hits.size() - 1) : Math.floorMod(at + (forward ? 1 : -1), hits.size());
    reveal(hits.get(next));
  }

  /// Takes or drops a filter.
  public void toggleFilter(HeaderFilter filter) {
    if (!filters.remove(filter)) filters.add(filter);
  }

  /// Lets go of the open file.
  public void close() {
    show(Optional.empty());
  }

  public ObservableList<HeaderLine> lines() {
    return lines;
  }

  public ObservableList<ReadNote> notes() {
    return notes;
  }

  public ObservableList<HeaderFilter> filters() {
    return filters;
  }

  public StringProperty query() {
    return query;
  }

  /// Lists hits and their parents only; else all lines, with hits marked.
  public BooleanProperty onlyHits() {
    return onlyHits;
  }

  public ReadOnlyStringProperty hitText() {
    return hitText.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<InstanceRow>> current() {
    return current.getReadOnlyProperty();
  }

  /// The file that could not be read, if that is what is shown.
  public ReadOnlyObjectProperty<Optional<BrokenFile>> broken() {
    return broken.getReadOnlyProperty();
  }

  public ObjectProperty<Optional<Key>> selected() {
    return selected;
  }

  public ObjectProperty<Optional<ChipColumn>> column() {
    return column;
  }

  /// The filter `only what the profile would change`, supplied from outside.
  public ObjectProperty<Optional<HeaderFilter>> profileFilter() {
    return profileFilter;
  }
}
