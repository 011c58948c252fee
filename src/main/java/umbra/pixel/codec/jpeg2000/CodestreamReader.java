package umbra.pixel.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.TreeMap;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.LimitException;
import umbra.dicom.Place;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.codec.jpeg2000.CodingStyle.Quantization;
import umbra.pixel.codec.jpeg2000.Codestream.Style;
import umbra.pixel.codec.jpeg2000.Codestream.TileData;

/// Reads the markers of a codestream (ISO/IEC 15444-1 Annex A), in or without a JP2 file (Annex I).
final class CodestreamReader {
  static final int SOC = 0xFF4F, CAP = 0xFF50, SIZ = 0xFF51, COD = 0xFF52, COC = 0xFF53, QCD = 0xFF5C, QCC = 0xFF5D,
      RGN = 0xFF5E, POC = 0xFF5F, PPM = 0xFF60, PPT = 0xFF61, SOT = 0xFF90, SOP = 0xFF91, EPH = 0xFF92, SOD = 0xFF93, EOC = 0xFFD9;
  private static final int MOST_COMPONENTS = 4;
  private static final int MOST_TILES = 65_535;

  private final byte[] data;
  private final Place place;
  private final Codestream stream;
  private final TreeMap<Integer, byte[]> ppm = new TreeMap<>();
  private int at;
  private int end;

  private CodestreamReader(byte[] data, Place place) {
    this.data = data;
    this.place = place;
    this.stream = new Codestream(data);
    this.end = data.length;
  }

  static Codestream read(byte[] data, Place place) throws DicomException {
    var reader = new CodestreamReader(data, place);
    reader.findStart();
    reader.mainHeader();
    reader.tileParts();
    return reader.stream;
  }

  /// Steps into the `jp2c` box if there are boxes. Palette and channel definition do not count in DICOM (PS3.5 8.2.4).
  private void findStart() throws DicomException {
    if (has(0, 2) && u16(0) == SOC) return;
    long box = 0;
    while (has(box, 8)) {
      int p = (int) box;
      long length = Integer.toUnsignedLong(i32(p));
      int head = 8;
      if (length == 1) {
        if (!has(box, 16) || i32(p + 8) != 0) break;
        length = Integer.toUnsignedLong(i32(p + 12));
        head = 16;
      }
      if (length == 0) length = end - box;
      if (length < head) break;
      if (i32(p + 4) == 0x6A703263) {
        at = p + head;
        end = (int) Math.min(end, box + length);
        if (has(at, 2) && u16(at) == SOC) return;
        break;
      }
      box += length;
    }
    throw malformed("no JPEG 2000 codestream");
  }

  private void mainHeader() throws DicomException {
    at += 2;
    if (!has(at, 4) || u16(at) != SIZ) throw malformed("SIZ does not follow SOC");
    while (true) {
      if (!has(at, 2)) throw malformed("codestream ends in its main header");
      int marker = u16(at);
      if (marker == SOT) break;
      int next = segmentEnd();
      if (marker == SIZ) size(at + 4, next);
      else if (marker == PPM) ppm.put(u8(need(at + 4, 1, next)), Arrays.copyOfRange(data, at + 5, next));
      else styleSegment(marker, stream.main, at + 4, next, true, null);
      at = next;
    }
    if (stream.main.shared == null || stream.main.quantization == null) throw malformed("codestream without COD or QCD");
    splitPackedHeaders();
  }

  private void tileParts() throws DicomException {
    int part = 0;
    while (has(at, 12) && u16(at) == SOT) {
      int start = at;
      int index = u16(at + 4);
      long length = Integer.toUnsignedLong(i32(at + 6));
      if (index >= stream.tilesAcross() * stream.tilesDown()) throw malformed("tile-part of a tile beyond the image");
      var tile = stream.tiles.computeIfAbsent(index, i -> new TileData(i, stream.main.copy()));
      at += 12;
      tileHeader(tile);
      // Psot 0: up to EOC. A Psot that points behind the data is cut; missing packets are found when they are read.
      int partEnd = length == 0 || start + length > end ? endOfPackets() : (int) (start + length);
      if (partEnd < at) throw malformed("tile-part shorter than its header");
      tile.parts.add(new int[] {at, partEnd});
      if (part < stream.packedMain.size()) tile.packedHeaders.add(stream.packedMain.get(part));
      part++;
      at = partEnd;
    }
    if (stream.tiles.size() != stream.tilesAcross() * stream.tilesDown()) throw malformed("tiles are missing");
  }

