package umbra.pixel.stream.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.stream.code.ByteWindow;

/// The boxes of an MP4 file (14496-12): tables and parameters that pictures and sound need stay; texts, dates, names of handlers, unknown
/// boxes and tracks of text are blanked, and so is media data that is in no picture and no sound.
final class Mp4Boxes {
  private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl", "edts", "dinf", "stsd");
  private static final Set<String> VIDEO = Set.of("avc1", "avc3", "hvc1", "hev1");
  private static final Set<String> BRANDS = Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "hvc1", "hev1", "M4V ", "qt  ", "3gp4", "3gp5");
  private static final int LONGEST_SOUND = 128;
  private static final int FREE = 0x6672_6565;
  private static final int DEEPEST = 16;

  private final Coding coding;
  private final Blanks blanks;
  private final ByteWindow bytes;
  private final Place place;
  private final List<Mp4Track> tracks = new ArrayList<>();
  private final List<Box> media = new ArrayList<>();

  /// @param from of its header
  /// @param body of its content
  record Box(String type, long from, long body, long to) {}

  Mp4Boxes(Coding coding, Blanks blanks, Place place) {
    this.coding = coding;
    this.blanks = blanks;
    this.bytes = blanks.bytes();
    this.place = place;
  }

  void clean() throws DicomException {
    for (var box : boxes(0, bytes.length())) {
      switch (box.type) {
        case "ftyp" -> brands(box);
        case "mdat" -> media.add(box);
        case "moov" -> inside(box, 1);
        case "moof", "mfra", "sidx" -> throw new UnsupportedDicomException("the video is an MP4 file in fragments, which cannot be looked into", place);
        default -> free(box);
      }
    }
    new Mp4Samples(coding, blanks, place).clean(tracks, media);
  }

  /// What cannot be a box at the end of these is blanked.
  private List<Box> boxes(long from, long to) throws DicomException {
    var boxes = listed(from, to);
    blanks.fill(boxes.isEmpty() ? from : boxes.getLast().to, to, 0);
    return boxes;
  }

  private List<Box> listed(long from, long to) throws DicomException {
    var boxes = new ArrayList<Box>();
    long at = from;
    while (at + 8 <= to && !bytes.isConstant(at, to)) {
      long length = bytes.u32(at);
      long body = at + 8;
      if (length == 1 && at + 16 <= to) {
        length = bytes.u32(at + 8) << 32 | bytes.u32(at + 12);
        body = at + 16;
      } else if (length == 0) {
        length = to - at;
      }
      if (length < body - at || length > to - at) throw new DicomFormatException("a box of the video does not fit", place);
      boxes.add(new Box(type(at + 4), at, body, at + length));
      at += length;
    }
    return boxes;
  }

  private String type(long at) {
    return new String(bytes.bytes(at, at + 4), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /// Brands that nobody knows may be letters of a name.
  private void brands(Box box) {
    for (long at = box.body; at + 4 <= box.to; at += 4) {
      if (at != box.body + 4 && !BRANDS.contains(type(at))) blanks.put(at, (byte) 'i', (byte) 's', (byte) 'o', (byte) 'm');
    }
    blanks.fill(Math.min(box.to, box.body + 4), Math.min(box.to, box.body + 8), 0);
    blanks.fill(box.to - (box.to - box.body & 3), box.to, 0);
  }

  /// Becomes free space.
  private void free(Box box) {
    blanks.put(box.from + 4, (byte) (FREE >> 24), (byte) (FREE >> 16), (byte) (FREE >> 8), (byte) FREE);
    blanks.fill(box.body, box.to, 0);
  }

  private void inside(Box outer, int depth) throws DicomException {
    if (depth > DEEPEST) throw new DicomFormatException("the boxes of the video are nested without end", place);
    if (outer.type.equals("trak")) {
      var track = Mp4Track.of(this, outer);
      if (track.isEmpty()) {
        free(outer);
        return;
      }
      tracks.add(track.get());
    }
    long from = outer.body + (outer.type.equals("stsd") ? 8 : 0);
    for (var box : boxes(from, outer.to)) {
      if (CONTAINERS.contains(box.type)) inside(box, depth + 1);
      else if (outer.type.equals("stsd")) entry(box);
      else table(box);
    }
  }

  /// What follows the last entry of a table is none of it.
  private void table(Box box) {
    long used = Mp4Table.bytes(bytes, box);
    if (used == 0) {
      free(box);
      return;
    }
    blanks.fill(Math.min(box.to, box.body + used), box.to, 0);
    switch (box.type) {
      // the times of creation and modification
      case "mvhd", "tkhd", "mdhd" -> blanks.fill(Math.min(box.to, box.body + 4), Math.min(box.to, box.body + (bytes.u8(box.body) == 1 ? 20 : 12)), 0);
      case "hdlr" -> {
        blanks.fill(Math.min(box.to, box.body + 4), Math.min(box.to, box.body + 8), 0);
        blanks.fill(Math.min(box.to, box.body + 12), Math.min(box.to, box.body + used), 0);
      }
      default -> {}
    }
  }

  /// The boxes within a box, for whoever looks one up.
  List<Box> within(Box box) throws DicomException {
    return listed(box.body + (box.type.equals("stsd") ? 8 : 0), box.to);
  }

  Place place() {
    return place;
  }

  ByteWindow bytes() {
    return bytes;
  }

  /// A sample entry: for pictures the name of the compressor goes, and what messages the parameters hold.
  private void entry(Box entry) throws DicomException {
    boolean video = VIDEO.contains(entry.type);
    if (!video && !entry.type.equals("mp4a") && !entry.type.equals("ac-3")) throw new UnsupportedDicomException("the video holds samples that are neither picture nor sound", place);
    long fixed = entry.body + (video ? 78 : 28);
    if (fixed > entry.to) throw new DicomFormatException("a box of the video does not fit", place);
    if (video) blanks.fill(entry.body + 42, entry.body + 74, 0);
    blanks.fill(entry.body, entry.body + 6, 0);
    for (var box : boxes(fixed, entry.to)) {
      switch (box.type) {
        case "hvcC" -> parameters(box);
        case "avcC", "pasp", "btrt", "clap" -> blanks.fill(Math.min(box.to, box.body + Mp4Table.bytes(bytes, box)), box.to, 0);
        case "esds", "dac3" -> {
          if (box.to - box.from > LONGEST_SOUND) throw new UnsupportedDicomException("the sound of the video has parameters that cannot be looked into", place);
        }
        default -> {
          if (!isPlainColour(box)) free(box);
        }
      }
    }
  }

  private boolean isPlainColour(Box box) {
    return box.type.equals("colr") && box.to - box.body <= 11 && bytes.has(box.body, "nclx");
  }

  /// Arrays of NAL units of HEVC (14496-15 8.3.3.1).
  private void parameters(Box box) {
    long at = box.body + 23;
    int arrays = at <= box.to ? bytes.u8(box.body + 22) : 0;
    for (int a = 0; a < arrays && at + 3 <= box.to; a++) {
      int units = bytes.u16(at + 1);
      at += 3;
      for (int u = 0; u < units && at + 2 <= box.to; u++) {
        long end = Math.min(box.to, at + 2 + bytes.u16(at));
        new NalUnits(coding, blanks).clean(at + 2, end);
        at = end;
      }
    }
    blanks.fill(Math.min(at, box.to), box.to, 0);
  }
}
