package umbra.object;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DicomFile;
import umbra.dicom.Tags;

/// Reads the text of an object with the first family that knows it. `umbra.Main` names the families.
public final class ObjectText {
  private final List<TextFamily> families;

  public ObjectText(List<TextFamily> families) {
    this.families = List.copyOf(families);
  }

  /// Some family reads such an object.
  public boolean reads(DicomFile file) {
    return family(file).isPresent();
  }

  /// The text of the object in reading order; empty if no family knows it, which does not mean that it has none.
  public Optional<List<TextItem>> of(DicomFile file) throws IOException {
    var family = family(file);
    return family.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(family.get().texts(file)));
  }

  private Optional<TextFamily> family(DicomFile file) {
    var dataSet = file.dataSet();
    var sopClass = dataSet.text(Tags.SOP_CLASS_UID).or(() -> file.fileMeta().text(Tags.MEDIA_STORAGE_SOP_CLASS_UID)).orElse("");
    return families.stream().filter(f -> f.holds(sopClass, dataSet)).findFirst();
  }
}
