package umbra.object.segmentation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.dicom.DicomFile;
import umbra.object.drawing.Drawable;
import umbra.object.drawing.DrawnFrame;
import umbra.object.drawing.Drawing;
import umbra.object.drawing.Part;
import umbra.pixel.codec.FrameReader;

/// Segments over the images they were drawn on. Keeps its file open.
public final class SegmentDrawing implements Drawable {
  private final DicomFile file;
  private final FrameReader reader;
  private final PlacedFrames frames;
  private final Segments segments;

  /// @param file that is closed with this, as is the reader
  public SegmentDrawing(DicomFile file, FrameReader reader) {
    this.file = file;
    this.reader = reader;
    this.frames = new PlacedFrames(file.dataSet(), reader.image().columns(), reader.image().rows(), reader.frames());
    this.segments = Segments.of(file.dataSet());
  }

  @Override
  public List<Part> parts() {
    return segments.parts();
  }

  @Override
  public Set<String> names() {
    return frames.names();
  }

  @Override
  public synchronized Drawing on(DrawnFrame frame, Set<Integer> hidden) throws IOException {
    return frames.wash(frame, placed -> {
      if (!segments.isLabelMap() && hidden.contains(placed.segment())) return Optional.empty();
      var values = reader.frame(placed.index(), () -> {}).values();
      return Optional.of(sample -> segments.colour(values.at(sample), placed.segment(), hidden));
    });
  }

  @Override
  public List<DrawnFrame> planes() {
    return frames.planes();
  }

  @Override
  public synchronized void close() throws IOException {
    try (file) {
      reader.close();
    }
  }
}
