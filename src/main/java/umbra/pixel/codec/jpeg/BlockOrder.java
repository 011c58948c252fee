package umbra.pixel.codec.jpeg;

import umbra.dicom.DicomFormatException;
import umbra.pixel.codec.EncodedFrame;

/// The order of blocks in a scan (ISO/IEC 10918-1 A.2): one component block by block without those that only fill up, several
/// in MCUs; with what has to happen at restart markers.
final class BlockOrder {
  private BlockOrder() {}

  /// Decodes one block.
  @FunctionalInterface
  interface Blocks {
    void block(Component component, int across, int down) throws DicomFormatException;
  }

  /// @throws DicomFormatException if the data end before the blocks do, or a restart marker is missing
  static void walk(JpegStream stream, JpegStream.Scan scan, EncodedFrame frame, Blocks blocks) throws DicomFormatException {
    boolean single = scan.components().length == 1;
    var first = scan.components()[0];
    int across = single ? JpegStream.ceil(first.width, 8) : JpegStream.ceil(stream.columns, 8 * stream.maxH);
    int down = single ? JpegStream.ceil(first.height, 8) : JpegStream.ceil(stream.rows, 8 * stream.maxV);
    int left = stream.restartInterval;
    for (int y = 0; y < down; y++) {
      frame.checkpoint().check();
      for (int x = 0; x < across; x++) {
        if (stream.restartInterval > 0 && left-- == 0) {
          restart(stream, scan);
          left = stream.restartInterval - 1;
        }
        if (single) {
          blocks.block(first, x, y);
        } else {
          for (var c : scan.components()) {
            for (int v = 0; v < c.v; v++) for (int h = 0; h < c.h; h++) blocks.block(c, x * c.h + h, y * c.v + v);
          }
        }
      }
      if (scan.bits().isOverrun()) throw stream.malformed("scan ends in row " + (y + 1) + " of " + down + " rows of blocks");
    }
  }

  private static void restart(JpegStream stream, JpegStream.Scan scan) throws DicomFormatException {
    if (scan.bits().isOverrun() || !scan.bits().restart()) throw stream.malformed("restart interval ends early");
    for (var c : scan.components()) c.prediction = 0;
  }
}
