package umbra.pixel.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.Checkpoint;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.codec.FrameEncoder;
import umbra.pixel.codec.jpeg2000.Precinct.CodeBlock;
import umbra.pixel.codec.jpeg2000.block.MqBlockEncoder;

/// Encodes frames losslessly: 5/3 wavelet, RCT for RGB, code-blocks of 64x64, one tile, one layer, LRCP, a bare codestream
/// (PS3.5 A.4.4: JP2 boxes are not wanted in DICOM).
public final class Jpeg2000Encoder implements FrameEncoder {
  private static final int MOST_LEVELS = 5;
  private static final int MOST_BITS = 24;

  @Override
  public TransferSyntax transferSyntax() {
    return TransferSyntax.JPEG_2000_LOSSLESS;
  }

  @Override
  public byte[] encode(Raster raster, Checkpoint checkpoint) throws DicomException {
    if (raster.bits() > MOST_BITS || raster.samples() > 4) throw unsupported("samples of more than 24 bits, or more than four of them");
    var planes = planes(raster);
    boolean transform = raster.samples() == 3 && raster.photometric() == Photometric.RGB;
    if (transform) transform(planes[0], planes[1], planes[2]);
    int levels = Math.min(MOST_LEVELS, 31 - Integer.numberOfLeadingZeros(Math.min(raster.rows(), raster.columns())));
    var stream = frame(raster, levels, transform);
    int[] bounds = {0, 0, raster.columns(), raster.rows()};
    var tile = new Codestream.TileData(0, stream.main);
    var precincts = new ArrayList<Precinct>();
    for (int c = 0; c < raster.samples(); c++) {
      var component = new TileComponent(stream, tile, c, bounds);
      component.analyse(planes[c]);
      planes[c] = null;
      for (var resolution : component.resolutions) precincts.addAll(Precinct.of(component, resolution, stream, bounds));
    }
    var coded = new IdentityHashMap<CodeBlock, byte[]>();
    int guard = blocks(precincts, raster.bits(), coded, checkpoint);
    var packets = new ByteArrayOutputStream();
    var writer = new PacketWriter(packets);
    Progression.visit(new CodingStyle.Volume(0, 0, 1, 33, 256, Progression.LRCP), 1, precincts, (precinct, layer) -> {
      writer.write(precinct, coded);
      return true;
    });
    return markers(raster, levels, transform, guard, packets.toByteArray());
  }

  /// One array a component, level shifted (G.1).
  private static int[][] planes(Raster raster) throws DicomException {
    int n = raster.samples();
    int count = raster.rows() * raster.columns();
    var planes = new int[n][count];
    int shift = raster.signed() ? 0 : 1 << raster.bits() - 1;
    int least = raster.signed() ? -(1 << raster.bits() - 1) : 0;
    int most = least + (1 << raster.bits()) - 1;
    for (int c = 0; c < n; c++) {
      var plane = planes[c];
      switch (raster.values()) {
        case Raster.Samples.Bytes(var array, var signed) -> {
          for (int i = 0, from = c; i < count; i++, from += n) plane[i] = signed ? array[from] : array[from] & 0xFF;
        }
        case Raster.Samples.Shorts(var array, var signed) -> {
          for (int i = 0, from = c; i < count; i++, from += n) plane[i] = signed ? array[from] : array[from] & 0xFFFF;
        }
        case Raster.Samples.Ints(var array, var _) -> {
          for (int i = 0, from = c; i < count; i++, from += n) plane[i] = array[from];
        }
        case Raster.Samples.Floats _, Raster.Samples.Doubles _ -> throw unsupported("floating point samples");
      }
      for (int i = 0; i < count; i++) {
        if (plane[i] < least || plane[i] > most) throw unsupported("samples outside their bits");
        plane[i] -= shift;
      }
    }
    return planes;
  }

