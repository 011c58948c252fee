package umbra.pixel.redact.jpeg;

import java.util.List;
import java.util.TreeMap;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.Photometric;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.jpeg.EntropyBits;
import umbra.pixel.codec.jpeg.JpegStream;
import umbra.pixel.redact.fill.Fill;
import umbra.pixel.redact.fill.FillColour;
import umbra.pixel.redact.region.Box;

/// Writes a scan with its header, and before it the Huffman tables that got a symbol more.
final class Scans {
  private final DataSet dataSet;
  private final Fill fill;
  private final EncodedFrame frame;
  private final JpegStream stream;
  private final List<Box> boxes;

  Scans(DataSet dataSet, Fill fill, EncodedFrame frame, JpegStream stream, List<Box> boxes) {
    this.dataSet = dataSet;
    this.fill = fill;
    this.frame = frame;
    this.stream = stream;
    this.boxes = boxes;
  }

  void write(JpegStream.Scan scan, byte[] bytes, Segments segments) throws DicomException {
    int n = scan.components().length;
    var destinations = new int[n][2];
    var tables = new TreeMap<Integer, Code>();
    for (int i = 0; i < n; i++) {
      var c = scan.components()[i];
      int ids = bytes[scan.header() + 6 + 2 * i] & 0xFF;
      destinations[i] = new int[] {ids >> 4, 0x10 | ids & 0xF};
      tables.put(destinations[i][0], Code.of(c.dc().orElseThrow(() -> stream.malformed("Huffman table missing"))));
      tables.put(destinations[i][1], Code.of(c.ac().orElseThrow(() -> stream.malformed("Huffman table missing"))));
      if (c.firstQuantisation() == 0) throw stream.malformed("quantisation table missing");
    }
    var more = new TreeMap<Integer, Code>();
    var levels = levels(scan);
    var mcus = new Mcus(stream, boxes);
    var data = new BitOutput(bytes.length + 1024);
    while (true) {
      var codes = new Code[n][];
      for (int i = 0; i < n; i++) codes[i] = new Code[] {tables.get(destinations[i][0]), tables.get(destinations[i][1])};
      int missing = new ScanRewriter(stream, scan, new EntropyBits(bytes, scan.from()), data, mcus, codes, levels).write(frame.checkpoint());
      if (missing < 0) break;
      int destination = destinations[missing >> 9][missing >> 8 & 1];
      var extended = tables.get(destination).with(missing & 0xFF);
      if (extended == null) throw new UnsupportedDicomException("JPEG Huffman table without room for a code that is needed", frame.place());
      tables.put(destination, extended);
      more.put(destination, extended);
      data = new BitOutput(bytes.length + 1024);
    }
    segments.copyTo(scan.header());
    more.forEach((destination, code) -> code.segment(destination, segments.out));
    segments.out.raw(bytes, scan.header(), scan.from());
    var written = data.toArray();
    segments.out.raw(written, 0, written.length);
    segments.passTo(scan.bits().next());
  }

  /// DC coefficients that decode to the fill: beyond the range where that is its end, so that rounding cannot miss it.
  private int[] levels(JpegStream.Scan scan) {
    int precision = stream.precision();
    boolean ybr = stream.isYbr(frame.image().photometric());
    var photometric = frame.image().samples() == 1 ? frame.image().photometric() : Photometric.RGB;
    var colour = FillColour.of(dataSet, frame.image(), photometric, Math.min(precision, frame.image().bitsStored()), fill);
    var levels = new int[scan.components().length];
    for (int i = 0; i < levels.length; i++) {
      var c = scan.components()[i];
      boolean difference = ybr && c != stream.components()[0];
      int most = (1 << precision) - 1;
      int target = (int) (colour[0] & most) - (1 << precision - 1);
      double exact = 8.0 * target / c.firstQuantisation();
      if (difference) levels[i] = 0;
      else if (target == -(1 << precision - 1)) levels[i] = (int) Math.floor(exact);
      else if (target == (1 << precision - 1) - 1) levels[i] = (int) Math.ceil(exact);
      else levels[i] = (int) Math.round(exact);
    }
    return levels;
  }
}
