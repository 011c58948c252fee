package umbra.workspace.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.job.JobContext;
import umbra.pixel.redact.RedactionPlan;
import umbra.pixel.redact.region.Box;
import umbra.pixel.redact.region.Region;
import umbra.pixel.render.Picture;
import umbra.pixel.view.Projection;
import umbra.pixel.view.ViewTransform;
import umbra.workspace.stack.FrameLoad;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.LoadedFrame;
import umbra.workspace.stack.Slice;
import umbra.workspace.stack.Stack;

/// What boxes would take from the frames they lie on: a strip of frames spread over all of them, and projections in which what changes shows.
///
/// @param frames how many frames the boxes lie on
/// @param shown a part of them, evenly spread
/// @param brightest of the frames shown that fit the first; empty if none can be shown
/// @param darkest the same
/// @param projected how many went into the projections
/// @param refused reasons for which instances among those shown cannot be redacted
public record Losses(long frames, List<Loss> shown, Optional<Loss> brightest, Optional<Loss> darkest, int projected, List<String> refused) {
  public static final int WIDTH = 160;
  public static final int HEIGHT = 120;
  private static final int MOST = 48;

  /// One frame.
  ///
  /// @param label which, for people
  /// @param view how the frame lies in the picture
  /// @param blackened the true areas on it, in stored pixels
  public record Loss(String label, Picture picture, ViewTransform view, List<Box> blackened) {}

  private record Target(InstanceRow instance, int frame, List<RegionRow> rows) {}

  public Losses {
    shown = List.copyOf(shown);
    refused = List.copyOf(refused);
  }

  /// Reads the frames and works out what would be blackened.
  public static Losses of(List<RegionRow> rows, Catalog catalog, FrameSource source, TrueArea areas, JobContext context) {
    var targets = new ArrayList<Target>();
    long frames = targets(rows, catalog, targets);
    var shown = new ArrayList<Loss>();
    var refused = new ArrayList<String>();
    var most = new Projection(Projection.Kind.MAXIMUM);
    var least = new Projection(Projection.Kind.MINIMUM);
    Optional<LoadedFrame> first = Optional.empty();
    Map<Long, RedactionPlan> plans = new LinkedHashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      context.checkCancelled();
      context.progress(i, targets.size());
      var target = targets.get(i);
      var slice = slice(target);
      if (!(source.load(slice, context::checkCancelled) instanceof FrameLoad.Loaded(LoadedFrame frame))) {
        refused.add("frame " + (target.frame() + 1) + " of an instance cannot be shown now");
        continue;
      }
      var plan = plans.computeIfAbsent(target.instance().id(), _ -> areas.of(target.instance(), target.rows()));
      if (plan instanceof RedactionPlan.Impossible(var reason) && !refused.contains(reason)) refused.add(reason);
      shown.add(loss((target.instance().number() > 0 ? "image " + target.instance().number() + " · " : "") + "frame " + (target.frame() + 1), frame, target, plan));
      most.add(frame.prepared());
      least.add(frame.prepared());
      if (first.isEmpty()) first = Optional.of(frame);
    }
    context.progress(targets.size(), targets.size());
    int projected = most.frames();
    var like = shown.isEmpty() ? Optional.<Loss>empty() : Optional.of(shown.getFirst());
    var bright = most.result().flatMap(p -> like.map(l -> new Loss("brightest of " + projected, Crops.paint(p, l.view()), l.view(), l.blackened())));
    var dark = least.result().flatMap(p -> like.map(l -> new Loss("darkest of " + projected, Crops.paint(p, l.view()), l.view(), l.blackened())));
    return new Losses(frames, shown, bright, dark, projected, refused);
  }

  private static Slice slice(Target target) {
    return Stack.of("", List.of(target.instance())).slice(target.frame());
  }

  private static Loss loss(String label, LoadedFrame frame, Target target, RedactionPlan plan) {
    List<Box> black = switch (plan) {
      case RedactionPlan.Possible possible -> possible.blackened().stream().filter(r -> r.isOn(target.frame())).map(Region::box).toList();
      case RedactionPlan.Impossible _ -> List.of();
    };
    var whole = new Box(0, 0, frame.stored().columns(), frame.stored().rows());
    var view = Crops.view(whole.width(), whole.height(), frame.facts().aspect(), whole, 1, WIDTH, HEIGHT);
    return new Loss(label, Crops.paint(frame.prepared(), view), view, black);
  }

  /// All frames in the order of the boxes, of which at most [#MOST] are kept.
  ///
  /// @return how many there are
  private static long targets(List<RegionRow> rows, Catalog catalog, List<Target> kept) {
    var bySeries = new LinkedHashMap<Long, List<RegionRow>>();
    for (var row : rows) bySeries.computeIfAbsent(row.series(), _ -> new ArrayList<>()).add(row);
    record Place(InstanceRow instance, List<RegionRow> rows) {}
    var places = new ArrayList<Place>();
    long total = 0;
    for (var e : bySeries.entrySet()) {
      for (var instance : catalog.collection().instances(e.getKey())) {
        var on = e.getValue().stream().filter(r -> r.isOn(instance.id())).toList();
        if (on.isEmpty() || !instance.hasPixels()) continue;
        places.add(new Place(instance, on));
        total += instance.frames();
      }
    }
    long at = 0;
    for (var place : places) {
      for (int f = 0; f < place.instance().frames(); f++, at++) {
        // The first, the last, and those between at even distances.
        if (total <= MOST || at * (MOST - 1) / (total - 1) != (at - 1) * (MOST - 1) / (total - 1) || at == 0) kept.add(new Target(place.instance(), f, place.rows()));
      }
    }
    return total;
  }
}
