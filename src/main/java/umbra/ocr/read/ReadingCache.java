package umbra.ocr.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers what crops said: text that stands still over a series is read once. For several threads.
public final class ReadingCache<T> {
  private final Map<String, T> known;

  /// @param most crops remembered; those not asked for the longest go first
  public ReadingCache(int most) {
    this.known = new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > most;
      }
    };
  }

  public Optional<T> find(Crop crop) {
    var key = crop.key();
    synchronized (known) {
      return Optional.ofNullable(known.get(key));
    }
  }

  public void put(Crop crop, T reading) {
    var key = crop.key();
    synchronized (known) {
      known.put(key, reading);
    }
  }
}
