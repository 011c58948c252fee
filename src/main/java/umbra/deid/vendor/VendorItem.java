package umbra.deid.vendor;

/// One text of a maker's block.
///
/// @param name as the block calls it; a number where it has no names
public record VendorItem(String name, String text) {}
