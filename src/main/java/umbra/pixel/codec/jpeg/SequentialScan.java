package umbra.pixel.codec.jpeg;

import java.util.Arrays;
import umbra.dicom.DicomFormatException;
import umbra.pixel.codec.EncodedFrame;

/// Decodes scans of sequential DCT frames (ISO/IEC 10918-1 F.2) straight into samples.
final class SequentialScan {
  private final JpegStream stream;
  private final EncodedFrame frame;
  private final Idct idct;
  private final int[] block = new int[64];

  SequentialScan(JpegStream stream, EncodedFrame frame) {
    this.stream = stream;
    this.frame = frame;
    this.idct = new Idct(stream.precision);
  }

  void decode(JpegStream.Scan scan) throws DicomFormatException {
    for (var c : scan.components()) {
      if (c.dc == null || c.ac == null) throw stream.malformed("Huffman table missing");
      if (c.quantisationTable == null) throw stream.malformed("quantisation table missing");
      if (c.samples.length == 0) c.samples = new short[c.stride() * c.blocksDown * 8];
      c.prediction = 0;
    }
    BlockOrder.walk(stream, scan, frame, (component, across, down) -> block(scan.bits(), component, component.samples, down * 8 * component.stride() + across * 8));
  }

  private void block(EntropyBits in, Component component, short[] out, int at) throws DicomFormatException {
    int size = component.dc.decode(in);
    if (size < 0 || size > 15) throw stream.malformed("DC code");
    component.prediction += in.receive(size);
    int[] q = component.quantisationTable;
    int first = component.prediction * q[0];
    int k = 1;
    boolean flat = true;
    while (k < 64) {
      int entry = component.ac.peekTogether(in);
      int value;
      if (entry != 0) {
        in.skip(entry & 0xFF);
        k += entry >> 8 & 0xF;
        value = entry >> 16;
      } else {
        int symbol = component.ac.decode(in);
        if (symbol < 0) throw stream.malformed("AC code");
        int bits = symbol & 0xF;
        if (bits == 0) {
          if (symbol != 0xF0) break;
          k += 16;
          continue;
        }
        k += symbol >> 4;
        value = in.receive(bits);
      }
      if (k > 63) throw stream.malformed("run beyond the block");
      if (flat) {
        Arrays.fill(block, 0);
        flat = false;
      }
      int place = ZigZag.natural(k++);
      block[place] = value * q[place];
    }
    if (flat) {
      idct.flat(first, out, at, component.stride());
    } else {
      block[0] = first;
      idct.transform(block, out, at, component.stride());
    }
  }
}
