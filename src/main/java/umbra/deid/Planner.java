package umbra.deid;

import umbra.dicom.DataSet;
import umbra.dicom.TagPath;

/// Plans what a profile does to Data Sets. Pure: nothing is written, the source is untouched. Safe for use by several threads.
public interface Planner {
  Plan plan(DataSet dataSet, Facts facts);

  /// The effective rule of an element, and where it comes from.
  ///
  /// @param dataSet the instance it stands in: its SOP Class, and its Private Creators, matter
  RuleExplanation explain(DataSet dataSet, TagPath where);
}
