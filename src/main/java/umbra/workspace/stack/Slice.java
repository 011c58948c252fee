package umbra.workspace.stack;

import umbra.pixel.FrameKey;
import umbra.workspace.source.SourcePlace;

/// One frame of a stack.
///
/// @param instance row of the catalogue; 0 for a file that is in none
/// @param frame index from 0
/// @param frames how many the instance has
public record Slice(long instance, SourcePlace place, int frame, int frames) {

  public FrameKey key() {
    return new FrameKey(place.toString(), frame);
  }
}
