package umbra.workspace.related;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.catalog.InstanceRow;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.io.LostSourceException;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.ImagePlane;
import umbra.pixel.Checkpoint;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Where the frames of a series lie, from the headers alone.
public final class SeriesSpace {
  private static final Tag SLICE_THICKNESS = Tag.of(0x0018, 0x0050);

  /// @param frame index from 0
  private record Key(long instance, int frame) {}

  private record Read(InstanceRow row, int frame, Optional<ImagePlane> plane, double thicknessMm) {}

  private final Map<Key, DrawnFrame> frames;

  private SeriesSpace(Map<Key, DrawnFrame> frames) {
    this.frames = frames;
  }

  public static SeriesSpace empty() {
    return new SeriesSpace(Map.of());
  }

  /// Reads all headers; a source that is out of reach leaves its frames without a place.
  public static SeriesSpace of(List<InstanceRow> instances, SourceFiles files, Checkpoint checkpoint) {
    var all = new ArrayList<Read>();
    for (var row : instances) {
      if (!row.hasPixels() || row.rows() < 1 || row.columns() < 1) continue;
      checkpoint.check();
      try (var file = files.openHeader(new SourcePlace(Path.of(row.path()), row.member()))) {
        for (int f = 0; f < Math.max(1, row.frames()); f++) all.add(read(row, file.dataSet(), f));
      } catch (IOException | LostSourceException _) {
        for (int f = 0; f < Math.max(1, row.frames()); f++) all.add(new Read(row, f, Optional.empty(), 0));
      }
    }
    var frames = new HashMap<Key, DrawnFrame>();
    for (int i = 0; i < all.size(); i++) {
      var r = all.get(i);
      frames.put(new Key(r.row().id(), r.frame()), new DrawnFrame(r.row().sopInstanceUid(), r.frame(), r.row().columns(), r.row().rows(), "", r.plane(), thickness(all, i)));
    }
    return new SeriesSpace(frames);
  }

  private static Read read(InstanceRow row, DataSet dataSet, int frame) {
    return new Read(row, frame, ImagePlane.of(dataSet, frame), dataSet.decimal(SLICE_THICKNESS, 0).orElse(1));
  }

  /// The distance to the nearer neighbour in the order of the series, else Slice Thickness.
  private static double thickness(List<Read> all, int i) {
    double nearest = Double.MAX_VALUE;
    for (int other : new int[] {i - 1, i + 1}) {
      if (other < 0 || other >= all.size() || all.get(i).plane().isEmpty() || all.get(other).plane().isEmpty()) continue;
      double distance = Math.abs(all.get(i).plane().get().distance(all.get(other).plane().get().slice().position()));
      if (distance > 0.01) nearest = Math.min(nearest, distance);
    }
    return nearest == Double.MAX_VALUE ? Math.max(0.1, all.get(i).thicknessMm()) : nearest;
  }

  /// @param frame index from 0
  public Optional<DrawnFrame> frame(InstanceRow row, int frame) {
    return Optional.ofNullable(frames.get(new Key(row.id(), frame)));
  }

  public int size() {
    return frames.size();
  }
}
