package umbra.catalog;

import java.util.OptionalLong;

/// A file, or a member of an archive, that was looked at.
///
/// @param modified milliseconds since 1970
/// @param reason why it is in quarantine; empty for other outcomes
public record SourceRow(long id, String path, String member, long bytes, long modified, Outcome outcome, String reason, OptionalLong instance) {

  /// What became of it.
  public enum Outcome {
    INSTANCE,
    /// Byte for byte the same as an instance that is there already.
    DUPLICATE,
    /// A DICOMDIR: a table of contents, not an instance.
    DIRECTORY,
    ARCHIVE,
    NOT_DICOM,
    QUARANTINED
  }

  /// Path and member as people write them.
  public String place() {
    return member.isEmpty() ? path : path + "!/" + member;
  }
}
