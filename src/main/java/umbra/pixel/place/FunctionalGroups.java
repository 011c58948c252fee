package umbra.pixel.place;

import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// Where attributes of a frame stand (PS3.3 C.7.6.16).
public final class FunctionalGroups {
  private FunctionalGroups() {}

  /// The macro's Item for a frame, else the shared one, else the Data Set itself.
  ///
  /// @param frame index from 0
  public static DataSet macro(DataSet dataSet, int frame, Tag macro) {
    var perFrame = dataSet.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS);
    var own = frame < perFrame.size() ? perFrame.get(frame).items(macro) : List.<DataSet>of();
    if (!own.isEmpty()) return own.getFirst();
    var shared = dataSet.items(Tags.SHARED_FUNCTIONAL_GROUPS);
    var common = shared.isEmpty() ? List.<DataSet>of() : shared.getFirst().items(macro);
    return common.isEmpty() ? dataSet : common.getFirst();
  }
}
