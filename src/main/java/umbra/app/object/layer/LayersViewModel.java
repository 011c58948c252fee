package umbra.app.object.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.object.Shown;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.job.JobContext;
import umbra.job.JobHandle;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.object.drawing.DrawnFrame;
import umbra.workspace.related.DrawnKind;
import umbra.workspace.related.RelatedObjects;
import umbra.workspace.related.SeriesSpace;
import umbra.workspace.source.SourceFiles;

/// Which objects are drawn over the series in front, and which series an object is drawn over.
public final class LayersViewModel {
  private static final int MOST_SPACES = 4;

  private final Catalog catalog;
  private final SourceFiles files;
  private final JobRunner jobs;
  private final ObjectOpener opener;
  private final RelatedObjects related;
  private final ObservableList<ObjectLayer> layers = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<ObjectLayer>> chosen = new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Shown<Ground>> ground = new ReadOnlyObjectWrapper<>(new Shown.Nothing<>());
  private final Map<Long, SeriesSpace> spaces = new LinkedHashMap<>();
  private Optional<JobHandle> looking = Optional.empty();
  private long generation;

  /// What an object is drawn on.
  public sealed interface Ground {
    /// @param series that the object speaks of
    record Images(SeriesRow series, List<InstanceRow> instances) implements Ground {}

    /// Those images are not in the collection.
    record Planes(ObjectLayer layer) implements Ground {}
  }

  private record Found(Optional<Ground.Images> images, List<InstanceRow> objects, SeriesSpace space) {}

  /// @param jobs whose listeners arrive where the properties may be changed
  public LayersViewModel(Catalog catalog, SourceFiles files, JobRunner jobs, ObjectOpener opener) {
    this.catalog = catalog;
    this.files = files;
    this.jobs = jobs;
    this.opener = opener;
    this.related = new RelatedObjects(catalog, files);
  }

  /// Objects that can be drawn over what is in front.
  public ObservableList<ObjectLayer> layers() {
    return layers;
  }

  /// The layer whose parts are listed.
  public ObjectProperty<Optional<ObjectLayer>> chosen() {
    return chosen;
  }

  /// What the object that was opened is drawn on; nothing if images were opened.
  public ReadOnlyObjectProperty<Shown<Ground>> ground() {
    return ground.getReadOnlyProperty();
  }

  /// Where a frame lies, as far as that is known.
  public DrawnFrame frame(InstanceRow row, int frame, int columns, int rows) {
    return Optional.ofNullable(spaces.get(row.seriesId())).flatMap(s -> s.frame(row, frame))
        .orElseGet(() -> new DrawnFrame(row.sopInstanceUid(), frame, columns, rows, "", Optional.empty(), 1));
  }

  /// Looks for what can be drawn over images that were opened.
  ///
  /// @param on SOP Instance UIDs of objects that are drawn at once
  public void over(SeriesRow series, List<InstanceRow> instances, List<String> on) {
    clear();
    long mine = generation;
    looking = Optional.of(jobs.<Found>start("Find what is drawn over a series", context -> around(series, instances, List.of(), context), state -> {
      if (mine != generation || !(state instanceof JobState.Succeeded<Found>(var found))) return;
      take(series, found, on);
    }));
  }

  /// Opens an object on the images it speaks of.
  public void open(InstanceRow object) {
    clear();
    long mine = generation;
    ground.set(new Shown.Waiting<>());
    looking = Optional.of(jobs.<Found>start("Find the images of an object", context -> below(object, context), state -> {
      if (mine != generation) return;
      switch (state) {
        case JobState.Succeeded<Found>(var found) -> {
          take(found, object);
        }
        case JobState.Failed<Found>(var cause) -> ground.set(new Shown.Failed<>(object.path() + "\n" + cause.getMessage()));
        case JobState.Waiting<Found> _, JobState.Running<Found> _, JobState.Cancelled<Found> _ -> {}
      }
    }));
  }

  private Found below(InstanceRow object, JobContext context) {
    var series = related.under(object);
    if (series.isEmpty()) return new Found(Optional.empty(), List.of(object), SeriesSpace.empty());
    return around(series.get(), catalog.collection().instances(series.get().id()), List.of(object), context);
  }

  private Found around(SeriesRow series, List<InstanceRow> instances, List<InstanceRow> first, JobContext context) {
    var objects = new ArrayList<>(first);
    for (var other : related.over(series, instances, context::checkCancelled)) if (objects.stream().noneMatch(o -> o.id() == other.id())) objects.add(other);
    var space = objects.isEmpty() ? SeriesSpace.empty() : SeriesSpace.of(instances, files, context::checkCancelled);
    return new Found(Optional.of(new Ground.Images(series, instances)), List.copyOf(objects), space);
  }

  private void take(SeriesRow series, Found found, List<String> on) {
    keep(series, found.space());
    put(found.objects());
    layers.stream().filter(l -> on.contains(l.row().sopInstanceUid())).forEach(l -> {
      l.on().set(true);
      chosen.set(Optional.of(l));
    });
  }

  private void take(Found found, InstanceRow object) {
    found.images().ifPresent(i -> keep(i.series(), found.space()));
    put(found.objects());
    var opened = layers.stream().filter(l -> l.row().id() == object.id()).findFirst().orElseThrow();
    chosen.set(Optional.of(opened));
    ground.set(new Shown.Ready<>(found.images().<Ground>map(i -> i).orElseGet(() -> new Ground.Planes(opened))));
    opened.on().set(true);
  }

  private void keep(SeriesRow series, SeriesSpace space) {
    spaces.put(series.id(), space);
    if (spaces.size() > MOST_SPACES) spaces.remove(spaces.keySet().iterator().next());
  }

  private void put(List<InstanceRow> objects) {
    layers.setAll(objects.stream().flatMap(o -> DrawnKind.of(o.sopClassUid()).map(k -> new ObjectLayer(o, k, opener, jobs)).stream()).toList());
    chosen.set(layers.stream().findFirst());
  }

  /// Lets go of all objects.
  public void clear() {
    generation++;
    looking.ifPresent(JobHandle::cancel);
    looking = Optional.empty();
    var before = List.copyOf(layers);
    chosen.set(Optional.empty());
    layers.clear();
    ground.set(new Shown.Nothing<>());
    before.forEach(ObjectLayer::close);
  }
}
