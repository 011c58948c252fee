package umbra.deid.identifier;

/// An original value that must not be found in what is written.
///
/// @param value as it stands in the source, without padding
public record Identifier(IdentifierKind kind, String value) {
  /// Written out, as that of a [umbra.dicom.Tag] is.
  @Override
  public boolean equals(Object other) {
    return other instanceof Identifier(var otherKind, var otherValue) && otherKind == kind && otherValue.equals(value);
  }

  @Override
  public int hashCode() {
    return 31 * value.hashCode() + kind.ordinal();
  }

  /// The kind, not the value: it has no place in messages.
  @Override
  public String toString() {
    return kind + " of " + value.length() + " characters";
  }
}
