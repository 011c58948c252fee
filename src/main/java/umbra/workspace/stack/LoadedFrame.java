package umbra.workspace.stack;

import umbra.pixel.view.Plane;
import umbra.pixel.view.Prepared;

/// A decoded frame with all that is needed to show it and to talk about it; outlives its file.
///
/// @param stored the stored values, for the probe
/// @param bits Bits Stored
public record LoadedFrame(Slice slice, Plane stored, Prepared prepared, FrameFacts facts, String photometric, int bits) {
  /// Memory of all samples, those that `stored` and `prepared` share counted once.
  public long bytes() {
    return prepared.bytes() + (stored.values() == prepared.plane().values() ? 0 : stored.bytes());
  }
}
