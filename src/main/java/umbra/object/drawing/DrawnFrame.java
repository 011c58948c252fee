package umbra.object.drawing;

import java.util.Optional;

/// A frame that something is to be drawn on.
///
/// @param sopInstanceUid empty for a plane that no image shows
/// @param frame index from 0
/// @param columns pixels across; `rows` down
/// @param title of a plane that no image shows, such as its depth
/// @param thicknessMm what lies nearer than half of this belongs to the frame
public record DrawnFrame(String sopInstanceUid, int frame, int columns, int rows, String title, Optional<ImagePlane> plane, double thicknessMm) {
  public DrawnFrame {
    if (columns < 1 || rows < 1) throw new IllegalArgumentException("a frame without pixels");
  }

  public boolean isImage() {
    return !sopInstanceUid.isEmpty();
  }
}
