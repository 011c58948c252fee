package umbra.pixel.redact.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.jpeg.Component;
import umbra.pixel.codec.jpeg.EntropyBits;
import umbra.pixel.codec.jpeg.JpegStream;

/// The quantised DCT coefficients of a sequential frame, read code by code (ISO/IEC 10918-1 F.2): a second way through the data
/// beside the one that blackens them, so that one can be held against the other.
///
/// @param mcuWidth pixels
/// @param mcuHeight pixels
/// @param planes one for each component
public record Coefficients(int mcuWidth, int mcuHeight, List<Plane> planes) {
  /// One component.
  ///
  /// @param h blocks across in an MCU
  /// @param v blocks down in an MCU
  /// @param across blocks, those included that only fill up the last MCU
  /// @param used blocks across that a scan of this component alone has
  /// @param usedDown the same, down
  /// @param values 64 a block in zigzag order, blocks row by row
  public record Plane(int h, int v, int across, int down, int used, int usedDown, short[] values) {
    /// The coefficients of one block in zigzag order.
    public short[] block(int x, int y) {
      int at = (y * across + x) * 64;
      return Arrays.copyOfRange(values, at, at + 64);
    }
  }

  /// @throws UnsupportedDicomException if the frame is of another process
  public static Coefficients of(EncodedFrame frame) throws DicomException {
    var stream = new JpegStream(frame);
    var planes = new IdentityHashMap<Component, Plane>();
    stream.read(scan -> {
      if (stream.process() != JpegStream.Process.SEQUENTIAL) throw new UnsupportedDicomException("JPEG of a process whose coefficients are not read", frame.place());
      if (planes.isEmpty()) for (var c : stream.components()) planes.put(c, plane(stream, c));
      new Walk(stream, scan, planes).go(frame);
    });
    boolean one = stream.components().length == 1;
    var all = new ArrayList<Plane>();
    for (var c : stream.components()) all.add(planes.get(c));
    return new Coefficients(one ? 8 : 8 * stream.maxH(), one ? 8 : 8 * stream.maxV(), all);
  }

  private static Plane plane(JpegStream stream, Component c) {
    boolean one = stream.components().length == 1;
    int h = one ? 1 : c.h();
    int v = one ? 1 : c.v();
    int across = JpegStream.ceil(stream.columns(), one ? 8 : 8 * stream.maxH()) * h;
    int down = JpegStream.ceil(stream.rows(), one ? 8 : 8 * stream.maxV()) * v;
    return new Plane(h, v, across, down, JpegStream.ceil(c.width(), 8), JpegStream.ceil(c.height(), 8), new short[across * down * 64]);
  }

  /// One scan.
  private record Walk(JpegStream stream, JpegStream.Scan scan, Map<Component, Plane> planes) {
    void go(EncodedFrame frame) throws DicomException {
      boolean single = scan.components().length == 1;
      var first = planes.get(scan.components()[0]);
      int across = single ? first.used() : first.across() / first.h();
      int down = single ? first.usedDown() : first.down() / first.v();
      var predictions = new int[scan.components().length];
      for (int mcu = 0; mcu < across * down; mcu++) {
        if (stream.restartInterval() > 0 && mcu > 0 && mcu % stream.restartInterval() == 0) {
          if (!scan.bits().restart()) throw stream.malformed("restart interval ends early");
          Arrays.fill(predictions, 0);
        }
        frame.checkpoint().check();
        for (int i = 0; i < predictions.length; i++) {
          var plane = planes.get(scan.components()[i]);
          int h = single ? 1 : plane.h();
          int v = single ? 1 : plane.v();
          for (int b = 0; b < h * v; b++) {
            int x = mcu % across * h + b % h;
            int y = mcu / across * v + b / h;
            predictions[i] = block(scan.components()[i], predictions[i], plane.values(), (y * plane.across() + x) * 64);
          }
        }
      }
      if (scan.bits().isOverrun()) throw stream.malformed("scan ends early");
    }

    private int block(Component component, int prediction, short[] values, int at) throws DicomFormatException {
      EntropyBits in = scan.bits();
      int size = component.dc().orElseThrow(() -> stream.malformed("Huffman table missing")).decode(in);
      if (size < 0 || size > 15) throw stream.malformed("DC code");
      int first = prediction + in.receive(size);
      values[at] = (short) first;
      var table = component.ac().orElseThrow(() -> stream.malformed("Huffman table missing"));
      for (int k = 1; k < 64; k++) {
        int symbol = table.decode(in);
        if (symbol < 0) throw stream.malformed("AC code");
        if (symbol == 0 || (symbol & 0xF) == 0 && symbol != 0xF0) break;
        k += symbol >> 4;
        if (k > 63) throw stream.malformed("run beyond the block");
        if (symbol != 0xF0) values[at + k] = (short) in.receive(symbol & 0xF);
      }
      return first;
    }
  }
}
