package umbra.app.viewer.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.pixel.render.Window;
import umbra.pixel.view.ViewTransform;
import umbra.workspace.stack.FrameFacts;
import umbra.workspace.stack.LoadedFrame;

/// The lines in the corners of a tile: fewer of them in a small one.
public record Corners(List<String> topLeft, List<String> topRight, List<String> bottomLeft, List<String> bottomRight) {
  public static final Corners NONE = new Corners(List.of(), List.of(), List.of(), List.of());
  /// Screen pixels of the tile's shorter side below which lines are left out.
  private static final int SMALL = 320;
  private static final int MIDDLING = 520;

  /// What the lines tell of.
  ///
  /// @param window empty for colour and for VOI LUT tables
  /// @param shorterSide of the tile, in logical pixels
  public record Scene(LoadedFrame frame, int index, int size, Optional<Window> window, ViewTransform view, boolean isTable, int shorterSide) {}

  public static Corners of(Scene s) {
    var facts = s.frame().facts();
    boolean middling = s.shorterSide() >= SMALL;
    boolean large = s.shorterSide() >= MIDDLING;
    return new Corners(patient(facts, middling, large), study(facts, middling, large), image(s, middling, large), shown(s, facts, middling));
  }

  private static List<String> patient(FrameFacts f, boolean middling, boolean large) {
    var lines = new ArrayList<String>();
    add(lines, middling, f.patientName());
    add(lines, middling, f.patientId());
    add(lines, large, date(f.studyDate()));
    add(lines, large, f.studyDescription());
    return lines;
  }

  private static List<String> study(FrameFacts f, boolean middling, boolean large) {
    var lines = new ArrayList<String>();
    add(lines, true, (f.modality() + (middling && !f.seriesNumber().isEmpty() ? "  series " + f.seriesNumber() : "")).strip());
    add(lines, large, f.seriesDescription());
    add(lines, true, f.lossy());
    return lines;
  }

  private static List<String> image(Scene s, boolean middling, boolean large) {
    var lines = new ArrayList<String>();
    add(lines, true, s.size() == 1 ? "" : (middling ? "frame " : "") + (s.index() + 1) + " / " + s.size());
    add(lines, middling && s.size() > 1, s.frame().facts().place());
    add(lines, large, s.frame().stored().columns() + " × " + s.frame().stored().rows() + "  " + s.frame().photometric() + " " + s.frame().bits() + " bit");
    return lines;
  }

  private static List<String> shown(Scene s, FrameFacts facts, boolean middling) {
    var lines = new ArrayList<String>();
    if (s.isTable()) add(lines, true, "VOI LUT");
    s.window().ifPresent(w -> add(lines, true, "W " + number(w.width()) + "  L " + number(w.center()) + (facts.unit().isEmpty() ? "" : " " + facts.unit())));
    add(lines, middling, Math.round(100 * s.view().scale()) + " %" + turned(s.view()));
    return lines;
  }

  private static String turned(ViewTransform v) {
    return (v.turns() == 0 ? "" : "  turned " + 90 * v.turns() + "°") + (v.flipped() ? "  flipped" : "");
  }

  static String number(double value) {
    return Math.abs(value) >= 10 || value == Math.rint(value) ? Long.toString(Math.round(value)) : String.format("%.3g", value);
  }

  private static String date(String da) {
    return da.length() == 8 ? da.substring(0, 4) + "-" + da.substring(4, 6) + "-" + da.substring(6) : da;
  }

  private static void add(List<String> lines, boolean wanted, String line) {
    if (wanted && !line.isBlank()) lines.add(line);
  }
}
