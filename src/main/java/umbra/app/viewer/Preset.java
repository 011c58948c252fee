package umbra.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.pixel.render.Window;
import umbra.pixel.view.Prepared;

/// A window with a name.
///
/// @param window empty for what the image states
record Preset(String name, Optional<Window> window) {
  private static final List<Preset> CT = List.of(ct("Soft tissue", 400, 40), ct("Lung", 1500, -600), ct("Liver", 150, 90), ct("Bone", 2500, 480),
      ct("Brain", 80, 40), ct("Abdomen", 350, 40), ct("Mediastinum", 450, 50));
  /// Presets that a digit can reach.
  static final int MOST = 9;

  private static Preset ct(String name, double width, double center) {
    return new Preset(name, Optional.of(Window.linear(center, width)));
  }

  /// What the digits 1 to 9 mean for a frame: for CT the usual ones first, else the windows that the image states.
  static List<Preset> of(String modality, Prepared prepared) {
    if (!(prepared instanceof Prepared.Gray gray)) return List.of();
    var presets = new ArrayList<Preset>(modality.equals("CT") && gray.slope() > 0 ? CT : List.of());
    gray.windows().forEach((name, window) -> presets.add(new Preset(name, Optional.of(window))));
    return List.copyOf(presets.subList(0, Math.min(MOST, presets.size())));
  }
}
