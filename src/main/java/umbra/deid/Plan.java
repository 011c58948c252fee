package umbra.deid;

import java.util.List;
import umbra.dicom.DataSet;

/// What a profile makes of one Data Set.
///
/// @param result marked as de-identified, without what belongs into the File Meta Information
/// @param decisions of all elements that do not simply stay, in the order of the Data Set
public record Plan(DataSet source, DataSet result, List<Decision> decisions, Retention retention, List<Remark> remarks) {
  public Plan {
    decisions = List.copyOf(decisions);
    remarks = List.copyOf(remarks);
  }

  /// Only the figures: the Data Sets end with their file.
  public Plan forgetting() {
    return new Plan(DataSet.EMPTY, DataSet.EMPTY, List.of(), retention, remarks);
  }
}
