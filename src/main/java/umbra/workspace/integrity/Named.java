package umbra.workspace.integrity;

import java.util.HashSet;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// The UIDs by which an instance is called, and those by which it speaks of others.
///
/// @param references SOP Instance UIDs at any depth
/// @param frames Frame of Reference UIDs at any depth
public record Named(String sopInstance, String modality, Set<String> references, Set<String> frames) {
  private static final Tag REFERENCED_SOP_INSTANCE = Tag.of(0x0008, 0x1155);
  private static final Tag FRAME_OF_REFERENCE = Tag.of(0x0020, 0x0052);
  private static final Tag REFERENCED_FRAME_OF_REFERENCE = Tag.of(0x3006, 0x0024);
  /// Stands where a reference is required and nothing may be said.
  private static final String DUMMY = "2.25.0";
  private static final Tag STUDY = Tag.of(0x0020, 0x000D);

  public Named {
    references = Set.copyOf(references);
    frames = Set.copyOf(frames);
  }

  /// References to the study itself, as old RT objects make them, are none to an instance.
  public static Named of(DataSet dataSet) {
    var references = new HashSet<String>();
    var frames = new HashSet<String>();
    collect(dataSet, references, frames);
    dataSet.text(STUDY).map(String::strip).ifPresent(references::remove);
    return new Named(dataSet.text(Tags.SOP_INSTANCE_UID).orElse("").strip(), dataSet.text(Tags.MODALITY).orElse("?").strip(), references, frames);
  }

  private static void collect(DataSet dataSet, Set<String> references, Set<String> frames) {
    for (var element : dataSet) for (var item : element.items()) collect(item, references, frames);
    dataSet.text(REFERENCED_SOP_INSTANCE).map(String::strip).filter(u -> !u.isEmpty() && !u.equals(DUMMY)).ifPresent(references::add);
    for (var tag : new Tag[] {FRAME_OF_REFERENCE, REFERENCED_FRAME_OF_REFERENCE}) dataSet.text(tag).map(String::strip).filter(u -> !u.isEmpty()).ifPresent(frames::add);
  }
}
