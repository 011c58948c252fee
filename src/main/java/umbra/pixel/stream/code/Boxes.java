package umbra.pixel.stream.code;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.io.ByteSlice;

/// The boxes of JP2 and JPEG XL files (T.800 Annex I, 18181-2): those that make the picture stay, all others go: XML, UUID, Exif, JUMBF,
/// rights, and the headers of a JPEG file that a JPEG XL stream was made of.
final class Boxes implements StreamCleaner {
  private static final Set<String> KEPT = Set.of("jP  ", "JXL ", "ftyp", "ihdr", "bpcc", "pclr", "cmap", "cdef", "jxll", "jxlc", "jxlp");
  private static final int LONGEST_HEADER = 1 << 24;

  private final Place place;
  private final StreamCleaner inside;

  /// @param inside for the code stream of JP2
  Boxes(Place place, StreamCleaner inside) {
    this.place = place;
    this.inside = inside;
  }

  static boolean isJp2(ByteWindow bytes) {
    return bytes.has(0, "\0\0\0\fjP  ");
  }

  static boolean isJpegXl(ByteWindow bytes) {
    return bytes.has(0, "\0\0\0\fJXL ");
  }

  @Override
  public ByteSlice clean(ByteSlice stream) throws DicomException {
    var bytes = new ByteWindow(stream);
    var pieces = new Pieces(stream);
    long at = 0;
    while (at + 8 <= bytes.length() && !bytes.isConstant(at, bytes.length())) {
      long length = bytes.u32(at);
      int header = length == 1 ? 16 : 8;
      if (length == 1 && at + 16 <= bytes.length()) length = bytes.u32(at + 8) << 32 | bytes.u32(at + 12);
      if (length == 0) length = bytes.length() - at;
      if (length < header || length > bytes.length() - at) throw new DicomFormatException("a box of the code stream does not fit", place);
      box(stream, bytes, pieces, at, header, at + length);
      at += length;
    }
    return pieces.end(bytes);
  }

  private void box(ByteSlice stream, ByteWindow bytes, Pieces pieces, long at, int header, long end) throws DicomException {
    var content = stream.slice(at + header, end - at - header);
    if (bytes.has(at + 4, "jp2c")) {
      framed(pieces, at, header, end, content, inside.clean(content), bytes);
    } else if (bytes.has(at + 4, "jp2h")) {
      framed(pieces, at, header, end, content, clean(content), bytes);
    } else if (bytes.has(at + 4, "colr")) {
      if (end - at < LONGEST_HEADER) framed(pieces, at, header, end, content, colour(content), bytes);
    } else if (KEPT.stream().anyMatch(name -> bytes.has(at + 4, name))) {
      pieces.keep(at, end);
    }
  }

  private static void framed(Pieces pieces, long at, int header, long end, ByteSlice before, ByteSlice after, ByteWindow bytes) {
    if (after == before) {
      pieces.keep(at, end);
      return;
    }
    var box = ByteBuffer.allocate(16).putInt(1).put(bytes.bytes(at + 4, at + 8)).putLong(16 + after.length()).array();
    if (after.length() < Integer.MAX_VALUE) box = ByteBuffer.allocate(8).putInt((int) after.length() + 8).put(box, 4, 4).array();
    pieces.add(box);
    pieces.add(after);
  }

  /// Methods 2 and 3 hold an ICC profile (T.800 I.5.3.3).
  private static ByteSlice colour(ByteSlice content) {
    var bytes = content.toArray();
    if (bytes.length < 3 || bytes[0] != 2 && bytes[0] != 3) return content;
    var before = Arrays.copyOfRange(bytes, 3, bytes.length);
    var after = IccProfile.cleaned(before).orElseGet(IccProfile::standard);
    if (Arrays.equals(before, after)) return content;
    return ByteSlice.of(ByteBuffer.allocate(3 + after.length).put(bytes, 0, 3).put(after).array());
  }
}
