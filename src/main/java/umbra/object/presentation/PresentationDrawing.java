package umbra.object.presentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Drawing.Caption;
import umbra.object.drawing.Drawing.Line;
import umbra.object.drawing.Part;
import umbra.object.drawing.Shapes;
import umbra.object.presentation.ScreenLook.Area;
import umbra.pixel.render.GrayLook;

/// Annotations, shutter, displayed area and window of a softcopy presentation state (PS3.3 C.10.4 to C.10.7, C.7.6.11, C.11.8). Keeps its file open.
public final class PresentationDrawing implements Drawable {
  private static final Tag REFERENCED_SERIES = Tag.of(0x0008, 0x1115);
  private static final Tag REFERENCED_IMAGES = Tag.of(0x0008, 0x1140);
  private static final Tag ANNOTATIONS = Tag.of(0x0070, 0x0001);
  private static final Tag LAYER = Tag.of(0x0070, 0x0002);
  private static final Tag TEXTS = Tag.of(0x0070, 0x0008);
  private static final Tag GRAPHICS = Tag.of(0x0070, 0x0009);
  private static final Tag COMPOUNDS = Tag.of(0x0070, 0x0209);
  private static final Tag LAYERS = Tag.of(0x0070, 0x0060);
  private static final Tag AREAS = Tag.of(0x0070, 0x005A);
  private static final Tag WINDOWS = Tag.of(0x0028, 0x3110);
  private static final Tag GRAPHIC_DATA = Tag.of(0x0070, 0x0022);
  private static final Tag SIZE_MODE = Tag.of(0x0070, 0x0100);
  private static final Tag MAGNIFICATION = Tag.of(0x0070, 0x0103);
  private static final int SHUTTER = 1000;

  private final DicomFile file;
  private final DataSet d;
  private final Map<String, Part> layers = new LinkedHashMap<>();
  private final Optional<Shutter> shutter;

  /// @param file that is closed with this
  public PresentationDrawing(DicomFile file) {
    this.file = file;
    this.d = file.dataSet();
    this.shutter = Shutter.of(d);
    for (var layer : d.items(LAYERS)) add(layer.text(LAYER).orElse(""), layer.text(Tag.of(0x0070, 0x0068)).orElse(""));
    for (var annotation : d.items(ANNOTATIONS)) add(annotation.text(LAYER).orElse(""), "");
  }

  private void add(String name, String description) {
    layers.computeIfAbsent(name, _ -> new Part(layers.size() + 1, name.isEmpty() ? "annotations" : name, "layer", description, Part.color(layers.size() + 3)));
  }

  @Override
  public List<Part> parts() {
    var parts = new ArrayList<>(layers.values());
    shutter.ifPresent(s -> parts.add(new Part(SHUTTER, "Shutter", s.shapes(), "", 0)));
    return List.copyOf(parts);
  }

