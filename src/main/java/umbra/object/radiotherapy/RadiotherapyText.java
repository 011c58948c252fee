package umbra.object.radiotherapy;

import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.object.TextFamily;
import umbra.object.TextItem;
import umbra.object.TextWalk;

/// Reads labels, names, descriptions and comments of radiotherapy objects of both generations.
public final class RadiotherapyText implements TextFamily {
  private static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.481.";
  /// Tomotherapeutic and other treatment devices of older makers store plans below a private class.
  private static final List<String> MODALITIES = List.of("RTSTRUCT", "RTPLAN", "RTDOSE", "RTRECORD", "RTIMAGE");

  @Override
  public boolean holds(String sopClassUid, DataSet dataSet) {
    return sopClassUid.startsWith(SOP_CLASSES) || !sopClassUid.startsWith("1.2.840.10008.") && dataSet.text(umbra.dicom.Tags.MODALITY).filter(MODALITIES::contains).isPresent();
  }

  @Override
  public List<TextItem> texts(DicomFile file) {
    return TextWalk.of(file.dataSet(), List.of(), TextWalk::isOfTheObject);
  }
}
