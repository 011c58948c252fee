package umbra.ocr.detect;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import umbra.ocr.Box;
import umbra.ocr.model.Network;
import umbra.pixel.render.Picture;

/// Finds lines of text (DBNet of PP-OCR). For several threads.
public final class TextDetector implements AutoCloseable {
  private final Network network;

  public TextDetector(Network network) {
    this.network = network;
  }

  /// Boxes of one look, in pixels of the picture and inside it.
  ///
  /// @param part what to look at
  public List<Candidate> look(Picture picture, Box part, Pass pass) throws OrtException {
    var input = DetectorInput.of(picture, part, pass);
    var output = network.run(input.planes(), 1, 3, input.height(), input.width());
    var found = new ArrayList<Candidate>();
    for (var raw : new ProbabilityMap(output.values(), input.width(), input.height()).candidates()) {
      int left = (int) Math.floor(raw.box().x() / input.scaleX()) - 1;
      int top = (int) Math.floor(raw.box().y() / input.scaleY()) - 1;
      int right = (int) Math.ceil(raw.box().right() / input.scaleX()) + 1;
      int bottom = (int) Math.ceil(raw.box().bottom() / input.scaleY()) + 1;
      if (left >= part.width() || top >= part.height() || right <= 0 || bottom <= 0) continue;
      var inside = Box.between(left, top, right, bottom).grown(0, part.width(), part.height());
      found.add(new Candidate(inside.moved(part.x(), part.y()), raw.probability(), 1));
    }
    return found;
  }

  @Override
  public void close() throws OrtException {
    network.close();
  }
}
