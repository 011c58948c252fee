package umbra.deid.vendor;

/// One text of a maker's block.
///
/// @param name as the block calls it; a number where it has no names
/// @param isLeftover what lies behind the end of a text, where makers leave whatever their memory held: it is searched for
///     identifiers and tells a person nothing
public record VendorItem(String name, String text, boolean isLeftover) {
  VendorItem(String name, String text) {
    this(name, text, false);
  }
}
