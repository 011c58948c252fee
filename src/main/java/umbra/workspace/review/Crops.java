package umbra.workspace.review;

import java.util.List;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.pixel.Checkpoint;
import umbra.pixel.redact.region.Box;
import umbra.pixel.render.Picture;
import umbra.pixel.view.Painter;
import umbra.pixel.view.Prepared;
import umbra.pixel.view.ViewTransform;
import umbra.workspace.stack.FrameLoad;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.LoadedFrame;
import umbra.workspace.stack.Stack;

/// Small pictures of parts of frames. For several threads.
public final class Crops {
  private static final double LARGEST = 4;

  private final Catalog catalog;
  private final FrameSource source;

  public Crops(Catalog catalog, FrameSource source) {
    this.catalog = catalog;
    this.source = source;
  }

  /// A part of a frame with a little around it; empty if it cannot be shown now.
  ///
  /// @param frame index from 0
  /// @param around how much of the picture is around the box: 1 for none, 3 for as much again on each side
  public Optional<Picture> of(long instance, int frame, Box box, double around, int width, int height, Checkpoint checkpoint) {
    var row = catalog.collection().findInstance(instance).filter(i -> i.hasPixels() && frame < i.frames());
    if (row.isEmpty()) return Optional.empty();
    var slice = Stack.of("", List.of(row.get())).slice(frame);
    return source.load(slice, checkpoint) instanceof FrameLoad.Loaded(LoadedFrame loaded) ? Optional.of(of(loaded, box, around, width, height)) : Optional.empty();
  }

  static Picture of(LoadedFrame frame, Box box, double around, int width, int height) {
    return paint(frame.prepared(), view(frame.stored().columns(), frame.stored().rows(), frame.facts().aspect(), box, around, width, height));
  }

  static Picture paint(Prepared prepared, ViewTransform view) {
    var argb = new int[view.viewWidth() * view.viewHeight()];
    new Painter().paint(prepared, view, new Painter.Look(Optional.empty(), false, true, true), argb);
    return new Picture(view.viewWidth(), view.viewHeight(), argb);
  }

  /// How a frame lies where a part of it fills a viewport.
  public static ViewTransform view(int columns, int rows, double aspect, Box box, double around, int width, int height) {
    double scale = Math.min(width / (box.width() * around), height / (box.height() * around * (aspect > 0 ? aspect : 1)));
    return new ViewTransform(columns, rows, aspect, width, height, 0, false, Math.clamp(scale, ViewTransform.LEAST, LARGEST), box.x() + box.width() / 2.0, box.y() + box.height() / 2.0, false);
  }
}
