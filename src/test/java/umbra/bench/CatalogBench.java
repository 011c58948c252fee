package umbra.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import umbra.catalog.Catalog;
import umbra.catalog.CollectionFilter;
import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.arrival.Arrivals;
import umbra.catalog.arrival.Arrivals.Arrival;
import umbra.catalog.arrival.NewInstance;

/// How long a catalogue of many instances takes to open, to unfold and to filter. Rows without files.
final class CatalogBench {
  private CatalogBench() {}

  static void run(int instances) throws Exception {
    var folder = Files.createTempDirectory("umbra-catalogue");
    try {
      fill(folder, instances);
      System.out.printf("catalogue of %,d instances, %,d series, %,d subjects%n", instances, instances / 10, instances / 100);
      print("open and first page", Stopwatch.median(5, () -> {
        try (var catalog = Catalog.open(folder, Optional.empty())) {
          catalog.collection().subjects(CollectionFilter.ALL, Optional.empty(), 100);
        }
      }));
      try (var catalog = Catalog.open(folder, Optional.empty())) {
        measure(catalog);
      }
    } finally {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
      }
    }
  }

  /// Never the same question twice: H2 answers that from memory.
  private static void measure(Catalog catalog) throws Exception {
    var collection = catalog.collection();
    var subjects = collection.subjects(CollectionFilter.ALL, Optional.empty(), 500);
    var at = new AtomicInteger();
    print("a subject's studies", Stopwatch.median(21, () -> collection.studies(next(subjects, at).id(), CollectionFilter.ALL)));
    var studies = subjects.stream().flatMap(s -> collection.studies(s.id(), CollectionFilter.ALL).stream()).toList();
    var series = studies.stream().flatMap(s -> collection.series(s.id(), CollectionFilter.ALL).stream()).toList();
    print("find a study", Stopwatch.median(21, () -> collection.findStudy(next(studies, at).id())));
    print("a study's series", Stopwatch.median(21, () -> collection.series(next(studies, at).id() + 1, CollectionFilter.ALL)));
    print("a series' instances", Stopwatch.median(21, () -> collection.instances(next(series, at).id())));
    print("a page of subjects", Stopwatch.median(21, () -> collection.subjects(CollectionFilter.ALL, Optional.of(next(subjects, at)), 100)));
    print("totals", Stopwatch.median(1, () -> {
      catalog.settings().put("bench", "" + at.incrementAndGet());
      collection.totals();
    }));
    for (var query : new String[] {"m%s", "room%s", "station:room%s", "nothing-has-this-%s", "patientid:p00%s"}) {
      print("filter `" + query.formatted("…") + "`", Stopwatch.median(9, () -> collection.subjects(CollectionFilter.of(query.formatted(at.incrementAndGet())), Optional.empty(), 100)));
    }
  }

  private static <T> T next(List<T> all, AtomicInteger at) {
    return all.get(37 * at.incrementAndGet() % all.size());
  }

  private static void print(String what, double seconds) {
    System.out.printf("  %-28s %8.1f ms%n", what, 1000 * seconds);
  }

  private static void fill(Path folder, int instances) throws Exception {
    try (var catalog = Catalog.open(folder, Optional.empty())) {
      var arrivals = new Arrivals(catalog);
      var batch = new ArrayList<Arrival>();
      for (int i = 0; i < instances; i++) {
        batch.add(new Arrival("/data/%d/%d.dcm".formatted(i / 100, i), "", 1000, 0, Outcome.INSTANCE, "", Optional.of(instance(i)), false));
        if (batch.size() == 500 || i == instances - 1) {
          arrivals.add(batch, (_, _) -> Optional.empty());
          batch.clear();
        }
      }
    }
  }

  private static NewInstance instance(int i) {
    int subject = i / 100;
    int study = i / 50;
    int series = i / 10;
    var id = "P%05d".formatted(subject);
    var modality = series % 3 == 0 ? "MR" : "CT";
    var header = new StringBuilder("patientid=" + id.toLowerCase() + "\nmodality=" + modality.toLowerCase() + "\nstationname=room" + series % 40 + "\n");
    for (int line = 0; line < 60; line++) header.append("attributename").append(line).append("=some value of ordinary length ").append(series + line).append('\n');
    return new NewInstance("id\n" + id, id, "Name^" + subject, "1.2." + study, "20240101", "Study " + study, Map.of("PatientSex", "F"), "1.3." + series, OptionalInt.of(series % 5),
        modality, "Series " + series, header.toString(), "1.4." + i, "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2.1", i % 10, i, 1, 512, 512, true, "");
  }
}
