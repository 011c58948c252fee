package umbra.ocr.read;

import ai.onnxruntime.OrtException;
import umbra.ocr.detect.Resampling;
import umbra.ocr.model.Network;

/// Reads one upright line (CTC of PP-OCR). For several threads.
public final class TextReader implements AutoCloseable {
  private static final int HEIGHT = 48;
  private static final int STEP = 32;
  private static final int LONGEST = 3200;

  private final Network network;
  private final Alphabet alphabet;

  public TextReader(Network network, boolean hasOwnAlphabet) throws OrtException {
    this.network = network;
    this.alphabet = hasOwnAlphabet ? Alphabet.of(network) : Alphabet.english();
  }

  public Reading read(Crop crop) throws OrtException {
    int wide = Math.clamp((int) Math.ceil((double) HEIGHT * crop.width() / crop.height()), 1, LONGEST);
    int width = (wide + STEP - 1) / STEP * STEP;
    var line = new float[HEIGHT * wide];
    Resampling.apply(crop::line, crop.width(), Resampling.of(crop.width(), wide), Resampling.of(crop.height(), HEIGHT), line, 0, wide, HEIGHT, 1 / 127.5f, -1);
    var planes = new float[3 * HEIGHT * width]; // the rest stays 0, as in training
    for (int plane = 0; plane < 3; plane++) {
      for (int y = 0; y < HEIGHT; y++) System.arraycopy(line, y * wide, planes, (plane * HEIGHT + y) * width, wide);
    }
    var output = network.run(planes, 1, 3, HEIGHT, width);
    return decoded(output.values(), (int) output.shape()[1], (int) output.shape()[2]);
  }

  /// The most probable class of each step; repeats and "none" fall away.
  private Reading decoded(float[] values, int steps, int classes) {
    var text = new StringBuilder();
    double sum = 0;
    int count = 0;
    int last = 0;
    for (int step = 0; step < steps; step++) {
      int best = 0;
      for (int c = 1; c < classes; c++) if (values[step * classes + c] > values[step * classes + best]) best = c;
      if (best != 0 && best != last) {
        text.append(alphabet.at(best));
        sum += values[step * classes + best];
        count++;
      }
      last = best;
    }
    return new Reading(text.toString().strip(), count == 0 ? 0 : (float) (sum / count), 0);
  }

  @Override
  public void close() throws OrtException {
    network.close();
  }
}
