package umbra.pixel.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.LimitException;
import umbra.dicom.Place;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.codec.jpeg2000.Codestream.TileData;

/// Builds one tile and reads its packets; [BlockPool] lends what decodes what they brought.
final class TileDecoder {
  private final Codestream stream;
  private final TileData tile;
  private final Place place;
  final int[] bounds;
  final TileComponent[] components;
  /// The bytes that the chunks of code-blocks point into.
  private byte[] data;
  private int start;
  private int end;
  private final List<Precinct> precincts = new ArrayList<>();

  TileDecoder(Codestream stream, TileData tile, Place place) throws DicomException {
    this.stream = stream;
    this.tile = tile;
    this.place = place;
    int p = tile.index % stream.tilesAcross();
    int q = tile.index / stream.tilesAcross();
    bounds = new int[] {
      (int) Math.max(stream.x0, stream.tileX0 + (long) p * stream.tileWidth),
      (int) Math.max(stream.y0, stream.tileY0 + (long) q * stream.tileHeight),
      (int) Math.min(stream.x1, stream.tileX0 + (p + 1L) * stream.tileWidth),
      (int) Math.min(stream.y1, stream.tileY0 + (q + 1L) * stream.tileHeight)};
    components = new TileComponent[stream.components];
    gather();
    long count = 0;
    for (int c = 0; c < components.length; c++) {
      components[c] = new TileComponent(stream, tile, c, bounds);
      for (var resolution : components[c].resolutions) count += resolution.precincts();
      quantize(components[c]);
    }
    // Each precinct takes a packet of at least one byte: more of them than bytes cannot be.
    long bytes = end - start;
    for (var packed : tile.packedHeaders) bytes += packed.length;
    if (count > bytes) throw malformed("fewer bytes than packets");
    if (count * Math.max(1, tile.style.volumes.size()) > 16 * bytes + 100_000) throw new LimitException("too many progression changes", place);
  }

  private void gather() {
    if (tile.parts.size() == 1) {
      data = stream.data;
      start = tile.parts.getFirst()[0];
      end = tile.parts.getFirst()[1];
      return;
    }
    for (var part : tile.parts) end += part[1] - part[0];
    data = new byte[end];
    int at = 0;
    for (var part : tile.parts) {
      System.arraycopy(stream.data, part[0], data, at, part[1] - part[0]);
      at += part[1] - part[0];
    }
  }

  /// Bit-planes (Equation E-2) and steps (Equation E-3) of each sub-band.
  private void quantize(TileComponent component) throws DicomException {
    var quantization = tile.style.quantization(component.index);
    int levels = component.coding.levels();
    if (!quantization.covers(levels)) throw malformed("fewer quantization steps than sub-bands");
    int precision = stream.precision[component.index];
    for (int r = 0; r <= levels; r++) {
      var bands = component.resolutions[r].bands;
      for (int b = 0; b < bands.length; b++) {
        int exponent = quantization.exponent(r, b);
        bands[b].regionShift = tile.style.regionShift[component.index];
        bands[b].bitPlanes = quantization.guardBits() + exponent - 1 + bands[b].regionShift;
        if (bands[b].bitPlanes < 0) throw malformed("quantization exponent out of range");
        bands[b].step = (float) ((1 + quantization.mantissa(r, b) / 2048.0) * Math.pow(2, precision - exponent));
      }
    }
  }

  /// Reads all packets.
  ///
  /// @param whole missing layers are an error too: the syntax promises every bit
  void readPackets(boolean whole) throws DicomException {
    for (var component : components) {
      for (var resolution : component.resolutions) precincts.addAll(Precinct.of(component, resolution, stream, bounds));
    }
    var shared = tile.style.shared;
    HeaderBits packed = null;
    if (!tile.packedHeaders.isEmpty()) {
      var all = new java.io.ByteArrayOutputStream();
      tile.packedHeaders.forEach(all::writeBytes);
      packed = new HeaderBits(all.toByteArray(), 0, all.size());
    }
    var reader = new PacketReader(data, start, end, packed, place);
    var volumes = tile.style.volumes.isEmpty()
        ? List.of(new CodingStyle.Volume(0, 0, shared.layers(), 33, 256, shared.progression()))
        : tile.style.volumes;
    for (var volume : volumes) {
      boolean more = Progression.visit(volume, shared.layers(), precincts, (precinct, layer) -> {
        if (reader.isAtEnd()) return false;
        reader.read(precinct, layer);
        return true;
      });
      if (!more) break;
    }
    // A stream cut at a packet leaves out whole layers and is legal when lossy; without layer 0 parts of the image are missing.
    for (var precinct : precincts) {
      if (precinct.layers < (whole ? shared.layers() : 1)) throw malformed("packets are missing at the end");
    }
  }

  /// Decodes all code-blocks into the arrays of their sub-bands.
  void decodeBlocks(BlockPool pool, ParallelFor parallel, umbra.pixel.Checkpoint checkpoint) throws DicomException {
    var blocks = new ArrayList<Precinct.CodeBlock>();
    for (var precinct : precincts) {
      for (var part : precinct.parts) {
        for (var block : part.blocks) if (block.passes > 0) blocks.add(block);
      }
    }
    for (var component : components) {
      if (!pool.decodes(component.coding)) throw new UnsupportedDicomException("JPEG 2000: HT code-blocks", place);
      allocate(component);
    }
    for (var block : blocks) {
      if (block.band.bitPlanes - block.zeroPlanes > 30) throw new UnsupportedDicomException("JPEG 2000: more than 30 bit-planes", place);
    }
    precincts.clear();
    int group = 8;
    var damaged = new java.util.concurrent.atomic.AtomicBoolean();
    parallel.run((blocks.size() + group - 1) / group, i -> {
      checkpoint.check();
      var scratch = pool.take();
      for (int n = i * group; n < Math.min(blocks.size(), (i + 1) * group); n++) {
        var block = blocks.get(n);
        if (!scratch.decode(block, data)) damaged.set(true);
      }
      pool.give(scratch);
    });
    if (damaged.get()) throw malformed("damaged code-block");
  }

  private static void allocate(TileComponent component) {
    for (var resolution : component.resolutions) {
      for (var band : resolution.bands) {
        int size = band.width() * band.height();
        if (component.coding.reversible()) band.ints = new int[size];
        else band.floats = new float[size];
      }
    }
  }

  private DicomFormatException malformed(String reason) {
    return new DicomFormatException("JPEG 2000: " + reason, place);
  }
}
