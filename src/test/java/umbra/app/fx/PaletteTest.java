package umbra.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Colours keep the contrast of WCAG 2.1 AA: 4.5 for text (1.4.3), 3 for the edges of controls and the focus (1.4.11).
class PaletteTest {
  private static final List<String> TEXTS = List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle", "-color-accent-fg", "-color-danger-fg", "-color-warning-fg", "-color-success-fg");
  private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-overlay", "-color-bg-subtle", "-color-bg-inset");

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyTextCanBeReadOnEveryGround(Theme theme) throws IOException {
    var colours = colours(theme);
    for (var text : TEXTS) for (var ground : GROUNDS) atLeast(4.5, colours, text, ground);
    for (var ground : List.of("-umbra-selection", "-umbra-selection-idle", "-umbra-hover")) {
      atLeast(4.5, colours, "-color-fg-default", ground);
      atLeast(4.5, colours, "-color-fg-muted", ground);
    }
    for (var chip : List.of("plain", "note", "warn", "bad", "other")) atLeast(4.5, colours, "-umbra-chip-" + chip + "-fg", "-umbra-chip-" + chip);
    for (var button : List.of("-color-accent-emphasis", "-color-danger-emphasis", "-color-warning-emphasis")) atLeast(4.5, colours, "-color-fg-emphasis", button);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void edgesOfControlsAndTheFocusCanBeSeen(Theme theme) throws IOException {
    var colours = colours(theme);
    for (var ground : GROUNDS) {
      atLeast(3, colours, "-umbra-control-border", ground);
      atLeast(3, colours, "-umbra-focus", ground);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theMeasureItselfIsRight(Theme theme) {
    assertEquals(21, contrast(0x000000, 0xFFFFFF), 0.01);
    assertEquals(4.54, contrast(0x767676, 0xFFFFFF), 0.01);
  }

  private static void atLeast(double wanted, Map<String, Integer> colours, String text, String ground) {
    double contrast = contrast(colours.get(text), colours.get(ground));
    assertTrue(contrast >= wanted, () -> "%s on %s: %.2f".formatted(text, ground, contrast));
  }

  private static Map<String, Integer> colours(Theme theme) throws IOException {
    try (var in = PaletteTest.class.getResourceAsStream("/umbra/app/" + theme.sheet())) {
      var colours = new HashMap<String, Integer>();
      var lines = Pattern.compile("(-[\\w-]+): #([0-9a-f]{6});").matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (lines.find()) colours.put(lines.group(1), Integer.parseInt(lines.group(2), 16));
      return colours;
    }
  }

  private static double contrast(int a, int b) {
    double one = luminance(a);
    double other = luminance(b);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int value) {
    double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
