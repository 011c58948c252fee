package umbra.workspace.stack;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import umbra.io.LostSourceException;
import umbra.pixel.Checkpoint;
import umbra.pixel.place.SlicePlane;
import umbra.workspace.source.SourceFiles;

/// How deep each frame of a stack lies along the normal, for scrolling stacks together.
public final class StackDepths {
  private final Optional<SlicePlane> first;
  /// Millimetres; NaN where not known.
  private final double[] depths;

  StackDepths(Optional<SlicePlane> first, double[] depths) {
    this.first = first;
    this.depths = depths;
  }

  static StackDepths read(Stack stack, SourceFiles files, Checkpoint checkpoint) {
    var depths = new double[stack.size()];
    Arrays.fill(depths, Double.NaN);
    var first = Optional.<SlicePlane>empty();
    for (int i = 0; i < depths.length; ) {
      checkpoint.check();
      var slice = stack.slice(i);
      try (var file = files.openHeader(slice.place())) {
        for (int f = 0; f < slice.frames(); f++) {
          var plane = SlicePlane.of(file.dataSet(), f);
          if (first.isEmpty()) first = plane;
          var reference = first;
          depths[i + f] = plane.filter(p -> p.isParallelTo(reference.orElse(p))).map(SlicePlane::depth).orElse(Double.NaN);
        }
      } catch (IOException | LostSourceException _) {
        // its frames stay without a depth
      }
      i += slice.frames();
    }
    return new StackDepths(first, depths);
  }

  /// The frame of the other stack that lies nearest to a frame of this one; empty if the two cannot be compared.
  ///
  /// @param index from 0
  public OptionalInt nearest(int index, StackDepths other) {
    boolean comparable = first.isPresent() && other.first.isPresent() && first.get().isParallelTo(other.first.get());
    if (!comparable || Double.isNaN(depths[index])) return OptionalInt.empty();
    int nearest = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < other.depths.length; i++) {
      double distance = Math.abs(other.depths[i] - depths[index]);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
  }
}
