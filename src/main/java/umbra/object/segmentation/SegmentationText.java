package umbra.object.segmentation;

import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.object.TextFamily;
import umbra.object.TextItem;
import umbra.object.TextWalk;

/// Reads labels and descriptions of segments, maps, registrations, fiducials and mappings.
public final class SegmentationText implements TextFamily {
  private static final List<String> SOP_CLASSES = List.of("1.2.840.10008.5.1.4.1.1.66", "1.2.840.10008.5.1.4.1.1.30", "1.2.840.10008.5.1.4.1.1.67", "1.2.840.10008.5.1.4.1.1.68.");

  @Override
  public boolean holds(String sopClassUid, DataSet dataSet) {
    return SOP_CLASSES.stream().anyMatch(sopClassUid::startsWith);
  }

  @Override
  public List<TextItem> texts(DicomFile file) {
    return TextWalk.of(file.dataSet(), List.of(), TextWalk::isOfTheObject);
  }
}
