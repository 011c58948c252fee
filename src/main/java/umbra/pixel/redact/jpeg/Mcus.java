package umbra.pixel.redact.jpeg;

import java.util.List;
import umbra.pixel.codec.jpeg.JpegStream;
import umbra.pixel.redact.region.Box;

/// The MCUs of a frame and which of them are blackened. A frame of one component has MCUs of one block, whatever its sampling
/// factors (ISO/IEC 10918-1 A.2.2).
final class Mcus {
  final int across;
  final int down;
  private final boolean[] black;

  Mcus(JpegStream stream, List<Box> boxes) {
    boolean one = stream.components().length == 1;
    int width = one ? 8 : 8 * stream.maxH();
    int height = one ? 8 : 8 * stream.maxV();
    across = JpegStream.ceil(stream.columns(), width);
    down = JpegStream.ceil(stream.rows(), height);
    black = new boolean[across * down];
    for (var box : boxes) {
      for (int y = box.y() / height; y < down && y * height < box.bottom(); y++) {
        for (int x = box.x() / width; x < across && x * width < box.right(); x++) black[y * across + x] = true;
      }
    }
  }

  boolean isBlack(int x, int y) {
    return black[y * across + x];
  }
}
