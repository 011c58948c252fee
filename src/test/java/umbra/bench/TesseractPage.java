package umbra.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import umbra.ocr.Box;

/// Words that the `tesseract` program finds on a whole image, as people run it.
final class TesseractPage {
  private TesseractPage() {}

  static List<Box> boxes(Path image) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("tesseract", image.toString(), "-", "--psm", "11", "tsv").redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    var process = builder.start();
    var boxes = new ArrayList<Box>();
    for (var line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
      var fields = line.split("\t");
      if (fields.length < 12 || !fields[0].equals("5") || fields[11].isBlank()) continue;
      int width = Integer.parseInt(fields[8]);
      int height = Integer.parseInt(fields[9]);
      if (width > 0 && height > 0) boxes.add(new Box(Integer.parseInt(fields[6]), Integer.parseInt(fields[7]), width, height));
    }
    process.waitFor();
    return boxes;
  }
}
