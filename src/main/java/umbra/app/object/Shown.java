package umbra.app.object;

/// What a view has to show.
public sealed interface Shown<T> {
  record Nothing<T>() implements Shown<T> {}

  record Waiting<T>() implements Shown<T> {}

  /// @param reason for a person: what is wrong and with which file
  record Failed<T>(String reason) implements Shown<T> {}

  record Ready<T>(T content) implements Shown<T> {}
}
