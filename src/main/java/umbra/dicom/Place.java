package umbra.dicom;

import java.util.Optional;

/// Where in which file something was found.
///
/// @param file its path, or a word for bytes in memory
/// @param offset in bytes from the start of the file, or of the inflated Data Set; -1 if unknown
/// @param path the element, if one was reached
public record Place(String file, long offset, Optional<TagPath> path) {

  public static Place of(String file) {
    return new Place(file, -1, Optional.empty());
  }

  public static Place of(String file, long offset) {
    return new Place(file, offset, Optional.empty());
  }

  @Override
  public String toString() {
    return file + (offset < 0 ? "" : " at offset " + offset) + path.map(p -> " in " + p).orElse("");
  }
}
