package umbra.deid.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import umbra.dicom.dict.Table;

/// The dispositions of The Cancer Imaging Archive for elements at one place inside Sequences: advice of curators, no guarantee.
public final class TciaNested {
  private static final class Standard {
    static final TciaNested INSTANCE = new TciaNested(Table.load(TciaNested.class, "tcia-nested.txt"));
  }

  private final Map<String, String> dispositions = new HashMap<>();

  private TciaNested(Table table) {
    for (int line = 0; line < table.size(); line++) dispositions.put(table.cells(line).get(0), table.cells(line).get(1));
  }

  public static TciaNested standard() {
    return Standard.INSTANCE;
  }

  /// @param path steps `(gggg,eeee)` or `(gggg,"creator",ee)` joined by `>`
  /// @return k, d, h, o or oi
  public Optional<String> find(String path) {
    return Optional.ofNullable(dispositions.get(path.toLowerCase(Locale.ROOT)));
  }
}
