package umbra.deid.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import umbra.deid.rule.Profile;

/// The folders profiles are found in: those shipped, and the user's own, which may not take a shipped name.
public final class ProfileStore {
  private static final String ENDING = ".yaml";

  private final List<Path> folders;

  /// @param folders in which one after the other is looked; some may not exist
  public ProfileStore(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /// This store, and one more folder that is looked in last.
  public ProfileStore with(Path folder) {
    return new ProfileStore(java.util.stream.Stream.concat(folders.stream(), java.util.stream.Stream.of(folder)).toList());
  }

  /// The files by the name of their profile, which is that of the file; the first folder wins.
  public Map<String, Path> files() throws IOException {
    var files = new LinkedHashMap<String, Path>();
    for (var folder : folders) {
      if (!Files.isDirectory(folder)) continue;
      try (var all = Files.list(folder)) {
        for (var file : all.filter(f -> f.getFileName().toString().endsWith(ENDING)).sorted().toList()) {
          var name = file.getFileName().toString();
          files.putIfAbsent(name.substring(0, name.length() - ENDING.length()), file);
        }
      }
    }
    return files;
  }

  /// @throws ProfileException if the file cannot be run
  /// @throws NoSuchFileException if there is none of this name
  public Profile profile(String name) throws IOException {
    var file = files().get(name);
    if (file == null) throw new NoSuchFileException("profile " + name, null, "known are " + String.join(", ", files().keySet()));
    var profile = read(file);
    if (!profile.name().equals(name)) throw new ProfileException(file.toString(), 1, "the profile is called " + profile.name() + ", its file is not");
    return profile;
  }

  /// Reads and checks a file anywhere.
  public static Profile read(Path file) throws IOException {
    return ProfileReader.read(file.toString(), Files.readAllBytes(file));
  }
}
