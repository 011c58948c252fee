package umbra.deid;

import java.util.List;
import java.util.Map;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// What a profile makes of one Data Set.
///
/// @param result marked as de-identified, without what belongs into the File Meta Information
/// @param decisions of all elements that do not simply stay, in the order of the Data Set
/// @param tops the figures by the elements of the top; what is nested counts for the Sequence it stands in, and all private elements for one of them
public record Plan(DataSet source, DataSet result, List<Decision> decisions, Retention retention, Map<Tag, Retention> tops, List<Remark> remarks) {
  public Plan {
    decisions = List.copyOf(decisions);
    tops = Map.copyOf(tops);
    remarks = List.copyOf(remarks);
  }

  /// Only the figures: the Data Sets end with their file.
  public Plan forgetting() {
    return new Plan(DataSet.EMPTY, DataSet.EMPTY, List.of(), retention, Map.of(), remarks);
  }
}
