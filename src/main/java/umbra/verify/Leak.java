package umbra.verify;

import umbra.deid.identifier.IdentifierKind;

/// An original identifier that was found in what was written.
///
/// @param where the element, or part of the file; never a value
public record Leak(IdentifierKind kind, String where) {
  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + " in " + where;
  }
}
