package umbra.app.preference;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this person's settings and own workspaces go.
///
/// @param configuration small files of settings
/// @param data workspaces made without naming a place, such as that of the practice collection
public record UserFolders(Path configuration, Path data) {

  /// The customs of each system: the XDG folders on Linux, Application Support on macOS, AppData on Windows.
  public static UserFolders of(Map<String, String> environment, Path home, String system) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      var roaming = Path.of(environment.getOrDefault("APPDATA", home.resolve("AppData/Roaming").toString()));
      var local = Path.of(environment.getOrDefault("LOCALAPPDATA", home.resolve("AppData/Local").toString()));
      return new UserFolders(roaming.resolve("Umbra"), local.resolve("Umbra"));
    }
    if (name.contains("mac")) {
      var support = home.resolve("Library/Application Support/Umbra");
      return new UserFolders(support, support);
    }
    return new UserFolders(xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")), xdg(environment, "XDG_DATA_HOME", home.resolve(".local/share")));
  }

  /// An empty or relative path counts as not set (XDG Base Directory Specification).
  private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
    var set = environment.getOrDefault(variable, "");
    var base = set.startsWith("/") ? Path.of(set) : otherwise;
    return base.resolve("umbra");
  }

  public Path workspaces() {
    return data.resolve("workspaces");
  }
}
