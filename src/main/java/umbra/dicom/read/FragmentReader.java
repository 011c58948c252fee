package umbra.dicom.read;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DicomException;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;

/// Reads encapsulated Pixel Data (PS3.5 A.4): fragments by their stated lengths, whatever their bytes look like.
final class FragmentReader {
  private final ReadContext context;
  private long next;

  FragmentReader(ReadContext context) {
    this.context = context;
  }

  /// Undefined length with a VR of bytes or words, or Pixel Data by name.
  static boolean holdsFragments(ElementHeader header) {
    return header.tag == Tags.PIXEL_DATA.packed() || header.vr == VR.OB || header.vr == VR.OW;
  }

  /// Offset of the first byte after the delimiter.
  long next() {
    return next;
  }

  Value.Fragments read(ElementHeader header, long end) throws DicomException {
    var slices = new ArrayList<ByteSlice>();
    var syntax = header.syntax;
    long at = header.valueOffset;
    while (true) {
      if (end - at < 8) {
        context.note(Kind.MISSING_DELIMITER, at, header.tag);
        at = end;
        break;
      }
      int tag = context.window.tag(at, syntax);
      long length = context.window.u32(at + 4, syntax);
      if (tag == Tags.SEQUENCE_DELIMITATION.packed()) {
        if (length != 0) context.note(Kind.DELIMITER_LENGTH, at, header.tag);
        at += 8;
        break;
      }
      if (tag != Tags.ITEM.packed()) {
        context.note(Kind.FRAGMENT_DAMAGED, at, header.tag);
        break;
      }
      context.countElement(at);
      long to = at + 8 + length;
      if (to > end) {
        context.note(Kind.VALUE_TRUNCATED, at, header.tag);
        to = end;
      }
      if ((length & 1) == 1) context.note(Kind.ODD_LENGTH, at, header.tag);
      slices.add(context.slice(at + 8, to));
      at = to;
    }
    next = at;
    if (slices.isEmpty()) return new Value.Fragments(ByteSlice.EMPTY, List.of());
    return new Value.Fragments(slices.getFirst(), slices.subList(1, slices.size()));
  }
}
