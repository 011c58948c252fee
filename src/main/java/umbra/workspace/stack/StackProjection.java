package umbra.workspace.stack;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import umbra.job.JobContext;
import umbra.pixel.view.Prepared;
import umbra.pixel.view.Projection;

/// A whole stack projected into one frame, read one frame after the other and none kept.
///
/// @param frame as if it were the first frame of the stack; empty if no frame of it could be decoded
/// @param frames how many went in
/// @param left how many did not: of another size, or not decodable
public record StackProjection(Projection.Kind kind, Optional<LoadedFrame> frame, int frames, int left) {

  /// @throws CancellationException if it is no longer wanted
  public static StackProjection of(Stack stack, Projection.Kind kind, FrameSource source, JobContext context) {
    var projection = new Projection(kind);
    var first = Optional.<LoadedFrame>empty();
    int left = 0;
    for (int i = 0; i < stack.size(); i++) {
      context.checkCancelled();
      switch (source.load(stack.slice(i), context::checkCancelled)) {
        case FrameLoad.Loaded(LoadedFrame frame) -> {
          projection.add(frame.prepared());
          if (first.isEmpty()) first = Optional.of(frame);
        }
        case FrameLoad.Undecodable _, FrameLoad.Lost _ -> left++;
      }
      context.progress(i + 1, stack.size());
    }
    var like = first;
    var shown = projection.result().flatMap(p -> like.map(f -> frame(f, p)));
    return new StackProjection(kind, shown, projection.frames(), left + projection.skipped());
  }

  private static LoadedFrame frame(LoadedFrame like, Prepared prepared) {
    return new LoadedFrame(like.slice(), prepared.plane(), prepared, like.facts(), like.photometric(), like.bits());
  }
}
