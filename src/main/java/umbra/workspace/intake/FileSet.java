package umbra.workspace.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;

/// The files that a DICOMDIR lists (PS3.10 8, PS3.3 F.3).
final class FileSet {
  static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";
  private static final Tag DIRECTORY_RECORDS = Tag.of(0x0004, 0x1220);
  private static final Tag REFERENCED_FILE_ID = Tag.of(0x0004, 0x1500);

  private FileSet() {}

  /// Referenced files in the order of the records, whether they are there or not.
  static List<Path> files(DicomFile directory, Path folder) {
    var files = new ArrayList<Path>();
    for (var item : directory.dataSet().items(DIRECTORY_RECORDS)) {
      var id = item.texts(REFERENCED_FILE_ID).stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
      if (!id.isEmpty() && id.stream().noneMatch(c -> c.equals("..") || c.contains("/") || c.contains("\\"))) files.add(resolved(folder, id));
    }
    return files;
  }

  /// File systems of discs change the case of names: an exact name first, else one that differs in case only.
  private static Path resolved(Path folder, List<String> components) {
    var path = folder;
    for (var component : components) {
      var exact = path.resolve(component);
      path = Files.exists(exact) ? exact : ignoringCase(path, component).orElse(exact);
    }
    return path;
  }

  private static Optional<Path> ignoringCase(Path folder, String name) {
    if (!Files.isDirectory(folder)) return Optional.empty();
    try (var list = Files.list(folder)) {
      return list.filter(p -> p.getFileName().toString().equalsIgnoreCase(name)).sorted().findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
