package umbra.catalog.audit;

/// A place in the chain as it is printed: `17:3f…`, sequence and hash.
///
/// @param sequence from 1; 0 for the empty chain
/// @param hash SHA-256 in hexadecimal digits
public record AuditHead(long sequence, String hash) {
  /// Before the first row.
  public static final AuditHead START = new AuditHead(0, "0".repeat(64));

  /// @throws IllegalArgumentException if the text is not what [#toString] prints
  public static AuditHead parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a head of the audit trail; it looks like 17:3f…, with 64 digits");
    return new AuditHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return sequence + ":" + hash;
  }
}
