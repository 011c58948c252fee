package umbra.dicom.read;

import umbra.dicom.Syntax;
import umbra.dicom.VR;

/// Tag, VR and length of one element, as [HeaderDecoder] finds them. Filled anew for each element: they are many.
final class ElementHeader {
  static final long UNDEFINED = 0xFFFF_FFFFL;

  /// Packed as in [umbra.dicom.Tag].
  int tag;
  /// From the file, else from the dictionary, else UN.
  VR vr = VR.UN;
  /// The two bytes in the file; 0 in implicit VR.
  int vrCode;
  /// In bytes, or [#UNDEFINED].
  long length;
  long offset;
  long valueOffset;
  /// The layout of this element, which a careless file may change on the way.
  Syntax syntax = Syntax.EXPLICIT_LITTLE;

  boolean hasUndefinedLength() {
    return length == UNDEFINED;
  }

  /// Item, Item Delimitation or Sequence Delimitation (PS3.5 7.5).
  boolean isItemOrDelimiter() {
    return tag >>> 16 == 0xFFFE;
  }

  void set(int vrBytes, VR known, long valueLength, long valueAt, Syntax layout) {
    vrCode = vrBytes;
    vr = known;
    length = valueLength;
    valueOffset = valueAt;
    syntax = layout;
  }
}
