package umbra.app.deidentify.version;


/// A version that was exported or begun.
///
/// @param head of the audit trail as the export printed it; empty while it is only begun
/// @param written instances in it
/// @param target the folder it was written to, as far as this workspace remembers; may be empty
public record VersionLine(String collection, String name, String profile, String state, String head, long written, long withheld, String target) {}
