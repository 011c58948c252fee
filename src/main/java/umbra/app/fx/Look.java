package umbra.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.kordamp.ikonli.javafx.FontIcon;

/// Gives scenes their looks: AtlantaFX below, our own sheets above, and the two typefaces we bring along.
public final class Look {
  /// Beside it lie the sheets and the fonts.
  private static final String HOME = "/umbra/app/";
  private static final List<String> FONTS = List.of("inter-latin-400-normal.woff", "inter-latin-500-normal.woff", "inter-latin-600-normal.woff",
      "jetbrains-mono-latin-400-normal.woff", "jetbrains-mono-latin-500-normal.woff");

  private Look() {}

  /// Makes the typefaces known to the toolkit; once, before the first scene.
  public static void loadFonts() {
    for (var font : FONTS) Font.loadFont(Look.class.getResourceAsStream(HOME + "fonts/" + font), 13);
  }

  /// Themes a scene, and with it the popups that its nodes open.
  public static void apply(Theme theme, Scene scene) {
    var base = theme == Theme.DARK ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(base.getUserAgentStylesheetBSS());
    scene.getStylesheets().setAll(sheet("umbra.css"), sheet(theme.sheet()));
  }

  private static String sheet(String name) {
    return Look.class.getResource(HOME + name).toExternalForm();
  }

  /// @param literal of the feather set, such as `fth-sun`
  public static FontIcon icon(String literal) {
    var icon = new FontIcon(literal);
    icon.getStyleClass().add("icon");
    return icon;
  }
}
