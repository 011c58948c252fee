package umbra.workspace.integrity;

import java.util.HashSet;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// What others may call an instance by.
///
/// @param frames how many it has; 0 if its header was not read, and any number is then taken as there
/// @param segments their numbers
/// @param space its own Frame of Reference UID; empty if it has none
public record Named(String sopInstance, String modality, int frames, Set<Integer> segments, String space) {
  private static final Tag NUMBER_OF_FRAMES = Tag.of(0x0028, 0x0008);
  private static final Tag SEGMENTS = Tag.of(0x0062, 0x0002);
  private static final Tag SEGMENT_NUMBER = Tag.of(0x0062, 0x0004);
  private static final Tag FRAME_OF_REFERENCE = Tag.of(0x0020, 0x0052);

  public Named {
    segments = Set.copyOf(segments);
  }

  public static Named of(DataSet dataSet) {
    var segments = new HashSet<Integer>();
    for (var item : dataSet.items(SEGMENTS)) item.integer(SEGMENT_NUMBER).ifPresent(segments::add);
    return new Named(text(dataSet, Tags.SOP_INSTANCE_UID), dataSet.text(Tags.MODALITY).map(String::strip).filter(m -> !m.isEmpty()).orElse("?"), Math.max(1, dataSet.integer(NUMBER_OF_FRAMES).orElse(1)),
        segments, text(dataSet, FRAME_OF_REFERENCE));
  }

  /// One whose header nobody read, because it stays.
  public static Named unread(String sopInstance, String modality) {
    return new Named(sopInstance, modality, 0, Set.of(), "");
  }

  private static String text(DataSet dataSet, Tag tag) {
    return dataSet.text(tag).orElse("").strip();
  }

  boolean has(Reference reference) {
    return frames == 0 || switch (reference.kind()) {
      case INSTANCE -> true;
      case FRAME -> reference.number() >= 1 && reference.number() <= frames;
      case SEGMENT -> segments.contains(reference.number());
      case FRAME_OF_REFERENCE -> space.equals(reference.uid());
    };
  }
}
