package umbra.object.presentation;

import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.object.TextFamily;
import umbra.object.TextItem;
import umbra.object.TextWalk;

/// Reads labels, text objects and names of graphic layers of presentation states, and the selectors of hanging protocols.
public final class PresentationText implements TextFamily {
  private static final List<String> SOP_CLASSES = List.of("1.2.840.10008.5.1.4.1.1.11.", "1.2.840.10008.5.1.4.38.", "1.2.840.10008.5.1.4.39.");

  @Override
  public boolean holds(String sopClassUid, DataSet dataSet) {
    return SOP_CLASSES.stream().anyMatch(sopClassUid::startsWith);
  }

  @Override
  public List<TextItem> texts(DicomFile file) {
    return TextWalk.of(file.dataSet(), List.of(), TextWalk::isOfTheObject);
  }
}
