package umbra.app.object;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.catalog.StudyRow;
import umbra.job.JobRunner;
import umbra.job.JobState;

/// Follows references from one object to another in the collection.
public final class References {
  /// What a reference leads to.
  ///
  /// @param frame number from 1
  /// @param by SOP Instance UID of the object that refers
  public record Goal(String sopInstanceUid, int frame, String by) {}

  private record Home(SeriesRow series, StudyRow study) {}

  private final Catalog catalog;
  private final JobRunner jobs;
  private final BiConsumer<SeriesRow, StudyRow> reveal;
  private Consumer<Goal> found = _ -> {};

  /// @param reveal brings a series to the front
  public References(Catalog catalog, JobRunner jobs, BiConsumer<SeriesRow, StudyRow> reveal) {
    this.catalog = catalog;
    this.jobs = jobs;
    this.reveal = reveal;
  }

  /// Told what is about to be brought to the front.
  public void whenFound(Consumer<Goal> listener) {
    found = listener;
  }

  /// Brings the series of an instance to the front.
  ///
  /// @param problem told why it cannot be done
  public void open(Goal goal, Consumer<String> problem) {
    jobs.<Optional<Home>>start("Follow a reference", _ -> home(goal.sopInstanceUid()), state -> {
      switch (state) {
        case JobState.Succeeded<Optional<Home>>(var home) ->
          home.ifPresentOrElse(h -> {
            found.accept(goal);
            reveal.accept(h.series(), h.study());
          }, () -> problem.accept("The referenced object is not in this collection."));
        case JobState.Failed<Optional<Home>> _ -> problem.accept("The reference could not be looked up.");
        case JobState.Waiting<Optional<Home>> _, JobState.Running<Optional<Home>> _, JobState.Cancelled<Optional<Home>> _ -> {}
      }
    });
  }

  /// Brings an instance to the front, without anything drawn over it.
  public void open(InstanceRow instance) {
    jobs.<Optional<Home>>start("Show an instance", _ -> home(instance.seriesId()), state -> {
      if (!(state instanceof JobState.Succeeded<Optional<Home>>(var home))) return;
      home.ifPresent(h -> {
        found.accept(new Goal(instance.sopInstanceUid(), 1, ""));
        reveal.accept(h.series(), h.study());
      });
    });
  }

  private Optional<Home> home(String sopInstanceUid) {
    var collection = catalog.collection();
    return collection.variants(sopInstanceUid).stream().findFirst().flatMap(i -> home(i.seriesId()));
  }

  private Optional<Home> home(long series) {
    var collection = catalog.collection();
    return collection.findSeries(series).flatMap(s -> collection.findStudy(s.studyId()).map(t -> new Home(s, t)));
  }
}