  @Override
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    for (var series : d.items(REFERENCED_SERIES)) names.addAll(images(series));
    return names;
  }

  private static Set<String> images(DataSet item) {
    var names = new LinkedHashSet<String>();
    for (var image : item.items(REFERENCED_IMAGES)) {
      var uid = image.text(Tag.of(0x0008, 0x1155)).orElse("");
      var frames = numbers(image, Tag.of(0x0008, 0x1160));
      if (frames.length == 0) names.add(uid);
      for (double frame : frames) names.add(uid + "#" + (int) frame);
    }
    return names;
  }

  /// An Item that names no image holds for all that the whole state names.
  private boolean holds(DataSet item, DrawnFrame frame) {
    var names = images(item);
    if (names.isEmpty()) names = names();
    return names.contains(frame.sopInstanceUid()) || names.contains(frame.sopInstanceUid() + "#" + (frame.frame() + 1));
  }

  private static double[] numbers(DataSet item, Tag tag) {
    var element = item.find(tag);
    if (element.isEmpty()) return new double[0];
    var numbers = new double[(int) Numbers.count(element.get())];
    for (int i = 0; i < numbers.length; i++) numbers[i] = Numbers.decimal(element.get(), i).orElse(0);
    return numbers;
  }

  @Override
  public synchronized Drawing on(DrawnFrame frame, Set<Integer> hidden) {
    var lines = new ArrayList<Line>();
    var captions = new ArrayList<Caption>();
    var area = look(frame).area().orElse(new Area(0, 0, frame.columns(), frame.rows()));
    for (var annotation : d.items(ANNOTATIONS)) {
      var part = layers.get(annotation.text(LAYER).orElse(""));
      if (hidden.contains(part.number()) || !holds(annotation, frame)) continue;
      for (var graphic : annotation.items(GRAPHICS)) lines.addAll(graphic(graphic, Tag.of(0x0070, 0x0005), Tag.of(0x0070, 0x0023), Tag.of(0x0070, 0x0024), part, area));
      for (var graphic : annotation.items(COMPOUNDS)) lines.addAll(graphic(graphic, Tag.of(0x0070, 0x0282), Tag.of(0x0070, 0x0294), Tag.of(0x0070, 0x0024), part, area));
      for (var text : annotation.items(TEXTS)) captions.addAll(captions(text, part, area));
    }
    boolean covered = shutter.isPresent() && !hidden.contains(SHUTTER) && holds(DataSet.EMPTY, frame);
    return new Drawing(lines, captions, Optional.empty(), covered ? Optional.of(shutter.get().cover(frame.columns(), frame.rows())) : Optional.empty());
  }

  private static List<Line> graphic(DataSet graphic, Tag units, Tag type, Tag filled, Part part, Area area) {
    var xy = place(numbers(graphic, GRAPHIC_DATA), graphic.text(units).orElse("PIXEL"), area);
    return Shapes.of(part.number(), graphic.text(type).orElse("POLYLINE"), xy, graphic.text(filled).orElse("N").equals("Y"), part.rgb());
  }

  /// PIXEL counts from the corner of the image; DISPLAY is a fraction of the displayed area.
  private static double[] place(double[] xy, String units, Area area) {
    if (!units.equals("DISPLAY")) return xy;
    var placed = new double[xy.length];
    for (int i = 0; i + 1 < xy.length; i += 2) {
      placed[i] = area.left() + xy[i] * (area.right() - area.left());
      placed[i + 1] = area.top() + xy[i + 1] * (area.bottom() - area.top());
    }
    return placed;
  }

  private static List<Caption> captions(DataSet text, Part part, Area area) {
    var box = place(numbers(text, Tag.of(0x0070, 0x0010)), text.text(Tag.of(0x0070, 0x0003)).orElse("PIXEL"), area);
    var anchor = place(numbers(text, Tag.of(0x0070, 0x0014)), text.text(Tag.of(0x0070, 0x0004)).orElse("PIXEL"), area);
    var at = box.length >= 2 ? box : anchor;
    if (at.length < 2) return List.of();
    var captions = new ArrayList<Caption>();
    var words = text.text(Tag.of(0x0070, 0x0006)).orElse("");
    captions.add(new Caption(part.number(), words.replaceAll("\\R", "\n"), at[0], at[1], part.rgb()));
    return captions;
  }

  /// Whether the state speaks of the frame at all.
  public synchronized boolean isOf(DrawnFrame frame) {
    return holds(DataSet.EMPTY, frame);
  }

  /// How an image is to be shown.
  public synchronized ScreenLook look(DrawnFrame frame) {
    var voi = d.items(WINDOWS).stream().filter(w -> holds(w, frame)).findFirst().orElse(DataSet.EMPTY);
    var shown = d.items(AREAS).stream().filter(a -> holds(a, frame)).findFirst();
    var magnification = shown.filter(a -> a.text(SIZE_MODE).orElse("").equals("MAGNIFY")).map(a -> a.decimal(MAGNIFICATION, 0)).orElse(OptionalDouble.empty());
    int turns = d.integer(Tag.of(0x0070, 0x0042)).orElse(0) / 90;
    return new ScreenLook(GrayLook.of(d, voi), shown.flatMap(PresentationDrawing::area), magnification, Math.floorMod(turns, 4), d.text(Tag.of(0x0070, 0x0041)).orElse("N").equals("Y"));
  }

  /// Pixels are counted from 1, both corners included.
  private static Optional<Area> area(DataSet item) {
    var first = numbers(item, Tag.of(0x0070, 0x0052));
    var last = numbers(item, Tag.of(0x0070, 0x0053));
    if (first.length < 2 || last.length < 2) return Optional.empty();
    var area = new Area(Math.min(first[0], last[0]) - 1, Math.min(first[1], last[1]) - 1, Math.max(first[0], last[0]), Math.max(first[1], last[1]));
    return area.right() > area.left() && area.bottom() > area.top() ? Optional.of(area) : Optional.empty();
  }

  @Override
  public List<DrawnFrame> planes() {
    return List.of();
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
