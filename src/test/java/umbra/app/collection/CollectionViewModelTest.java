package umbra.app.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import umbra.catalog.Catalog;
import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.arrival.Arrivals;
import umbra.catalog.arrival.NewInstance;
import umbra.job.DirectJobRunner;

class CollectionViewModelTest {
  private final Catalog catalog = Catalog.inMemory();
  private final CollectionViewModel model = new CollectionViewModel(catalog, new DirectJobRunner());

  @AfterEach
  void close() {
    catalog.close();
  }

  private void add(String patient, String modality, int instances) {
    var batch = new ArrayList<Arrivals.Arrival>();
    for (int i = 0; i < instances; i++) {
      var uid = patient + "." + modality + "." + i;
      var instance = new NewInstance(patient, patient, "Name " + patient, "study-" + patient, "20200101", "Study", Map.of(), "series-" + patient + modality, OptionalInt.of(1),
          modality, "Series", "modality=" + modality.toLowerCase(java.util.Locale.ROOT), uid, "1.2", "1.2", i, i, 1, 4, 4, true, "");
      batch.add(new Arrivals.Arrival("/" + uid, "", 1, 1, Outcome.INSTANCE, "", Optional.of(instance), false));
    }
    new Arrivals(catalog).add(batch, (_, _) -> Optional.empty());
  }

  private List<Line.Level> levels() {
    return model.lines().stream().map(l -> l.key().level()).toList();
  }

  @Test
  void linesOpenAndCloseInPlace() {
    add("B", "CT", 2);
    add("A", "MR", 1);
    model.reload();
    assertEquals(List.of(Line.Level.SUBJECT, Line.Level.SUBJECT), levels());

    model.open(model.lines().getFirst());
    model.open(model.lines().get(1));
    assertEquals(List.of(Line.Level.SUBJECT, Line.Level.STUDY, Line.Level.SERIES, Line.Level.SUBJECT), levels());

    model.close(model.lines().getFirst());
    assertEquals(List.of(Line.Level.SUBJECT, Line.Level.SUBJECT), levels());
  }

  @Test
  void whatArrivesIsInsertedAndNothingElseChanges() {
    add("B", "CT", 1);
    model.reload();
    model.open(model.lines().getFirst());
    model.open(model.lines().get(1));
    var series = model.lines().get(2);
    model.select(List.of(series), Optional.of(series));
    add("A", "MR", 1);

    model.refresh();

    assertEquals(List.of(Line.Level.SUBJECT, Line.Level.SUBJECT, Line.Level.STUDY, Line.Level.SERIES), levels());
    assertEquals(List.of(series), model.selected());
    assertEquals(2, model.totals().get().subjects());
  }

  @Test
  void theFilterKeepsSubjectsWithAFittingSeries() {
    add("A", "MR", 1);
    add("B", "CT", 1);
    model.reload();

    model.query().set("modality:ct");
    assertEquals(1, model.lines().size());

    model.query().set("");
    assertEquals(2, model.lines().size());
  }

  @Test
  void morePagesFollowTheFirst() {
    for (int i = 0; i < 230; i++) add("P%03d".formatted(i), "CT", 1);

    model.reload();

    assertEquals(230, model.lines().size());
  }

  @Test
  void whatIsOpenIsRemembered() {
    add("A", "MR", 1);
    model.reload();
    model.open(model.lines().getFirst());
    model.remember();

    var again = new CollectionViewModel(catalog, new DirectJobRunner());
    again.reload();

    assertTrue(again.lines().getFirst().isOpen());
    assertEquals(2, again.lines().size());
  }

  @Test
  void aSeriesThatIsInFrontIsShownAgainWhenSomethingLeadsIntoIt() {
    add("A", "MR", 3);
    model.reload();
    var series = catalog.collection().allSeries(0, 10).getFirst();
    var shown = new ArrayList<Long>();
    model.current().subscribe(now -> now.ifPresent(s -> shown.add(s.id())));

    model.reveal(series.id());
    model.reveal(series.id());

    assertEquals(List.of(series.id(), series.id()), shown);
    assertEquals(List.of(Line.Level.SUBJECT, Line.Level.STUDY, Line.Level.SERIES), levels());
  }
}
