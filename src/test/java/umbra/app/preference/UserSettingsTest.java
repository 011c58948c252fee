package umbra.app.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.app.fx.Theme;
import umbra.app.viewer.tool.InputProfile;

class UserSettingsTest {
  @Test
  void whatWasChosenIsThereNextTime(@TempDir Path folder) {
    var settings = new UserSettings(folder.resolve("new"));
    settings.change(p -> p.withPerson("Ada = Ü").withTheme(Theme.LIGHT).withInput(InputProfile.CURATION).withScalePercent(150)
        .withKeys(p.keys().with("viewer.invert", List.of("Shift+X", "F4"))));
    settings.changeWindow(w -> w.withRecent(Path.of("/a b")).withRecent(Path.of("/c")).withBounds(1, 2, 1300, 700));

    var again = new UserSettings(folder.resolve("new"));

    assertEquals(settings.preferences().get(), again.preferences().get());
    assertEquals(settings.window().get(), again.window().get());
    assertEquals(List.of(Path.of("/c"), Path.of("/a b")), again.window().get().recent());
  }

  @Test
  void whatIsNotUnderstoodIsAsByDefault(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("preferences.properties"), "theme=SEPIA\nscale=9999\nperson=Ada\n");
    Files.writeString(folder.resolve("window.properties"), "width=NaN\nleft=7\n");

    var settings = new UserSettings(folder);

    assertEquals(Preferences.DEFAULT.withPerson("Ada"), settings.preferences().get());
    assertEquals(WindowState.DEFAULT, settings.window().get());
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAndTheWindowGoesOn(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    var settings = new UserSettings(file);

    settings.change(p -> p.withPerson("Ada"));

    assertEquals("Ada", settings.preferences().get().person());
    assertFalse(settings.problem().get().isEmpty());
  }

  @Test
  void emptyAndRelativeXdgPathsCountAsNotSet() {
    var home = Path.of("/home/ada");

    assertEquals(Path.of("/home/ada/.config/umbra"), UserFolders.of(Map.of("XDG_CONFIG_HOME", ""), home, "Linux").configuration());
    assertEquals(Path.of("/x/umbra"), UserFolders.of(Map.of("XDG_CONFIG_HOME", "/x"), home, "Linux").configuration());
  }
}
