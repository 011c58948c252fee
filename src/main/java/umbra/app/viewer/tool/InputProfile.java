package umbra.app.viewer.tool;

import static umbra.app.viewer.tool.Gesture.Kind.DOUBLE_CLICK;
import static umbra.app.viewer.tool.Gesture.Kind.MIDDLE;
import static umbra.app.viewer.tool.Gesture.Kind.PRIMARY;
import static umbra.app.viewer.tool.Gesture.Kind.SECONDARY;
import static umbra.app.viewer.tool.Gesture.Kind.WHEEL;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which gesture is which tool.
///
/// @param tools identifiers of tools; [#ARMED] stands for the one that was picked
/// @param armed what is picked to begin with: the first of these that exists
public record InputProfile(String id, String title, Map<Gesture, String> tools, List<String> armed) {
  public static final String ARMED = "armed";

  /// As OHIF and Horos have it.
  public static final InputProfile RADIOLOGY = new InputProfile("radiology", "Radiology", Map.of(
      Gesture.plain(PRIMARY), ARMED, Gesture.plain(MIDDLE), "pan", Gesture.plain(SECONDARY), "zoom", Gesture.plain(WHEEL), "scroll",
      Gesture.shift(WHEEL), "scroll", Gesture.control(WHEEL), "zoom", Gesture.shift(PRIMARY), "pan", Gesture.control(PRIMARY), "zoom",
      Gesture.plain(DOUBLE_CLICK), "maximise"), List.of("window"));

  /// As the tools for blackout have it: the left button draws.
  public static final InputProfile CURATION = new InputProfile("curation", "Curation", Map.of(
      Gesture.plain(PRIMARY), ARMED, Gesture.plain(MIDDLE), "pan", Gesture.plain(SECONDARY), "window", Gesture.plain(WHEEL), "scroll",
      Gesture.shift(WHEEL), "scroll", Gesture.control(WHEEL), "zoom", Gesture.shift(PRIMARY), "pan", Gesture.control(PRIMARY), "zoom",
      Gesture.plain(DOUBLE_CLICK), "maximise"), List.of("draw", "measure"));

  public static final List<InputProfile> ALL = List.of(RADIOLOGY, CURATION);

  public InputProfile {
    tools = Map.copyOf(tools);
    armed = List.copyOf(armed);
  }

  /// The tool for a gesture; with unknown modifiers, that of the bare button.
  public Optional<String> tool(Gesture gesture) {
    var exact = Optional.ofNullable(tools.get(gesture));
    return exact.isPresent() || gesture.kind() == DOUBLE_CLICK ? exact : Optional.ofNullable(tools.get(Gesture.plain(gesture.kind())));
  }
}
