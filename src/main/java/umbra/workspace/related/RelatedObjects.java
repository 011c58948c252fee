package umbra.workspace.related;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import umbra.catalog.Catalog;
import umbra.catalog.CollectionFilter;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.io.LostSourceException;
import umbra.pixel.Checkpoint;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Finds what belongs together within a subject. For several threads.
public final class RelatedObjects {
  private static final int MOST_KEPT = 400;
  private static final int MOST_LOOKED_UP = 40;

  private final Catalog catalog;
  private final SourceFiles files;
  private final Map<Long, Spoken> known = new LinkedHashMap<>();

  public RelatedObjects(Catalog catalog, SourceFiles files) {
    this.catalog = catalog;
    this.files = files;
  }

  /// Objects of the subject that are drawn over images of a series.
  ///
  /// @param instances of the series
  public List<InstanceRow> over(SeriesRow series, List<InstanceRow> instances, Checkpoint checkpoint) {
    var uids = instances.stream().map(InstanceRow::sopInstanceUid).collect(Collectors.toSet());
    var found = new ArrayList<InstanceRow>();
    var space = Optional.<String>empty();
    for (var other : seriesOfSubject(series)) {
      if (other.id() == series.id()) continue;
      for (var row : catalog.collection().instances(other.id())) {
        checkpoint.check();
        var kind = DrawnKind.of(row.sopClassUid());
        if (kind.isEmpty()) break; // series are of one kind
        var spoken = spoken(row);
        if (space.isEmpty()) space = Optional.of(spoken(instances.getFirst()).frameOfReference());
        boolean inSpace = kind.get().fillsSpace() && !space.get().isEmpty() && spoken.frameOfReference().equals(space.get());
        if (inSpace || spoken.speaksOf(series.seriesInstanceUid(), uids)) found.add(row);
      }
    }
    return List.copyOf(found);
  }

  /// The series of images that an object is drawn over: that of the images it names, else one in its Frame of Reference, a CT
  /// rather than another, a long one rather than a short one.
  public Optional<SeriesRow> under(InstanceRow object) {
    var collection = catalog.collection();
    var spoken = spoken(object);
    var hits = new HashMap<Long, Integer>();
    spoken.instances().stream().limit(MOST_LOOKED_UP).flatMap(uid -> collection.variants(uid).stream()).filter(RelatedObjects::isImage)
        .forEach(i -> hits.merge(i.seriesId(), 1, Integer::sum));
    var named = hits.entrySet().stream().max(Map.Entry.comparingByValue()).flatMap(e -> collection.findSeries(e.getKey()));
    if (named.isPresent() || spoken.frameOfReference().isEmpty() && spoken.series().isEmpty()) return named;
    boolean fillsSpace = DrawnKind.of(object.sopClassUid()).filter(DrawnKind::fillsSpace).isPresent();
    return collection.findSeries(object.seriesId()).stream().flatMap(s -> seriesOfSubject(s).stream())
        .filter(s -> spoken.series().contains(s.seriesInstanceUid()) || fillsSpace && s.id() != object.seriesId() && isImageIn(s, spoken.frameOfReference()))
        .max(Comparator.comparing((SeriesRow s) -> s.modality().equals("CT")).thenComparing(SeriesRow::instances));
  }

  /// A series that lies in a space.
  ///
  /// @param sopInstanceUid of its first instance
  public record Resident(SeriesRow series, String sopInstanceUid) {}

  /// Series of images of the subject whose first instance lies in a Frame of Reference.
  ///
  /// @param object whose own series is left out
  public List<Resident> residents(InstanceRow object, String frameOfReference) {
    if (frameOfReference.isEmpty()) return List.of();
    var collection = catalog.collection();
    return collection.findSeries(object.seriesId()).stream().flatMap(s -> seriesOfSubject(s).stream()).filter(s -> s.id() != object.seriesId() && isImageIn(s, frameOfReference))
        .flatMap(s -> collection.instances(s.id()).stream().limit(1).map(i -> new Resident(s, i.sopInstanceUid()))).toList();
  }

  private boolean isImageIn(SeriesRow series, String frameOfReference) {
    return catalog.collection().instances(series.id()).stream().findFirst().filter(i -> isImage(i) && spoken(i).frameOfReference().equals(frameOfReference)).isPresent();
  }

  private static boolean isImage(InstanceRow row) {
    return row.hasPixels() && DrawnKind.of(row.sopClassUid()).isEmpty();
  }

  private List<SeriesRow> seriesOfSubject(SeriesRow series) {
    var collection = catalog.collection();
    return collection.findStudy(series.studyId()).stream().flatMap(t -> collection.studies(t.subjectId(), CollectionFilter.ALL).stream())
        .flatMap(t -> collection.series(t.id(), CollectionFilter.ALL).stream()).toList();
  }

  /// An object that cannot be read speaks of nothing.
  private Spoken spoken(InstanceRow row) {
    synchronized (known) {
      var before = known.get(row.id());
      if (before != null) return before;
    }
    Spoken spoken;
    try (var file = files.openHeader(new SourcePlace(Path.of(row.path()), row.member()))) {
      spoken = Spoken.of(file.dataSet());
    } catch (IOException | LostSourceException _) {
      return new Spoken(java.util.Set.of(), java.util.Set.of(), "");
    }
    synchronized (known) {
      known.put(row.id(), spoken);
      if (known.size() > MOST_KEPT) known.remove(known.keySet().iterator().next());
    }
    return spoken;
  }
}
