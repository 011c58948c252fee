package umbra.app;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import umbra.app.action.Action;
import umbra.app.fx.Choosers;
import umbra.app.palette.KeySheet;
import umbra.app.palette.PaletteView;
import umbra.app.palette.PaletteViewModel;
import umbra.app.preference.Preferences;
import umbra.app.preference.PreferencesView;
import umbra.app.preference.UserSettings;

/// The actions of the window itself.
final class Commands {
  private final Desk desk;
  private final UserSettings settings;
  private final Choosers choosers;
  private final Runnable quit;
  private final SimpleBooleanProperty open = new SimpleBooleanProperty();
  private final SimpleBooleanProperty always = new SimpleBooleanProperty(true);

  Commands(Desk desk, UserSettings settings, Choosers choosers, Runnable quit) {
    this.desk = desk;
    this.settings = settings;
    this.choosers = choosers;
    this.quit = quit;
  }

  /// Whether a workspace is open.
  void opened(boolean is) {
    open.set(is);
  }

  List<Action> list() {
    return List.of(
        action("file.open", "File", "Open workspace…", "Open the folder of a workspace", "Shortcut+O", "fth-folder", always, this::openWorkspace),
        action("file.new", "File", "New workspace…", "Make a workspace, encrypted if you wish", "Shortcut+N", "", always, desk::newWorkspace),
        action("file.practice", "File", "Open the practice collection", "A small synthetic collection to try things on", "", "", always, desk::practice),
        action("file.importFolder", "File", "Import a folder…", "Take in all DICOM below a folder; the files stay where they are", "Shortcut+I", "fth-download", open,
            () -> choosers.folder("Import a folder").ifPresent(f -> desk.importPaths(List.of(f)))),
        action("file.importFiles", "File", "Import files…", "Take in files, ZIP archives or a DICOMDIR", "Shortcut+Shift+I", "", open, this::importFiles),
        action("file.close", "File", "Close workspace", "Back to the start screen", "Shortcut+W", "", open, desk::closeWorkspace),
        action("file.preferences", "File", "Preferences…", "Name, theme, keys, mouse, size, memory", "Shortcut+COMMA", "fth-settings", always, this::preferences),
        action("file.quit", "File", "Quit", "Close the window", "Shortcut+Q", "", always, quit),
        action("view.theme", "View", "Switch theme: dark or light", "Dark suits a reading room", "Shortcut+Shift+L", "fth-moon", always,
            () -> settings.change(p -> p.withTheme(p.theme().other()))),
        action("help.palette", "Help", "Find an action…", "Every action by a few letters of its name", "Shortcut+Shift+P", "fth-command", always, this::palette),
        action("help.keys", "Help", "Sheet of keys", "All keys that do something now", "Shift+SLASH", "fth-help-circle", always, this::keys));
  }

  private static Action action(String id, String group, String text, String hint, String keys, String icon, ObservableBooleanValue enabled, Runnable run) {
    // The question mark of most keyboards; F1 for all.
    var all = keys.isEmpty() ? List.<String>of() : id.equals("help.keys") ? List.of(keys, "F1") : List.of(keys);
    return new Action(id, group, text, hint, all, Optional.of(icon).filter(i -> !i.isEmpty()), enabled, run);
  }

  private void openWorkspace() {
    choosers.folder("Open a workspace").ifPresent(f -> desk.open(f, Optional.empty(), List.of()));
  }

  private void importFiles() {
    var files = choosers.files("Import files");
    if (!files.isEmpty()) desk.importPaths(files);
  }

  private void preferences() {
    desk.shell().raise(new PreferencesView(settings, desk.shell()::actions, desk.shell()::lower).node());
  }

  private void palette() {
    var view = new PaletteView(new PaletteViewModel(desk.shell().actions()), settings.preferences().get().keys(), action -> {
      desk.shell().lower();
      action.run().run();
    });
    desk.shell().raise(view.node());
  }

  private void keys() {
    var now = settings.preferences().get();
    desk.shell().raise(KeySheet.of(desk.shell().actions(), now.keys(), Preferences.hint(now.input())));
  }
}
