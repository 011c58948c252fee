package umbra.catalog.version;

/// One export.
///
/// @param profile its label: name, version, options, hash
/// @param keyMark tells whether two versions were made with the same key, without giving it away
/// @param state `begun` or `finished`
/// @param head of the audit trail as the export printed it; empty while it is only begun
public record VersionRow(long id, String collection, String name, String profile, String keyMark, String state, String head) {
  public boolean isFinished() {
    return state.equals("finished");
  }
}
