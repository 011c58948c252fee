package umbra.practice;

import java.util.Set;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.dict.TagPaths;
import umbra.practice.picture.BurnedText;

/// Where in the practice files identifiers were planted: one CSV row each (RFC 4180).
final class AnswerKey {
  private static final Set<String> IDENTIFYING = Set.of("PatientID", "AccessionNumber", "InstitutionName", "InstitutionAddress", "StationName",
      "DeviceSerialNumber", "ImageComments", "TextValue", "UnformattedTextValue", "ContainerIdentifier", "SpecimenIdentifier", "LabelText", "BarcodeValue");

  private final StringBuilder burned = new StringBuilder("file,frame_first,frame_last,x,y,width,height,text,identifying\r\n");
  private String family = "";
  private final StringBuilder rows = new StringBuilder("file,tag_path,vr,value\r\n");

  void add(String file, DataSet dataSet) {
    family = dataSet.text(Tags.PATIENT_NAME).map(n -> n.split("\\^")[0]).orElse("");
    for (var element : dataSet) add(file, dataSet, TagPath.of(element.tag()), element);
  }

  private void add(String file, DataSet dataSet, TagPath path, DataElement element) {
    int item = 0;
    for (var nested : element.items()) {
      for (var e : nested) add(file, nested, path.child(item, e.tag()), e);
      item++;
    }
    if (!isIdentifying(element) && !namesPatient(dataSet, element)) return;
    for (var value : Text.values(element, dataSet.characterSets())) {
      if (!value.isEmpty()) rows.append(quoted(file)).append(',').append(quoted(TagPaths.print(path))).append(',').append(element.vr()).append(',').append(quoted(value)).append("\r\n");
    }
  }

  void add(String file, BurnedText text) {
    burned.append(quoted(file)).append(',').append(text.firstFrame()).append(',').append(text.lastFrame()).append(',').append(text.x()).append(',').append(text.y()).append(',')
        .append(text.width()).append(',').append(text.height()).append(',').append(quoted(text.text())).append(',').append(text.identifying() ? "yes" : "no").append("\r\n");
  }

  /// The text in the pixels. Frames from 1, boxes in stored pixels from 0.
  String burnedCsv() {
    return burned.toString();
  }

  private boolean namesPatient(DataSet dataSet, DataElement element) {
    return element.vr().isText() && element.items().isEmpty() && !family.isEmpty() && String.join("\\", Text.values(element, dataSet.characterSets())).contains(family);
  }

  private static boolean isIdentifying(DataElement element) {
    if (element.vr() == VR.PN || element.vr() == VR.DA) return true;
    if (element.vr() == VR.UI) return !element.tag().equals(Tags.SOP_CLASS_UID);
    return IDENTIFYING.contains(TagPaths.print(TagPath.of(element.tag())));
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  String csv() {
    return rows.toString();
  }
}
