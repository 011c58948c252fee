package umbra.app.preference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import umbra.app.action.KeyMap;
import umbra.app.fx.Theme;
import umbra.app.viewer.tool.InputProfile;

/// What a person chose.
///
/// @param person name for the audit trail; empty if none was given
/// @param scalePercent size of the window's content; 0 follows the system. Takes effect with the next start
/// @param memoryMegabytes for decoded frames; 0 lets Umbra choose
public record Preferences(String person, Theme theme, InputProfile input, int scalePercent, int memoryMegabytes, KeyMap keys) {
  public static final Preferences DEFAULT = new Preferences("", Theme.DARK, InputProfile.RADIOLOGY, 0, 0, KeyMap.DEFAULT);
  public static final List<Integer> SCALES = List.of(0, 100, 125, 150, 175, 200);
  public static final List<Integer> MEMORIES = List.of(0, 128, 256, 512, 1024, 2048);

  private static final String KEYS = "keys.";
  private static final String BETWEEN_KEYS = " | ";

  public Preferences withPerson(String name) {
    return new Preferences(name, theme, input, scalePercent, memoryMegabytes, keys);
  }

  public Preferences withTheme(Theme other) {
    return new Preferences(person, other, input, scalePercent, memoryMegabytes, keys);
  }

  public Preferences withInput(InputProfile other) {
    return new Preferences(person, theme, other, scalePercent, memoryMegabytes, keys);
  }

  public Preferences withScalePercent(int percent) {
    return new Preferences(person, theme, input, percent, memoryMegabytes, keys);
  }

  public Preferences withMemoryMegabytes(int megabytes) {
    return new Preferences(person, theme, input, scalePercent, megabytes, keys);
  }

  public Preferences withKeys(KeyMap other) {
    return new Preferences(person, theme, input, scalePercent, memoryMegabytes, other);
  }

  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("person", person);
    texts.put("theme", theme.name());
    texts.put("input", input.id());
    texts.put("scale", Integer.toString(scalePercent));
    texts.put("memory", Integer.toString(memoryMegabytes));
    keys.chosen().forEach((id, chosen) -> texts.put(KEYS + id, String.join(BETWEEN_KEYS, chosen)));
    return texts;
  }

  /// Names of actions whose keys in the file are none.
  static List<String> unreadableKeys(Map<String, String> texts) {
    return texts.entrySet().stream().filter(e -> e.getKey().startsWith(KEYS) && !e.getValue().isEmpty())
        .filter(e -> parts(e.getValue()).stream().anyMatch(k -> KeyMap.combination(k).isEmpty())).map(e -> e.getKey().substring(KEYS.length())).sorted().toList();
  }

  private static List<String> parts(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(java.util.regex.Pattern.quote(BETWEEN_KEYS)));
  }

  /// What a text does not say, or says in a way this version does not know, is as by default.
  static Preferences of(Map<String, String> texts) {
    var keys = new LinkedHashMap<String, List<String>>();
    var unreadable = unreadableKeys(texts);
    texts.forEach((name, text) -> {
      if (name.startsWith(KEYS) && !unreadable.contains(name.substring(KEYS.length()))) keys.put(name.substring(KEYS.length()), parts(text));
    });
    return new Preferences(texts.getOrDefault("person", ""), one(Theme.values(), texts.get("theme"), DEFAULT.theme),
        one(InputProfile.ALL.toArray(InputProfile[]::new), texts.get("input"), DEFAULT.input), one(SCALES.toArray(Integer[]::new), texts.get("scale"), DEFAULT.scalePercent),
        one(MEMORIES.toArray(Integer[]::new), texts.get("memory"), DEFAULT.memoryMegabytes), new KeyMap(keys));
  }

  private static <T> T one(T[] known, Object text, T otherwise) {
    return Arrays.stream(known).filter(k -> name(k).equals(text)).findFirst().orElse(otherwise);
  }

  private static String name(Object value) {
    return switch (value) {
      case Enum<?> e -> e.name();
      case InputProfile profile -> profile.id();
      default -> value.toString();
    };
  }

  /// What the mouse does on an image, in a line.
  public static String hint(InputProfile profile) {
    return profile == InputProfile.CURATION ? "left drag draws, middle drag pans, right drag changes the window, wheel scrolls"
        : "left drag changes the window, middle drag pans, right drag zooms, wheel scrolls";
  }
}
