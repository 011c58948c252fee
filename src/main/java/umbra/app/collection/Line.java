package umbra.app.collection;

import umbra.catalog.SeriesRow;
import umbra.catalog.StudyRow;
import umbra.catalog.SubjectRow;

/// One line of the collection.
public sealed interface Line {
  /// What a line is of, however its counts change.
  record Key(Level level, long id) {}

  enum Level { SUBJECT, STUDY, SERIES }

  record Subject(SubjectRow row, boolean open) implements Line {}

  record Study(StudyRow row, boolean open) implements Line {}

  record Series(SeriesRow row) implements Line {}

  default Key key() {
    return switch (this) {
      case Subject(var row, _) -> new Key(Level.SUBJECT, row.id());
      case Study(var row, _) -> new Key(Level.STUDY, row.id());
      case Series(var row) -> new Key(Level.SERIES, row.id());
    };
  }

  /// Whether what is below it is listed, as far as this line knows.
  default boolean isOpen() {
    return switch (this) {
      case Subject(_, var open) -> open;
      case Study(_, var open) -> open;
      case Series _ -> false;
    };
  }

  default boolean canOpen() {
    return !(this instanceof Series);
  }
}
