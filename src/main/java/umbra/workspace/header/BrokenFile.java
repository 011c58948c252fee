package umbra.workspace.header;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DicomException;
import umbra.dicom.dict.TagPaths;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// A file that could not be read: why, where, and the bytes around that place.
///
/// @param offset in bytes; -1 if no place is known
public record BrokenFile(String name, String reason, long offset, Optional<String> path, List<HexPage.Row> bytes) {
  private static final int ROWS_EACH_SIDE = 8;

  /// Looks at a file again to see what is wrong with it; empty if it can be read now.
  public static Optional<BrokenFile> of(SourcePlace place, SourceFiles files) {
    try (var _ = files.open(place)) {
      return Optional.empty();
    } catch (DicomException e) {
      long offset = e.place().offset();
      return Optional.of(new BrokenFile(place.toString(), e.reason(), offset, e.place().path().map(TagPaths::print), around(place, files, Math.max(0, offset))));
    } catch (IOException e) {
      return Optional.of(new BrokenFile(place.toString(), String.valueOf(e.getMessage()), -1, Optional.empty(), List.of()));
    }
  }

  private static List<HexPage.Row> around(SourcePlace place, SourceFiles files, long offset) {
    try (var source = files.bytes(place)) {
      return HexPage.around(source.all(), Math.min(offset, Math.max(0, source.size() - 1)), ROWS_EACH_SIDE);
    } catch (IOException | umbra.io.LostSourceException _) {
      return List.of();
    }
  }
}
