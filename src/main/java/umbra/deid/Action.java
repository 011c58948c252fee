package umbra.deid;

import umbra.dicom.Value;

/// What happens to one Data Element.
public sealed interface Action {
  Action KEEP = new Keep();
  Action REMOVE = new Remove();
  Action EMPTY = new Empty();

  record Keep() implements Action {}

  record Remove() implements Action {}

  record Empty() implements Action {}

  /// Another value.
  ///
  /// @param cleaned it still means what the old one meant (a shifted date, a new UID, a cleaned text), so it is no mere dummy
  record Replace(Value value, boolean cleaned) implements Action {}

  /// A Sequence that stays and whose Items were gone through; what was done there has decisions of its own.
  record Within() implements Action {}

  /// An element that was not there before: the marks of de-identification.
  record Add(Value value) implements Action {}
}
