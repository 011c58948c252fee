package umbra.dicom;

import umbra.io.ByteSlice;

/// How a Data Element or an Item stands in the file it was read from, so that what nobody touched is written back
/// byte for byte.
///
/// @param whole header, value and delimiters; empty for what is new or was changed
/// @param syntax the layout of those bytes
/// @param vrCode the two bytes at the place of the VR, as [VR#code]; 0 in implicit VR and for Items
/// @param undefinedLength the length field says FFFFFFFF
public record Encoded(ByteSlice whole, Syntax syntax, int vrCode, boolean undefinedLength) {
  /// Of an element or Item that was made, not read.
  public static final Encoded NEW = new Encoded(ByteSlice.EMPTY, Syntax.EXPLICIT_LITTLE, 0, false);

  /// The bytes may be copied as they are.
  public boolean isVerbatim() {
    return !whole.isEmpty();
  }

  /// The same style for a changed content.
  public Encoded changed() {
    return isVerbatim() ? new Encoded(ByteSlice.EMPTY, syntax, vrCode, undefinedLength) : this;
  }
}
