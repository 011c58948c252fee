package umbra.workspace.source;

import java.nio.file.Path;

/// Where the bytes of an instance are: a file, or an entry of an archive.
///
/// @param member the entry's name as the archive has it; empty for a plain file
public record SourcePlace(Path file, String member) {
  public static SourcePlace of(Path file) {
    return new SourcePlace(file, "");
  }

  public boolean isMember() {
    return !member.isEmpty();
  }

  @Override
  public String toString() {
    return isMember() ? file + "!/" + member : file.toString();
  }
}
