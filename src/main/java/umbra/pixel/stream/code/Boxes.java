package umbra.pixel.stream.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.LongPredicate;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.io.ByteSlice;

/// The boxes of JP2 and JPEG XL files (T.800 Annex I, 18181-2): those that make the picture stay, all others go: XML, UUID, Exif, JUMBF,
/// rights, and the headers of a JPEG file that a JPEG XL stream was made of.
final class Boxes implements StreamCleaner {
  private static final Set<String> KEPT = Set.of("jP  ", "JXL ", "ftyp", "ihdr", "bpcc", "pclr", "cmap", "cdef", "jxll", "jxlc", "jxlp");
  private static final Set<String> BRANDS = Set.of("jp2 ", "jpx ", "jpxb", "jph ", "jxl ", "jpm ");
  private static final int LONGEST_HEADER = 1 << 24;
  private static final int LAB = 14;
  private static final int JAB = 19;

  private final Place place;
  private final StreamCleaner inside;
  private final boolean isHeader;

  /// @param inside for the code stream of JP2
  Boxes(Place place, StreamCleaner inside) {
    this(place, inside, false);
  }

  private Boxes(Place place, StreamCleaner inside, boolean isHeader) {
    this.place = place;
    this.inside = inside;
    this.isHeader = isHeader;
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
      if (isHeader) throw new DicomFormatException("a header box of the code stream holds another", place);
      framed(pieces, at, header, end, content, new Boxes(place, inside, true).clean(content), bytes);
    } else if (bytes.has(at + 4, "colr")) {
      if (end - at >= LONGEST_HEADER) throw new DicomFormatException("the colours of the code stream are longer than any", place);
      var colour = colour(content);
      if (!colour.isEmpty()) framed(pieces, at, header, end, content, colour, bytes);
    } else if (KEPT.stream().anyMatch(name -> bytes.has(at + 4, name))) {
      if (!fits(new String(bytes.bytes(at + 4, at + 8), StandardCharsets.ISO_8859_1), content)) throw new DicomFormatException("a box of the code stream holds more than it can mean", place);
      pieces.keep(at, end);
    }
  }

  /// Nothing stands in the box but its own numbers (T.800 I.5, 18181-2 9).
  private static boolean fits(String name, ByteSlice content) {
    var bytes = new ByteWindow(content);
    long length = content.length();
    return switch (name) {
      case "jP  ", "JXL " -> length == 4;
      case "ihdr" -> length == 14;
      case "jxll" -> length == 1;
      case "bpcc" -> length <= 16 && each(bytes, 0, 1, at -> (bytes.u8(at) & 0x7F) < 38);
      case "cmap" -> length % 4 == 0 && length <= 64 && each(bytes, 0, 4, at -> bytes.u8(at) == 0 && bytes.u8(at + 2) < 2);
      case "cdef" -> length >= 2 && length == 2 + 6L * bytes.u16(0) && each(bytes, 2, 6, at -> bytes.u8(at) == 0 && (bytes.u16(at + 2) < 3 || bytes.u16(at + 2) == 0xFFFF));
      case "pclr" -> length > 3 && length == 3 + bytes.u8(2) + (long) bytes.u16(0) * paletteEntry(bytes);
      case "ftyp" -> length % 4 == 0 && length >= 8 && brands(bytes);
      default -> true;
    };
  }

  private static boolean each(ByteWindow bytes, int from, int width, LongPredicate isRight) {
    for (long at = from; at < bytes.length(); at += width) if (!isRight.test(at)) return false;
    return true;
  }

  private static int paletteEntry(ByteWindow bytes) {
    int entry = 0;
    for (int i = 0; i < bytes.u8(2) && 3 + i < bytes.length(); i++) entry += ((bytes.u8(3 + i) & 0x7F) + 8) / 8;
    return entry;
  }

  private static boolean brands(ByteWindow bytes) {
    for (long at = 0; at < bytes.length(); at += 4) {
      if (at != 4 && !BRANDS.contains(new String(bytes.bytes(at, at + 4), StandardCharsets.ISO_8859_1))) return false;
    }
    return bytes.u32(4) == 0;
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

  /// Method 1 holds a number, methods 2 and 3 an ICC profile (T.800 I.5.3.3); empty for what nobody else can read.
  private static ByteSlice colour(ByteSlice content) {
    var bytes = content.toArray();
    if (bytes.length >= 7 && bytes[0] == 1) {
      boolean hasRange = bytes[6] == LAB || bytes[6] == JAB;
      return bytes.length == 7 || hasRange && bytes.length <= 35 ? content : content.slice(0, 7);
    }
    if (bytes.length < 3 || bytes[0] != 2 && bytes[0] != 3) return ByteSlice.EMPTY;
    var before = Arrays.copyOfRange(bytes, 3, bytes.length);
    var after = IccProfile.cleaned(before).orElseGet(IccProfile::standard);
    if (Arrays.equals(before, after)) return content;
    return ByteSlice.of(ByteBuffer.allocate(3 + after.length).put(bytes, 0, 3).put(after).array());
  }
}
