package umbra.catalog.arrival;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.catalog.SourceRow.Outcome;

/// Takes in what an import found, one batch a transaction, in the order in which the files were met.
///
/// For one import at a time: it remembers the rows it made, so that most instances cost two inserts.
public final class Arrivals {
  private static final int MOST_REMEMBERED = 5000;

  /// A file and what it turned out to be. `instance` only for outcome INSTANCE.
  ///
  /// @param replaces the catalogue may have a row of this file from before, whose place this one takes
  public record Arrival(String path, String member, long bytes, long modified, Outcome outcome, String reason, Optional<NewInstance> instance, boolean replaces) {
    public static Arrival without(String path, String member, long bytes, long modified, Outcome outcome, String reason) {
      return new Arrival(path, member, bytes, modified, outcome, reason, Optional.empty(), true);
    }

    /// The same of a file of which the catalogue knows nothing: saves looking.
    public Arrival asNew() {
      return new Arrival(path, member, bytes, modified, outcome, reason, instance, false);
    }
  }

  /// Tells contents apart when two files claim the same SOP Instance UID.
  @FunctionalInterface
  public interface Contents {
    /// SHA-256 in hexadecimal digits; empty if the file cannot be read now.
    Optional<String> sha256(String path, String member);
  }

  /// @param added new instances; `variants` those of them with a SOP Instance UID that was there with other content
  public record Result(long added, long variants, long duplicates, long directories, long notDicom, long quarantined) {
    public static final Result NONE = new Result(0, 0, 0, 0, 0, 0);

    public Result plus(Result o) {
      return new Result(added + o.added, variants + o.variants, duplicates + o.duplicates, directories + o.directories, notDicom + o.notDicom, quarantined + o.quarantined);
    }
  }

  private final Catalog catalog;
  private final Map<String, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };

  public Arrivals(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Commits a batch. A file that was there before with other content replaces what came of it then.
  public Result add(List<Arrival> batch, Contents contents) {
    try {
      return catalog.write(connection -> {
        try (var writer = new ArrivalWriter(connection, catalog, known, contents)) {
          var result = Result.NONE;
          for (var arrival : batch) result = result.plus(writer.add(arrival));
          writer.flush();
          return result;
        }
      });
    } catch (RuntimeException e) {
      known.clear(); // ids of rows that were rolled back
      throw e;
    }
  }
}
