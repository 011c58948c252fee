package umbra.app.viewer.tile;

import umbra.workspace.stack.LoadedFrame;
import umbra.workspace.stack.StackProjection;

/// What a tile shows.
public sealed interface TileContent {
  record Empty() implements TileContent {}

  /// The first frame is on its way.
  record Waiting() implements TileContent {}

  /// @param index from 0 in the stack
  record Frame(int index, LoadedFrame frame) implements TileContent {}

  record Projected(StackProjection projection, LoadedFrame frame) implements TileContent {}

  /// A frame that cannot be shown, and why.
  record Failed(int index, String reason) implements TileContent {}

  /// A source that is out of reach now.
  record Lost(int index, String place) implements TileContent {}
}