  /// G.2
  private static void transform(int[] red, int[] green, int[] blue) {
    for (int i = 0; i < red.length; i++) {
      int r = red[i];
      int g = green[i];
      int b = blue[i];
      red[i] = r + 2 * g + b >> 2;
      green[i] = b - g;
      blue[i] = r - g;
    }
  }

  private static Codestream frame(Raster raster, int levels, boolean transform) {
    var stream = new Codestream(new byte[0]);
    int n = raster.samples();
    stream.x1 = stream.tileWidth = raster.columns();
    stream.y1 = stream.tileHeight = raster.rows();
    stream.components = n;
    stream.dx = new int[n];
    stream.dy = new int[n];
    java.util.Arrays.fill(stream.dx, 1);
    java.util.Arrays.fill(stream.dy, 1);
    stream.main = new Codestream.Style(n);
    stream.main.coding = new CodingStyle(levels, 6, 6, 0, true, new byte[0]);
    stream.main.shared = new CodingStyle.Shared(Progression.LRCP, 1, transform);
    return stream;
  }

  /// Encodes every block, and returns how many guard bits the greatest coefficient asks for (E.1).
  private static int blocks(List<Precinct> precincts, int bits, IdentityHashMap<CodeBlock, byte[]> coded, Checkpoint checkpoint) {
    var encoder = new MqBlockEncoder();
    int guard = 2;
    for (var precinct : precincts) {
      for (var part : precinct.parts) {
        int stride = part.band.width();
        for (var block : part.blocks) {
          checkpoint.check();
          coded.put(block, encoder.encode(part.band.ints, block.y * stride + block.x, stride, block.width, block.height, part.band.kind));
          block.passes = encoder.passes();
          guard = Math.max(guard, encoder.planes() - exponent(bits, part.band.kind) + 1);
        }
      }
    }
    for (var precinct : precincts) {
      for (var part : precinct.parts) {
        int planes = guard + exponent(bits, part.band.kind) - 1;
        for (var block : part.blocks) block.zeroPlanes = planes - (block.passes + 2) / 3;
      }
    }
    return guard;
  }

  /// The exponent of a sub-band (Equation E-4): its nominal range with the gain of Table E.1.
  private static int exponent(int bits, int band) {
    return bits + (band == 0 ? 0 : band == 3 ? 2 : 1);
  }

  private static byte[] markers(Raster raster, int levels, boolean transform, int guard, byte[] packets) {
    var out = new ByteArrayOutputStream(packets.length + 128);
    int n = raster.samples();
    put(out, 2, CodestreamReader.SOC, CodestreamReader.SIZ, 38 + 3 * n, 0);
    put(out, 4, raster.columns(), raster.rows(), 0, 0, raster.columns(), raster.rows(), 0, 0);
    put(out, 2, n);
    for (int c = 0; c < n; c++) put(out, 1, (raster.signed() ? 0x80 : 0) | raster.bits() - 1, 1, 1);
    put(out, 2, CodestreamReader.COD, 12);
    put(out, 1, 0, Progression.LRCP, 0, 1, transform ? 1 : 0, levels, 4, 4, 0, 1);
    put(out, 2, CodestreamReader.QCD, 4 + 3 * levels);
    put(out, 1, guard << 5, exponent(raster.bits(), 0) << 3);
    for (int r = 1; r <= levels; r++) {
      for (int band = 1; band <= 3; band++) put(out, 1, exponent(raster.bits(), band) << 3);
    }
    put(out, 2, CodestreamReader.SOT, 10, 0);
    put(out, 4, 14 + packets.length);
    put(out, 1, 0, 1);
    put(out, 2, CodestreamReader.SOD);
    out.writeBytes(packets);
    put(out, 2, CodestreamReader.EOC);
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, int size, int... values) {
    for (int value : values) {
      for (int shift = 8 * size - 8; shift >= 0; shift -= 8) out.write(value >>> shift);
    }
  }

  private static UnsupportedDicomException unsupported(String reason) {
    return new UnsupportedDicomException("JPEG 2000: " + reason, Place.of("memory"));
  }
}
