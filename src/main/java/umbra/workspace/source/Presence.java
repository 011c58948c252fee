package umbra.workspace.source;

/// What became of a source since it was imported.
public enum Presence {
  THERE,
  /// Another size or time than at import: importing it again brings the catalogue up to date.
  CHANGED,
  /// The file, its folder or its drive is not there now.
  GONE,
  /// There, but may not be read, or the drive fails.
  UNREADABLE
}
