package umbra.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import umbra.app.action.Action;
import umbra.app.viewer.tile.TileViewModel;
import umbra.app.viewer.tool.InputProfile;
import umbra.app.viewer.tool.MeasureTool;
import umbra.app.viewer.tool.Tool;
import umbra.pixel.view.Projection;
import umbra.pixel.view.ViewTransform;

/// All that can be done in the viewer, by name: each for the active tile.
final class ViewerActions {
  private static final String SCROLL = "Scroll";
  private static final String WINDOW = "Window";
  private static final String VIEW = "View";
  private static final String LAYOUT = "Layout";
  private static final String TOOLS = "Tools";
  private static final int FAR = 10;

  private final ViewerViewModel viewer;
  private final List<Action> all = new ArrayList<>();
  private final ObservableBooleanValue always = new SimpleBooleanProperty(true);
  private final ObservableBooleanValue some;
  private final ObservableBooleanValue several;

  private ViewerActions(ViewerViewModel viewer) {
    this.viewer = viewer;
    this.some = Bindings.createBooleanBinding(() -> viewer.current().get().isPresent(), viewer.current());
    this.several = Bindings.createBooleanBinding(() -> viewer.active().get().stack().get().size() > 1, viewer.current(), viewer.active());
  }

  static List<Action> of(ViewerViewModel viewer, MeasureTool measure) {
    var actions = new ViewerActions(viewer);
    actions.scrolling();
    actions.cine();
    actions.windowing();
    actions.placing();
    actions.showing();
    actions.layouts();
    actions.tools(measure);
    return List.copyOf(actions.all);
  }

  private TileViewModel tile() {
    return viewer.active().get();
  }

  private void add(String id, String group, String text, String hint, String keys, String icon, ObservableBooleanValue enabled, Runnable run) {
    all.add(new Action("viewer." + id, group, text, hint, keys.isEmpty() ? List.of() : List.of(keys.split("\\|")),
        icon.isEmpty() ? Optional.empty() : Optional.of(icon), enabled, run));
  }

  private void scrolling() {
    add("next", SCROLL, "Next frame", "One frame on; the wheel does the same", "Down", "", several, () -> tile().scrollBy(1));
    add("previous", SCROLL, "Previous frame", "One frame back; the wheel does the same", "Up", "", several, () -> tile().scrollBy(-1));
    add("next-far", SCROLL, "Ten frames on", "Ten frames on; Shift and the wheel do the same", "Shift+Down|Page Down", "", several, () -> tile().scrollBy(FAR));
    add("previous-far", SCROLL, "Ten frames back", "Ten frames back", "Shift+Up|Page Up", "", several, () -> tile().scrollBy(-FAR));
    add("first", SCROLL, "First frame", "To the first frame of the stack", "Home", "", several, () -> tile().scrollTo(0));
    add("last", SCROLL, "Last frame", "To the last frame of the stack", "End", "", several, () -> tile().scrollTo(Integer.MAX_VALUE));
    add("retry", SCROLL, "Retry", "Tries again to read a source that was out of reach", "", "", some, () -> tile().retry());
  }

  private void cine() {
    var cine = viewer.cine();
    add("cine", SCROLL, "Play", "Plays the stack, and stops it", "C", "fth-play", several, () -> cine.toggle(tile()));
    add("cine-faster", SCROLL, "Play faster", "A quarter more frames a second", "Shift+Period", "", several, () -> cine.faster(1.25));
    add("cine-slower", SCROLL, "Play slower", "A fifth fewer frames a second", "Shift+Comma", "", several, () -> cine.faster(0.8));
    toggle("cine-swing", SCROLL, "Play back and forth", "Turns round at the ends instead of beginning anew", "", "", cine.swinging());
  }

  private void windowing() {
    add("window-stated", WINDOW, "Window as stated", "The window or table that the image brings", "0", "", some, () -> tile().window().chosen().set(Optional.empty()));
    for (int i = 1; i <= Preset.MOST; i++) {
      int digit = i;
      add("preset-" + i, WINDOW, "Preset " + i, "CT: " + ctName(i) + "; else the windows that the image states, in their order", Integer.toString(i), "", some,
          () -> viewer.preset(digit));
    }
    add("window-auto", WINDOW, "Automatic window", "From percentiles of this frame, padding left out", "A", "", some, () -> tile().window().auto());
    add("invert", WINDOW, "Invert", "Exchanges light and dark", "I", "fth-droplet", some, () -> tile().inverted().set(!tile().inverted().get()));
    add("reset", VIEW, "Reset", "Window, place, orientation and projection as at the beginning", "Shift+R", "fth-rotate-ccw", some, () -> tile().reset());
  }

  private static String ctName(int digit) {
    return switch (digit) {
      case 1 -> "soft tissue";
      case 2 -> "lung";
      case 3 -> "liver";
      case 4 -> "bone";
      case 5 -> "brain";
      case 6 -> "abdomen";
      case 7 -> "mediastinum";
      default -> "the windows stated";
    };
  }

  private void move(String id, String text, String hint, String keys, String icon, UnaryOperator<ViewTransform> change) {
    add(id, VIEW, text, hint, keys, icon, some, () -> tile().move(change));
  }

