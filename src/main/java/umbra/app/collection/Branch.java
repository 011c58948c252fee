package umbra.app.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import umbra.catalog.Collection;
import umbra.catalog.CollectionFilter;
import umbra.catalog.SubjectRow;

/// A subject with the lines below it that are open.
record Branch(SubjectRow subject, boolean open, List<Line> below) {

  /// Reads what is open of a subject.
  static Branch read(SubjectRow subject, Collection collection, CollectionFilter filter, Set<Line.Key> open) {
    var below = new ArrayList<Line>();
    boolean isOpen = open.contains(new Line.Key(Line.Level.SUBJECT, subject.id()));
    if (isOpen) {
      for (var study : collection.studies(subject.id(), filter)) {
        boolean studyOpen = open.contains(new Line.Key(Line.Level.STUDY, study.id()));
        below.add(new Line.Study(study, studyOpen));
        if (studyOpen) for (var series : collection.series(study.id(), filter)) below.add(new Line.Series(series));
      }
    }
    return new Branch(subject, isOpen, List.copyOf(below));
  }
}
