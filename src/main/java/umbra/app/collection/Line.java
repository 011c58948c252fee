package umbra.app.collection;

import umbra.catalog.SeriesRow;
import umbra.catalog.StudyRow;
import umbra.catalog.SubjectRow;

/// One line of the collection.
public sealed interface Line {
  /// What a line is of, however its counts change.
  record Key(Level level, long id) {}

  enum Level { SUBJECT, STUDY, SERIES }

  record Subject(SubjectRow row) implements Line {}

  record Study(StudyRow row) implements Line {}

  record Series(SeriesRow row) implements Line {}

  default Key key() {
    return switch (this) {
      case Subject(var row) -> new Key(Level.SUBJECT, row.id());
      case Study(var row) -> new Key(Level.STUDY, row.id());
      case Series(var row) -> new Key(Level.SERIES, row.id());
    };
  }

  default boolean canOpen() {
    return !(this instanceof Series);
  }
}
