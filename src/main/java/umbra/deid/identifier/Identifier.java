package umbra.deid.identifier;

/// An original value that must not be found in what is written.
///
/// @param value as it stands in the source, without padding
public record Identifier(IdentifierKind kind, String value) {
  /// The kind, not the value: it has no place in messages.
  @Override
  public String toString() {
    return kind + " of " + value.length() + " characters";
  }
}