  private void placing() {
    move("fit", "Fit", "The whole image in the tile", "Equals", "fth-maximize", ViewTransform::fit);
    move("actual-size", "Actual size", "One stored pixel on each pixel of the screen", "N", "", ViewTransform::actualSize);
    move("zoom-in", "Zoom in", "Larger around the middle; Ctrl and the wheel do so at the pointer", "Plus|Add", "", v -> v.zoomed(1.25, v.viewWidth() / 2.0, v.viewHeight() / 2.0));
    move("zoom-out", "Zoom out", "Smaller around the middle", "Minus|Subtract", "", v -> v.zoomed(0.8, v.viewWidth() / 2.0, v.viewHeight() / 2.0));
    move("rotate-right", "Rotate right", "A quarter turn clockwise", "R", "fth-rotate-cw", v -> v.turned(1));
    move("rotate-left", "Rotate left", "A quarter turn the other way", "L", "", v -> v.turned(-1));
    move("flip-horizontally", "Flip horizontally", "Exchanges left and right of the screen", "H", "", ViewTransform::flippedHorizontally);
    move("flip-vertically", "Flip vertically", "Exchanges top and bottom of the screen", "V", "", ViewTransform::flippedVertically);
  }

  private void toggle(String id, String group, String text, String hint, String keys, String icon, BooleanProperty property) {
    add(id, group, text, hint, keys, icon, always, () -> property.set(!property.get()));
  }

  private void showing() {
    var display = viewer.display();
    toggle("annotations", VIEW, "Annotations", "Shows and hides the text in the corners", "Space", "fth-type", display.annotations());
    toggle("overlays", VIEW, "Overlay planes", "Shows and hides the overlay planes that the image brings", "O", "", display.overlays());
    toggle("smooth", VIEW, "Smooth pixels", "Blends enlarged pixels, or shows each as a square", "Shift+S", "", display.smooth());
    toggle("strip", VIEW, "Thumbnails of the stack", "Shows and hides the strip of thumbnails below", "Back Slash", "fth-film", viewer.strip());
    projection("maximum", "Maximum projection", "Shift+M", Projection.Kind.MAXIMUM);
    projection("minimum", "Minimum projection", "Shift+N", Projection.Kind.MINIMUM);
    projection("mean", "Mean projection", "Shift+A", Projection.Kind.MEAN);
    add("project-cancel", VIEW, "Stop the projection", "Gives up a projection under way", "", "", some, viewer::cancelProjection);
  }

  private void projection(String id, String text, String keys, Projection.Kind kind) {
    add("project-" + id, VIEW, text, "One image of the whole stack, in which text that stands still shows at once; scroll to leave it", keys, "", several,
        () -> viewer.project(kind));
  }

  private void layouts() {
    for (var layout : Layout.values()) {
      add("layout-" + layout.rows() + "x" + layout.columns(), LAYOUT, layout.title(), layout.title() + " beside each other in the viewer",
          "Alt+" + (layout.ordinal() + 1), "", always, () -> viewer.layout().set(layout));
    }
    toggle("maximise", LAYOUT, "Maximise the tile", "Only this tile, and back; a double click does the same", "Enter", "", viewer.maximised());
    toggle("link-scrolling", LAYOUT, "Scroll tiles together", "By place in the patient where both stacks have one, else frame by frame", "Shift+L", "fth-link",
        viewer.links().scrolling());
    toggle("link-windows", LAYOUT, "Window tiles together", "A window chosen in one tile is used in all", "Shift+W", "", viewer.links().windows());
    add("next-tile", LAYOUT, "Next tile", "Keys and menus work on the next tile", "Period", "", always, () -> viewer.activateNext(1));
    add("previous-tile", LAYOUT, "Previous tile", "Keys and menus work on the tile before", "Comma", "", always, () -> viewer.activateNext(-1));
  }

  private void tools(MeasureTool measure) {
    for (var tool : viewer.tools()) add("tool-" + tool.id(), TOOLS, tool.title(), tool.hint(), key(tool), tool.icon(), always, () -> viewer.tool().set(tool));
    add("measure-clear", TOOLS, "Delete distances", "Removes the distances on this frame", "Delete", "", some, () -> tile().instance().ifPresent(i -> {
      var slice = tile().stack().get().slice(tile().index().get());
      measure.clear(new umbra.app.viewer.layer.LayerFrame(i, slice.frame(), 1, 1));
    }));
    for (var profile : InputProfile.ALL) {
      add("profile-" + profile.id(), TOOLS, "Mouse: " + profile.title(), profile == InputProfile.RADIOLOGY
          ? "Left windows, right zooms, middle moves, wheel scrolls" : "Left draws, right windows, middle moves, wheel scrolls", "", "", always,
          () -> viewer.profile().set(profile));
    }
  }

  private static String key(Tool tool) {
    return switch (tool.id()) {
      case "window" -> "W";
      case "scroll" -> "S";
      case "pan" -> "M";
      case "zoom" -> "Z";
      case "measure" -> "D";
      case "draw" -> "X";
      default -> "";
    };
  }
}
