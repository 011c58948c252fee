package umbra.catalog.version;

/// What became of an instance in one version.
///
/// @param path below the folder of the export; empty if it was withheld
/// @param sha256 of the written file in hexadecimal digits
/// @param line of the manifest after path, hash and size
/// @param reason why it was withheld; empty if it was written
public record ReleasedRow(long instance, String path, String sha256, String line, String reason) {
  public boolean isWritten() {
    return reason.isEmpty();
  }
}
