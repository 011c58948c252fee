package umbra.pixel.redact.region;

/// A rectangle to blacken in a range of frames.
///
/// Frames are numbered **from 1**, first and last included, as DICOM and Umbra's command line count them; x and y are pixels
/// from 0 at the top left corner of the stored frame. A region may reach beyond the image and beyond its frames.
public record Region(int frameFirst, int frameLast, int x, int y, int width, int height) {
  /// A last frame that no image reaches.
  public static final int LAST = Integer.MAX_VALUE;

  /// @throws IllegalArgumentException if it holds no pixel or no frame
  public Region {
    if (frameFirst < 1 || frameLast < frameFirst) throw new IllegalArgumentException("frames of a region are numbered from 1, the first before the last");
    if (width < 1 || height < 1) throw new IllegalArgumentException("a region is at least one pixel wide and high");
  }

  /// A rectangle in every frame.
  public static Region ofAllFrames(int x, int y, int width, int height) {
    return new Region(1, LAST, x, y, width, height);
  }

  /// @param frame index from **0**, as our frame readers count
  public boolean isOn(int frame) {
    return frame >= frameFirst - 1 && frame < frameLast;
  }

  public Box box() {
    return new Box(x, y, width, height);
  }

  /// This rectangle grown or moved, in the same frames.
  public Region with(Box box) {
    return new Region(frameFirst, frameLast, box.x(), box.y(), box.width(), box.height());
  }
}
