package umbra.workspace.stack;

/// What became of a frame that was asked for.
public sealed interface FrameLoad {
  record Loaded(LoadedFrame frame) implements FrameLoad {}

  /// There will never be a picture.
  ///
  /// @param reason why, without the place
  record Undecodable(String reason) implements FrameLoad {}

  /// Its bytes are out of reach now: the drive has gone, the share is down. Asking again may help.
  ///
  /// @param place what was to be read
  record Lost(String place) implements FrameLoad {}
}