  private int endOfPackets() {
    for (int p = end; p >= at + 2 && p > end - 3; p--) {
      if (u16(p - 2) == EOC) return p - 2;
    }
    return end;
  }

  private void tileHeader(TileData tile) throws DicomException {
    while (true) {
      if (!has(at, 2)) throw malformed("codestream ends in a tile-part header");
      int marker = u16(at);
      if (marker == SOD) {
        at += 2;
        return;
      }
      int next = segmentEnd();
      if (marker == PPT) tile.packedHeaders.add(Arrays.copyOfRange(data, Math.min(at + 5, next), next));
      else styleSegment(marker, tile.style, at + 4, next, false, tile);
      at = next;
    }
  }

  private int segmentEnd() throws DicomException {
    if (u16(at) < 0xFF01 || !has(at, 4)) throw malformed("no marker where one must be");
    int length = u16(at + 2);
    if (length < 2 || !has(at, 2 + length)) throw malformed("marker segment ends outside the codestream");
    return at + 2 + length;
  }

  private void size(int p, int next) throws DicomException {
    need(p, 36, next);
    if (stream.main != null) throw malformed("second SIZ");
    stream.x1 = grid(p + 2, 1);
    stream.y1 = grid(p + 6, 1);
    stream.x0 = grid(p + 10, 0);
    stream.y0 = grid(p + 14, 0);
    stream.tileWidth = grid(p + 18, 1);
    stream.tileHeight = grid(p + 22, 1);
    stream.tileX0 = grid(p + 26, 0);
    stream.tileY0 = grid(p + 30, 0);
    int n = u16(p + 34);
    if (n < 1) throw malformed("no components");
    if (n > MOST_COMPONENTS) throw new UnsupportedDicomException("more than four components", place);
    need(p + 36, 3 * n, next);
    if (stream.x0 >= stream.x1 || stream.y0 >= stream.y1 || stream.tileX0 > stream.x0 || stream.tileY0 > stream.y0
        || (long) stream.tileX0 + stream.tileWidth <= stream.x0 || (long) stream.tileY0 + stream.tileHeight <= stream.y0) {
      throw malformed("image and tiles do not fit together");
    }
    if ((long) stream.tilesAcross() * stream.tilesDown() > MOST_TILES) throw new LimitException("too many tiles", place);
    stream.components = n;
    stream.precision = new int[n];
    stream.signed = new boolean[n];
    stream.dx = new int[n];
    stream.dy = new int[n];
    for (int c = 0; c < n; c++) {
      int ssiz = u8(p + 36 + 3 * c);
      stream.precision[c] = (ssiz & 0x7F) + 1;
      stream.signed[c] = ssiz > 0x7F;
      stream.dx[c] = u8(p + 37 + 3 * c);
      stream.dy[c] = u8(p + 38 + 3 * c);
      if (stream.dx[c] == 0 || stream.dy[c] == 0) throw malformed("component separation of zero");
      if (stream.precision[c] > 38) throw malformed("precision above 38 bits");
    }
    stream.main = new Style(n);
  }

  private int grid(int p, int least) throws DicomException {
    int value = i32(p);
    if (value < least) throw malformed("size out of range");
    return value;
  }

  private void styleSegment(int marker, Style style, int p, int next, boolean main, TileData tile) throws DicomException {
    switch (marker) {
      case COD -> {
        need(p, 10, next);
        int layers = u16(p + 2);
        if (layers == 0 || u8(p + 1) > 4) throw malformed("progression order or layers out of range");
        if (u8(p + 4) > 1) throw new UnsupportedDicomException("component transform of Part 2", place);
        style.shared = new CodingStyle.Shared(u8(p + 1), layers, u8(p + 4) == 1);
        style.coding = coding(p + 5, (u8(p) & 1) != 0, next);
        if (!main) Arrays.fill(style.componentCoding, null);
      }
      case COC -> {
        need(p, 7, next);
        style.componentCoding[component(p)] = coding(p + 2, (u8(p + 1) & 1) != 0, next);
      }
      case QCD -> {
        style.quantization = quantization(p, next);
        if (!main) Arrays.fill(style.componentQuantization, null);
      }
      case QCC -> style.componentQuantization[component(need(p, 2, next))] = quantization(p + 1, next);
      case RGN -> {
        need(p, 3, next);
        if (u8(p + 1) != 0) throw new UnsupportedDicomException("region of interest of Part 2", place);
        style.regionShift[component(p)] = u8(p + 2);
      }
      case POC -> {
        if (!main && !tile.ownVolumes) {
          style.volumes.clear();
          tile.ownVolumes = true;
        }
        volumes(style, p, next);
      }
      default -> {} // COM, TLM, PLM, PLT, CRG, CAP, CPF and unknown ones say nothing that decoding needs
    }
  }

