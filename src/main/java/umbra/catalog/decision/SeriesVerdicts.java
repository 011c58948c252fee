package umbra.catalog.decision;

import java.util.HashMap;
import java.util.Map;
import umbra.catalog.Catalog;

/// The verdicts on series as they are now.
public final class SeriesVerdicts {
  private SeriesVerdicts() {}

  /// By series; `release`, `withhold` or `unsure`, a line feed and the reason.
  public static Map<Long, String> of(Catalog catalog) {
    return catalog.read(connection -> {
      try (var find = connection.prepareStatement("SELECT series_id, verdict FROM series_verdict"); var r = find.executeQuery()) {
        var all = new HashMap<Long, String>();
        while (r.next()) all.put(r.getLong(1), r.getString(2));
        return all;
      }
    });
  }
}
