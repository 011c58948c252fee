package umbra.pixel.codec.jpeg2000;

import java.util.function.IntConsumer;

/// Runs independent pieces of work, in whatever threads its maker owns. Returns when all are done.
///
/// What a piece throws is thrown by [#run]. Pieces share nothing but what they only read, so any order will do.
@FunctionalInterface
public interface ParallelFor {
  /// One after the other in the calling thread.
  ParallelFor SEQUENTIAL = (count, piece) -> {
    for (int i = 0; i < count; i++) piece.accept(i);
  };

  /// Calls `piece` with every index from 0 to `count - 1`.
  void run(int count, IntConsumer piece);
}
