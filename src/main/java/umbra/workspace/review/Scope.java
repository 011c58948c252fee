package umbra.workspace.review;

/// How far a box reaches.
public sealed interface Scope {
  /// The frame in front.
  record Frame() implements Scope {}

  /// @param first position in the series from 1, over all its instances
  /// @param last included
  record Frames(int first, int last) implements Scope {
    public Frames {
      if (first < 1 || last < first) throw new IllegalArgumentException("frames are numbered from 1, the first before the last");
    }
  }

  /// All frames of the instance in front.
  record Instance() implements Scope {}

  /// All frames of all instances of the series.
  record Series() implements Scope {}

  /// All series of the same device, size and SOP Class.
  record Group() implements Scope {}

  /// Whether it reaches what is not in front: then a person looks at it first.
  default boolean isWide() {
    return this instanceof Series || this instanceof Group;
  }
}
