package umbra.app.preference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The preferences and the window's state as they are now; every change is kept in the user's folder at once.
public final class UserSettings {
  private final UserFile preferenceFile;
  private final UserFile windowFile;
  private final ReadOnlyObjectWrapper<Preferences> preferences;
  private final ReadOnlyObjectWrapper<WindowState> window;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public UserSettings(Path configuration) {
    preferenceFile = new UserFile(configuration.resolve("preferences.properties"));
    windowFile = new UserFile(configuration.resolve("window.properties"));
    preferences = new ReadOnlyObjectWrapper<>(read(preferenceFile, this::preferences));
    window = new ReadOnlyObjectWrapper<>(read(windowFile, WindowState::of));
  }

  public ReadOnlyObjectProperty<Preferences> preferences() {
    return preferences.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<WindowState> window() {
    return window.getReadOnlyProperty();
  }

  /// Why a file could not be read or written; empty if all went well.
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  public void change(UnaryOperator<Preferences> change) {
    preferences.set(change.apply(preferences.get()));
    write(preferenceFile, preferences.get().texts());
  }

  public void changeWindow(UnaryOperator<WindowState> change) {
    window.set(change.apply(window.get()));
    write(windowFile, window.get().texts());
  }

  private Preferences preferences(Map<String, String> texts) {
    var unreadable = Preferences.unreadableKeys(texts);
    if (!unreadable.isEmpty()) problem.set(preferenceFile.path() + ": what stands for " + String.join(", ", unreadable) + " is no key; the default holds");
    return Preferences.of(texts);
  }

  private <T> T read(UserFile file, Function<Map<String, String>, T> maker) {
    try {
      return maker.apply(file.read());
    } catch (IOException e) {
      problem.set(String.valueOf(e.getMessage()));
      return maker.apply(Map.of());
    }
  }

  private void write(UserFile file, Map<String, String> texts) {
    try {
      file.write(texts);
    } catch (IOException e) {
      problem.set(file.path() + ": the settings cannot be kept");
    }
  }
}
