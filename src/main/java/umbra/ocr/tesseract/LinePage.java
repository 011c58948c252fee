package umbra.ocr.tesseract;

import java.nio.ByteBuffer;
import umbra.ocr.detect.Resampling;
import umbra.ocr.read.Crop;

/// A line as Tesseract likes it: dark on light, stretched to full contrast, letters of a fixed height, a margin around.
///
/// @param pixels outside the heap, since they are handed to native code
record LinePage(ByteBuffer pixels, int width, int height) {

  static LinePage of(Crop crop, int letters, int margin, int longest) {
    int wide = Math.clamp(Math.round((float) letters * crop.width() / crop.height()), 1, longest);
    double sum = 0;
    float low = 255;
    float high = 0;
    for (byte gray : crop.gray()) {
      sum += gray & 0xFF;
      low = Math.min(low, gray & 0xFF);
      high = Math.max(high, gray & 0xFF);
    }
    boolean isDark = sum / crop.gray().length < (low + high) / 2; // there is less ink than paper
    float factor = 255 / Math.max(1, high - low) * (isDark ? -1 : 1);
    float offset = isDark ? 255 - low * factor : -low * factor;
    var line = new float[wide * letters];
    Resampling.apply(crop::line, crop.width(), Resampling.of(crop.width(), wide), Resampling.of(crop.height(), letters), line, 0, wide, letters, factor, offset);
    int width = wide + 2 * margin;
    int height = letters + 2 * margin;
    var pixels = ByteBuffer.allocateDirect(width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean inside = x >= margin && x < margin + wide && y >= margin && y < margin + letters;
        pixels.put(y * width + x, inside ? (byte) Math.clamp(Math.round(line[(y - margin) * wide + x - margin]), 0, 255) : (byte) -1);
      }
    }
    return new LinePage(pixels, width, height);
  }
}