  private CodingStyle coding(int p, boolean ownPrecincts, int next) throws DicomException {
    int levels = u8(p);
    int xcb = (u8(p + 1) & 0xF) + 2;
    int ycb = (u8(p + 2) & 0xF) + 2;
    int style = u8(p + 3);
    if (levels > 32 || xcb > 10 || ycb > 10 || xcb + ycb > 12 || u8(p + 4) > 1) throw malformed("coding style out of range");
    if (style > 0x7F) throw new UnsupportedDicomException("HT and Part 1 code-blocks mixed in one component", place);
    var precincts = new byte[ownPrecincts ? levels + 1 : 0];
    if (ownPrecincts) {
      need(p + 5, levels + 1, next);
      System.arraycopy(data, p + 5, precincts, 0, levels + 1);
      for (int r = 1; r <= levels; r++) {
        if ((precincts[r] & 0xF) == 0 || (precincts[r] & 0xF0) == 0) throw malformed("precinct of size 1 above resolution 0");
      }
    }
    return new CodingStyle(levels, xcb, ycb, style, u8(p + 4) == 1, precincts);
  }

  private Quantization quantization(int p, int next) throws DicomException {
    need(p, 2, next);
    int style = u8(p) & 0x1F;
    if (style > 2) throw malformed("quantization style out of range");
    var steps = new int[(next - p - 1) / (style == 0 ? 1 : 2)];
    if (steps.length == 0) throw malformed("no quantization steps");
    for (int i = 0; i < steps.length; i++) steps[i] = style == 0 ? u8(p + 1 + i) >> 3 << 11 : u16(p + 1 + 2 * i);
    return new Quantization(style, u8(p) >> 5, steps);
  }

  private void volumes(Style style, int p, int next) throws DicomException {
    for (; next - p >= 7; p += 7) {
      if (style.volumes.size() >= 512) throw new LimitException("too many progression changes", place);
      if (u8(p + 6) > 4) throw malformed("progression order out of range");
      int componentEnd = u8(p + 5) == 0 ? 256 : u8(p + 5);
      style.volumes.add(new CodingStyle.Volume(u8(p), u8(p + 1), u16(p + 2), u8(p + 4), componentEnd, u8(p + 6)));
    }
  }

  /// PPM (A.7.4): the segments, in order of Zppm, hold a four-byte length and the headers of one tile-part after another.
  private void splitPackedHeaders() throws DicomException {
    var all = new ByteArrayOutputStream();
    ppm.values().forEach(all::writeBytes);
    var bytes = all.toByteArray();
    for (int p = 0; p < bytes.length; ) {
      if (bytes.length - p < 4) throw malformed("packed packet headers cut off");
      long length = (bytes[p] & 0xFFL) << 24 | (bytes[p + 1] & 0xFF) << 16 | (bytes[p + 2] & 0xFF) << 8 | bytes[p + 3] & 0xFF;
      if (length > bytes.length - p - 4) throw malformed("packed packet headers cut off");
      stream.packedMain.add(Arrays.copyOfRange(bytes, p + 4, p + 4 + (int) length));
      p += 4 + (int) length;
    }
  }

  private int component(int p) throws DicomException {
    if (u8(p) >= stream.components) throw malformed("marker for a component that does not exist");
    return u8(p);
  }

  private int need(int p, int bytes, int next) throws DicomException {
    if (next - p < bytes) throw malformed("marker segment too short");
    return p;
  }

  private boolean has(long p, int bytes) {
    return p >= 0 && p + bytes <= end;
  }

  private int u8(int p) {
    return data[p] & 0xFF;
  }

  private int u16(int p) {
    return u8(p) << 8 | u8(p + 1);
  }

  private int i32(int p) {
    return u16(p) << 16 | u16(p + 2);
  }

  private DicomFormatException malformed(String reason) {
    return new DicomFormatException("JPEG 2000: " + reason, place);
  }
}
