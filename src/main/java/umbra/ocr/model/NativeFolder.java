package umbra.ocr.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;

/// A folder of the user's cache to which libraries are unpacked, since no system loads them from inside a JAR.
///
/// Each start compares what is there with what the program brings along, so a damaged or older file is replaced.
public record NativeFolder(Path folder) {
  /// Where caches belong on this system.
  public static Path userCache() {
    var home = Path.of(System.getProperty("user.home", "."));
    return switch (Platform.current().system()) {
      case LINUX -> home.resolve(".cache/umbra");
      case MAC -> home.resolve("Library/Caches/umbra");
      case WINDOWS -> home.resolve("AppData/Local/umbra");
    };
  }

  /// Unpacks a resource under its own file name, or another.
  ///
  /// @throws IOException if the program does not bring it along, or the folder cannot be written
  public Path unpack(String resource, String name) throws IOException {
    byte[] bytes;
    try (var in = NativeFolder.class.getResourceAsStream(resource)) {
      if (in == null) throw new IOException(resource + ": missing from the program's libraries; is this platform supported?");
      bytes = in.readAllBytes();
    }
    var target = folder.resolve(name);
    if (Files.exists(target) && Files.size(target) == bytes.length && Arrays.equals(Files.readAllBytes(target), bytes)) return target;
    Files.createDirectories(target.getParent());
    var temporary = Files.createTempFile(target.getParent(), "unpacking", ".tmp");
    try {
      Files.write(temporary, bytes);
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return target;
  }

  /// The system and processor of this machine.
  public record Platform(OperatingSystem system, boolean isArm) {
    /// Systems with native libraries.
    public enum OperatingSystem { LINUX, MAC, WINDOWS }

    public static Platform current() {
      var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
      var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
      var system = name.contains("win") && !name.contains("darwin") ? OperatingSystem.WINDOWS : name.contains("mac") ? OperatingSystem.MAC : OperatingSystem.LINUX;
      return new Platform(system, arch.equals("aarch64") || arch.startsWith("arm"));
    }
  }
}
