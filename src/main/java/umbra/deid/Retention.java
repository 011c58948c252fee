package umbra.deid;

/// How many Data Elements, nested ones included, came out how. Group lengths and padding do not count.
public record Retention(int kept, int cleaned, int replaced, int removed) {
  public static final Retention NONE = new Retention(0, 0, 0, 0);

  public int in() {
    return kept + cleaned + replaced + removed;
  }

  public Retention plus(Retention other) {
    return new Retention(kept + other.kept, cleaned + other.cleaned, replaced + other.replaced, removed + other.removed);
  }
}
