package umbra.object.segmentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Drawing.Wash;
import umbra.object.drawing.ImagePlane;
import umbra.pixel.place.FunctionalGroups;

/// The frames of a segmentation or a map, the images each of them was made of, and where they lie.
final class PlacedFrames {
  private static final Tag SEGMENT_IDENTIFICATION = Tag.of(0x0062, 0x000A);
  private static final Tag SEGMENT_NUMBER = Tag.of(0x0062, 0x000B);
  private static final Tag DERIVATION_IMAGE = Tag.of(0x0008, 0x9124);
  private static final Tag SOURCE_IMAGE = Tag.of(0x0008, 0x2112);
  private static final Tag REFERENCED_SOP_INSTANCE = Tag.of(0x0008, 0x1155);
  private static final Tag REFERENCED_FRAME = Tag.of(0x0008, 0x1160);

  /// @param index from 0
  /// @param segment 0 if the frame names none
  /// @param sources SOP Instance UIDs, with `#` and the number of the frame if one is named
  record Placed(int index, int segment, Set<String> sources, Optional<ImagePlane> plane) {}

  private final int columns;
  private final int rows;
  private final List<Placed> frames = new ArrayList<>();
  /// Frames at the same place, by the order in which places come up.
  private final List<List<Placed>> places = new ArrayList<>();

  PlacedFrames(DataSet d, int columns, int rows, int count) {
    this.columns = columns;
    this.rows = rows;
    var known = new HashMap<Object, List<Placed>>();
    for (int i = 0; i < count; i++) {
      var segment = FunctionalGroups.macro(d, i, SEGMENT_IDENTIFICATION).integer(SEGMENT_NUMBER).orElse(0);
      var placed = new Placed(i, segment, sources(d, i), ImagePlane.of(d, i));
      frames.add(placed);
      Object key = placed.plane().<Object>map(p -> Math.round(p.slice().depth() * 100) + " " + p.slice().row()).orElseGet(() -> placed.sources().isEmpty() ? "frame " + placed.index() : placed.sources());
      known.computeIfAbsent(key, _ -> {
        var list = new ArrayList<Placed>();
        places.add(list);
        return list;
      }).add(placed);
    }
  }

  private static Set<String> sources(DataSet d, int frame) {
    var sources = new TreeSet<String>();
    var groups = d.items(umbra.dicom.Tags.PER_FRAME_FUNCTIONAL_GROUPS);
    var own = frame < groups.size() ? groups.get(frame).items(DERIVATION_IMAGE) : List.<DataSet>of();
    for (var derivation : own) {
      for (var image : derivation.items(SOURCE_IMAGE)) {
        image.text(REFERENCED_SOP_INSTANCE).ifPresent(uid -> sources.add(uid + (image.integer(REFERENCED_FRAME).isPresent() ? "#" + image.integer(REFERENCED_FRAME).getAsInt() : "")));
      }
    }
    return sources;
  }

  List<Placed> frames() {
    return frames;
  }

  Set<String> names() {
    var names = new TreeSet<String>();
    frames.forEach(f -> names.addAll(f.sources()));
    return names;
  }

  /// The colours of the samples of a frame.
  interface Colours {
    /// Alpha, red, green and blue of a sample by its index from 0; 0 leaves what lies there. Empty: none of the frame is shown.
    Optional<IntUnaryOperator> of(Placed frame) throws IOException;
  }

  /// All frames that lie on the target, in colours, a later one over an earlier one.
  Drawing wash(DrawnFrame target, Colours colours) throws IOException {
    var on = on(target);
    if (on.isEmpty()) return Drawing.EMPTY;
    var argb = new int[target.columns() * target.rows()];
    for (var placed : on) {
      var colour = colours.of(placed);
      if (colour.isEmpty()) continue;
      var samples = samples(placed, target);
      for (int i = 0; i < argb.length; i++) {
        int c = samples[i] < 0 ? 0 : colour.get().applyAsInt(samples[i]);
        if (c != 0) argb[i] = c;
      }
    }
    return new Drawing(List.of(), List.of(), Optional.of(new Wash(target.columns(), target.rows(), argb)), Optional.empty());
  }

  /// Those that were made of an image, or lie nearer to it than to its neighbours.
  List<Placed> on(DrawnFrame target) {
    if (!target.isImage()) return target.frame() < places.size() ? places.get(target.frame()) : List.of();
    var named = target.sopInstanceUid() + "#" + (target.frame() + 1);
    return frames.stream().filter(f -> f.sources().contains(target.sopInstanceUid()) || f.sources().contains(named)
        || target.plane().isPresent() && f.plane().filter(p -> p.isNear(target.plane().get(), target.thicknessMm() / 2 + 1e-3)).isPresent()).toList();
  }

  List<DrawnFrame> planes() {
    var planes = new ArrayList<DrawnFrame>();
    for (var place : places) {
      var plane = place.getFirst().plane();
      planes.add(new DrawnFrame("", planes.size(), columns, rows, plane.map(p -> "%.1f mm".formatted(p.slice().depth())).orElse("frame " + (place.getFirst().index() + 1)), plane, 1));
    }
    return planes;
  }

  /// For each pixel of the target the sample of a frame that lies there; -1 for none. Where nobody says where the frame lies, the first pixels fall together.
  int[] samples(Placed frame, DrawnFrame target) {
    var at = new int[target.columns() * target.rows()];
    for (int y = 0; y < target.rows(); y++) for (int x = 0; x < target.columns(); x++) at[y * target.columns() + x] = sample(frame, target, x + 0.5, y + 0.5);
    return at;
  }

  /// The same for one point of the target.
  int sample(Placed frame, DrawnFrame target, double x, double y) {
    double sx = x;
    double sy = y;
    if (frame.plane().isPresent() && target.plane().isPresent()) {
      var p = frame.plane().get().toPixel(target.plane().get().toPatient(x, y));
      sx = p.x();
      sy = p.y();
    }
    int cx = (int) Math.floor(sx + 1e-6);
    int cy = (int) Math.floor(sy + 1e-6);
    return sx < -1e-6 || sy < -1e-6 || cx >= columns || cy >= rows ? -1 : cy * columns + cx;
  }
}
