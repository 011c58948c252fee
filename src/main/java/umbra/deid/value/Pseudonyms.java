package umbra.deid.value;

/// The one map of a collection from what was to what will be. Safe for use by several threads.
public interface Pseudonyms {
  /// The same subject for all source subjects that are one person.
  Subject subject(SourceSubject source);

  /// The UID in place of this one: the same whenever the same original comes. UIDs that the standard itself gave out come back
  /// as they are.
  ///
  /// @param original without padding
  String uid(String original);
}
