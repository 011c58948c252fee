package planted.io;

/// Breaks the layers: the lowest sees a higher one.
public class LooksUp {
  planted.pixel.Everything seen;
}
