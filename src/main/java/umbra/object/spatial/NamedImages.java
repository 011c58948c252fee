package umbra.object.spatial;

import java.util.LinkedHashSet;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// The images of a Referenced Image Sequence, as [umbra.object.drawing.Drawable#names] writes them.
final class NamedImages {
  private static final Tag IMAGES = Tag.of(0x0008, 0x1140);
  private static final Tag INSTANCE = Tag.of(0x0008, 0x1155);
  private static final Tag FRAME = Tag.of(0x0008, 0x1160);

  private NamedImages() {}

  static Set<String> of(DataSet item) {
    var names = new LinkedHashSet<String>();
    for (var image : item.items(IMAGES)) {
      var uid = image.text(INSTANCE).orElse("");
      if (image.decimal(FRAME, 0).isEmpty()) names.add(uid);
      for (int i = 0; image.decimal(FRAME, i).isPresent(); i++) names.add(uid + "#" + (int) image.decimal(FRAME, i).getAsDouble());
    }
    return names;
  }

  /// @param frame index from 0
  static boolean hold(Set<String> names, String sopInstanceUid, int frame) {
    return names.contains(sopInstanceUid) || names.contains(sopInstanceUid + "#" + (frame + 1));
  }
}
