package umbra.pixel.redact.jpeg;

import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.UnsupportedDicomException;
import umbra.io.ByteSlice;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.jpeg.JpegStream;
import umbra.pixel.redact.fill.Fill;
import umbra.pixel.redact.frame.FrameRewriter;
import umbra.pixel.redact.region.Box;
import umbra.pixel.redact.region.Cell;
import umbra.pixel.stream.code.JpegSegments;

/// Blackens the MCUs of sequential DCT frames of 8 and 12 bits; progressive, arithmetic and hierarchical ones are refused.
public final class DctRewriter implements FrameRewriter {
  private static final int HEADER = 1 << 16;

  private final DataSet dataSet;
  private final Fill fill;

  public DctRewriter(DataSet dataSet, Fill fill) {
    this.dataSet = dataSet;
    this.fill = fill;
  }

  @Override
  public Cell cell(EncodedFrame frame) throws DicomException {
    var start = frame.fragments().getFirst();
    var cell = cell(start.slice(0, Math.min(HEADER, start.length())).toArray(), frame);
    if (cell == null) cell = cell(frame.toArray(), frame);
    if (cell == null) throw new DicomFormatException("JPEG: no frame header", frame.place());
    return cell;
  }

  /// From the frame header (B.2.2); null if it is not in these bytes.
  private static Cell cell(byte[] bytes, EncodedFrame frame) throws DicomException {
    int at = 2;
    while (at + 9 < bytes.length) {
      if (bytes[at] != (byte) 0xFF) return null;
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == 0xC0 || marker == 0xC1) return sampled(bytes, at + 4, frame);
      if (marker >= 0xC2 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        throw new UnsupportedDicomException("JPEG of a process whose blocks cannot be cut", frame.place());
      }
      at += 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
    }
    return null;
  }

  /// Colour that is subsampled is smoothed out by decoders over one pixel of the image.
  private static Cell sampled(byte[] bytes, int at, EncodedFrame frame) throws DicomException {
    int count = bytes[at + 5] & 0xFF;
    if (count == 1) return new Cell(8, 8, 0, 0);
    if (count != 3 || at + 6 + 3 * count > bytes.length) throw new UnsupportedDicomException("JPEG of " + count + " components", frame.place());
    int maxH = 1;
    int maxV = 1;
    int minH = 4;
    int minV = 4;
    for (int i = 0; i < count; i++) {
      int factors = bytes[at + 7 + 3 * i] & 0xFF;
      maxH = Math.max(maxH, factors >> 4);
      maxV = Math.max(maxV, factors & 0xF);
      minH = Math.min(minH, factors >> 4);
      minV = Math.min(minV, factors & 0xF);
    }
    return new Cell(8 * maxH, 8 * maxV, minH < maxH ? 1 : 0, minV < maxV ? 1 : 0);
  }

  @Override
  public byte[] rewrite(EncodedFrame original, List<Box> boxes) throws DicomException {
    // A small copy of the picture in JFIF or Exif shows what is to be hidden.
    var bytes = new JpegSegments(original.place()).clean(ByteSlice.of(original.toArray())).toArray();
    var frame = new EncodedFrame(original.image(), original.transferSyntax(), List.of(ByteSlice.of(bytes)), original.place(), original.checkpoint());
    var stream = new JpegStream(frame);
    var out = new Segments(bytes);
    stream.read(scan -> {
      if (stream.process() != JpegStream.Process.SEQUENTIAL) throw new UnsupportedDicomException("JPEG of a process whose blocks cannot be cut", frame.place());
      new Scans(dataSet, fill, frame, stream, boxes).write(scan, bytes, out);
    });
    return out.end();
  }
}
