package umbra.object.slide;

import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.object.TextFamily;
import umbra.object.TextItem;
import umbra.object.TextWalk;

/// Reads container and specimen identifiers, preparation steps, label text and bar codes of slides, and the labels of their annotations.
public final class SlideText implements TextFamily {
  private static final List<String> SOP_CLASSES = List.of("1.2.840.10008.5.1.4.1.1.77.1.6", "1.2.840.10008.5.1.4.1.1.77.1.2", "1.2.840.10008.5.1.4.1.1.91.");

  @Override
  public boolean holds(String sopClassUid, DataSet dataSet) {
    return SOP_CLASSES.stream().anyMatch(sopClassUid::startsWith);
  }

  @Override
  public List<TextItem> texts(DicomFile file) {
    return TextWalk.of(file.dataSet(), List.of(), TextWalk::isOfTheObject);
  }
}
