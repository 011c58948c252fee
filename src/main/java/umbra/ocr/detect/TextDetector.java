package umbra.ocr.detect;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.ocr.Box;
import umbra.ocr.model.Network;
import umbra.pixel.render.Picture;

/// Finds lines of text (DBNet of PP-OCR). For several threads.
public final class TextDetector implements AutoCloseable {
  private final Network network;

  public TextDetector(Network network) {
    this.network = network;
  }

  /// What one look saw, in pixels of the picture and inside it.
  ///
  /// @param part what to look at
  public Seen look(Picture picture, Box part, Pass pass) throws OrtException {
    var input = DetectorInput.of(picture, part, pass);
    var output = network.run(input.planes(), 1, 3, input.height(), input.width());
    var map = new ProbabilityMap(output.values(), input.width(), input.height());
    var found = new ArrayList<Candidate>();
    for (var raw : map.candidates()) placed(raw.box(), input, part).ifPresent(box -> found.add(new Candidate(box, raw.probability(), 1)));
    return new Seen(part, found, map.traces().stream().flatMap(box -> placed(box, input, part).stream()).toList());
  }

  /// In pixels of the picture; empty for what lies in the filling beyond the part.
  private static Optional<Box> placed(Box raw, DetectorInput input, Box part) {
    int left = (int) Math.floor(raw.x() / input.scaleX()) - 1;
    int top = (int) Math.floor(raw.y() / input.scaleY()) - 1;
    int right = (int) Math.ceil(raw.right() / input.scaleX()) + 1;
    int bottom = (int) Math.ceil(raw.bottom() / input.scaleY()) + 1;
    if (left >= part.width() || top >= part.height() || right <= 0 || bottom <= 0) return Optional.empty();
    return Optional.of(Box.between(left, top, right, bottom).grown(0, part.width(), part.height()).moved(part.x(), part.y()));
  }

  @Override
  public void close() throws OrtException {
    network.close();
  }
}
