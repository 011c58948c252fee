package umbra.object.waveform;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.object.TextFamily;
import umbra.object.TextItem;
import umbra.object.TextWalk;

/// Reads labels of groups and channels, annotations with their values, and whatever else is text.
public final class WaveformText implements TextFamily {
  private static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.9.";
  private static final Tag ANNOTATIONS = Tag.of(0x0040, 0xB020);
  private static final Tag NUMERIC_VALUE = Tag.of(0x0040, 0xA30A);

  @Override
  public boolean holds(String sopClassUid, DataSet dataSet) {
    return sopClassUid.startsWith(SOP_CLASSES) || dataSet.contains(MultiplexGroup.WAVEFORM_SEQUENCE);
  }

  @Override
  public List<TextItem> texts(DicomFile file) {
    var dataSet = file.dataSet();
    var items = new ArrayList<>(TextWalk.of(dataSet, List.of(), TextWalk::isOfTheObject));
    var annotations = dataSet.items(ANNOTATIONS);
    for (int i = 0; i < annotations.size(); i++) {
      int index = i;
      var annotation = annotations.get(i);
      var name = annotation.items(Tag.of(0x0040, 0xA043)).stream().findFirst().flatMap(c -> c.text(Tag.of(0x0008, 0x0104))).orElse("Numeric Value");
      annotation.text(NUMERIC_VALUE).ifPresent(v -> items.add(new TextItem(new TagPath(List.of(new TagPath.Step(ANNOTATIONS, index)), NUMERIC_VALUE), name, v)));
    }
    return items;
  }
}
