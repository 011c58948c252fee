package umbra.pixel.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What the markers of a codestream say (Annex A), and where the packets of each tile lie. Filled by [CodestreamReader].
final class Codestream {
  final byte[] data;
  /// The reference grid (A.5.1), each value below 2^31.
  int x1, y1, x0, y0, tileWidth, tileHeight, tileX0, tileY0;
  int components;
  int[] precision;
  boolean[] signed;
  int[] dx, dy;
  Style main;
  final TreeMap<Integer, TileData> tiles = new TreeMap<>();
  /// Packet headers of PPM still to be handed out, one entry a tile-part.
  final List<byte[]> packedMain = new ArrayList<>();

  Codestream(byte[] data) {
    this.data = data;
  }

  int tilesAcross() {
    return (int) (((long) x1 - tileX0 + tileWidth - 1) / tileWidth);
  }

  int tilesDown() {
    return (int) (((long) y1 - tileY0 + tileHeight - 1) / tileHeight);
  }

  int width(int component) {
    return Ceil.divide(x1, dx[component]) - Ceil.divide(x0, dx[component]);
  }

  int height(int component) {
    return Ceil.divide(y1, dy[component]) - Ceil.divide(y0, dy[component]);
  }

  /// Marker segments that may stand in the main header and be overruled in that of a tile.
  static final class Style {
    CodingStyle.Shared shared;
    CodingStyle coding;
    CodingStyle.Quantization quantization;
    final CodingStyle[] componentCoding;
    final CodingStyle.Quantization[] componentQuantization;
    final int[] regionShift;
    List<CodingStyle.Volume> volumes = new ArrayList<>();

    Style(int components) {
      componentCoding = new CodingStyle[components];
      componentQuantization = new CodingStyle.Quantization[components];
      regionShift = new int[components];
    }

    /// A tile starts with what the main header says.
    Style copy() {
      var copy = new Style(componentCoding.length);
      copy.shared = shared;
      copy.coding = coding;
      copy.quantization = quantization;
      for (int c = 0; c < componentCoding.length; c++) {
        copy.componentCoding[c] = componentCoding[c];
        copy.componentQuantization[c] = componentQuantization[c];
        copy.regionShift[c] = regionShift[c];
      }
      copy.volumes.addAll(volumes);
      return copy;
    }

    CodingStyle coding(int component) {
      return componentCoding[component] != null ? componentCoding[component] : coding;
    }

    CodingStyle.Quantization quantization(int component) {
      return componentQuantization[component] != null ? componentQuantization[component] : quantization;
    }
  }

  /// The tile-parts of one tile.
  static final class TileData {
    final int index;
    final Style style;
    /// Start and end of the packets of each tile-part within the codestream.
    final List<int[]> parts = new ArrayList<>();
    /// Packet headers from PPM or PPT; empty if they stand before their packets.
    final List<byte[]> packedHeaders = new ArrayList<>();
    boolean ownVolumes;

    TileData(int index, Style style) {
      this.index = index;
      this.style = style;
    }
  }

  /// Division as the standard draws it: towards plus infinity.
  static final class Ceil {
    private Ceil() {}

    static int divide(int a, int b) {
      return (int) (((long) a + b - 1) / b);
    }

    static int shift(long a, int bits) {
      return (int) (a + (1L << bits) - 1 >> bits);
    }
  }
}
