package umbra.dicom.read;

import java.util.List;
import umbra.dicom.DataElement;

/// What the walk of one Data Set or Item found.
///
/// @param next offset of the first byte not used; after the delimiter if one ended the walk
record Walk(List<DataElement> elements, long next, End end) {

  /// Why a walk ended.
  enum End {
    /// At the stated end.
    REACHED,
    /// An Item Delimitation, which was used up.
    ITEM_DELIMITER,
    /// A delimiter or Item that belongs to the enclosing Sequence; it was not used up.
    OUTER_DELIMITER,
    /// Where the options say to stop.
    PIXEL_DATA,
    /// Bytes that are no element.
    GARBAGE
  }
}
