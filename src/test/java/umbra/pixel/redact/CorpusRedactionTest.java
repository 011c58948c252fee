package umbra.pixel.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.pixel.redact.region.Region;
import umbra.referee.Referee;

/// Random boxes on every image of the corpus: uniform inside in every frame, equal outside, by our own decoders.
/// `-Dumbra.redact=N` takes every Nth image only, of which the default keeps a test run short; `-Dumbra.redact.only=TEXT` those
/// with a text in their path.
@Tag("referee")
class CorpusRedactionTest {
  private static final int EVERY = Integer.getInteger("umbra.redact", 4);

  private static final String ONLY = System.getProperty("umbra.redact.only", "");

  @TempDir Path folder;
  private final Redaction redaction = new Redaction(TestCodecs.all(), TestCodecs.noVideo());
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  @Test
  void insideIsUniformAndOutsideIsAsItWas() throws Exception {
    int number = 0;
    for (var path : Referee.corpusFiles()) {
      if (Files.size(path) > 30_000_000 || !path.toString().contains(ONLY) || number++ % EVERY != 0) continue;
      try (var file = new DicomReader(ReadOptions.LENIENT).read(path)) {
        redact(file, path.toString());
      } catch (DicomException _) {
        counts.merge("unreadable", 1, Integer::sum);
      }
    }
    System.out.println("redaction of the corpus: " + counts);
    assertEquals(List.of(), faults);
    assertTrue(counts.values().stream().mapToInt(Integer::intValue).sum() > 0);
  }

  private void redact(DicomFile file, String name) throws Exception {
    ImagePixel image;
    try (var frames = FrameReader.open(file, TestCodecs.all(), TestCodecs.noVideo())) {
      image = frames.image();
      frames.frame(image.frames() - 1, Checkpoint.NONE);
    } catch (DicomException e) {
      counts.merge("not decodable", 1, Integer::sum);
      return;
    }
    var regions = regions(new Random(name.hashCode()), image);
    var plan = redaction.plan(file, regions, RedactionChoice.USUAL);
    if (!(plan instanceof RedactionPlan.Possible possible)) {
      counts.merge(((RedactionPlan.Impossible) plan).reason(), 1, Integer::sum);
      return;
    }
    switch (redaction.apply(file, regions, RedactionChoice.USUAL, folder, Checkpoint.NONE)) {
      case RedactionResult.Refused(var reason) -> counts.merge("refused: " + reason, 1, Integer::sum);
      case RedactedPixels pixels -> {
        try (pixels) {
          assertEquals(possible.blackened(), pixels.blackened(), name);
          new DicomWriter().write(pixels.applyTo(file), folder.resolve("redacted.dcm"));
        }
        compare(file, image, possible, regions, name);
        counts.merge(pixels.way() + " " + pixels.transferSyntax().title(), 1, Integer::sum);
      }
    }
  }

  private static List<Region> regions(Random random, ImagePixel image) {
    var regions = new ArrayList<Region>();
    for (int i = 0; i < 2; i++) {
      int x = random.nextInt(image.columns());
      int y = random.nextInt(image.rows());
      int first = 1 + random.nextInt(image.frames());
      regions.add(new Region(first, first + random.nextInt(image.frames()), x, y, 1 + random.nextInt(image.columns()), 1 + random.nextInt(Math.max(1, image.rows() / 4))));
    }
    return regions;
  }

  private void compare(DicomFile before, ImagePixel image, RedactionPlan.Possible plan, List<Region> wanted, String name) throws Exception {
    try (var after = new DicomReader(ReadOptions.LENIENT).read(folder.resolve("redacted.dcm"))) {
      boolean smoothed = plan.way() == RedactionPlan.Way.IN_BLOCKS && image.samples() > 1;
      var verdict = new RedactionProof(TestCodecs.all(), TestCodecs.noVideo()).check(before, after, plan.blackened(), smoothed, Checkpoint.NONE);
      if (verdict instanceof RedactionProof.Verdict.Failed(var reason)) faults.add(name + " proof: " + reason);
    }
    try (var after = new DicomReader(ReadOptions.LENIENT).read(folder.resolve("redacted.dcm"));
        var old = FrameReader.open(before, TestCodecs.all(), TestCodecs.noVideo());
        var now = FrameReader.open(after, TestCodecs.all(), TestCodecs.noVideo())) {
      for (int f = 0; f < image.frames(); f += 1 + image.frames() / 5) {
        compare(old.frame(f, Checkpoint.NONE), now.frame(f, Checkpoint.NONE), f, plan, wanted, name);
      }
    } catch (DicomException e) {
      faults.add(name + ": " + e.getMessage());
    }
  }

  /// Where colour is smoothed out by the decoder, the pixels next to the edge of a blackened block are nobody's.
  private void compare(Raster old, Raster now, int frame, RedactionPlan.Possible plan, List<Region> wanted, String name) {
    boolean smoothed = plan.way() == RedactionPlan.Way.IN_BLOCKS && old.samples() > 1;
    var black = mask(old, frame, smoothed ? wanted : plan.blackened(), 0);
    var near = mask(old, frame, plan.blackened(), smoothed ? 1 : 0);
    int first = -1;
    for (int p = 0; p < black.length; p++) {
      if (black[p] && first < 0) first = p;
      if (near[p] && !black[p]) continue;
      for (int s = 0; s < old.samples(); s++) {
        double value = now.values().at(p * now.samples() + s);
        double right = black[p] ? now.values().at(first * now.samples() + s) : old.values().at(p * old.samples() + s);
        if (value == right) continue;
        faults.add(name + " frame " + (frame + 1) + " pixel " + p % old.columns() + "," + p / old.columns() + (black[p] ? " inside" : " outside") + ": " + value + " for " + right);
        return;
      }
    }
  }

  private static boolean[] mask(Raster raster, int frame, List<Region> regions, int reach) {
    var mask = new boolean[raster.rows() * raster.columns()];
    for (var region : regions) {
      if (!region.isOn(frame)) continue;
      int left = Math.max(0, region.x() - reach);
      int right = Math.min(raster.columns(), region.x() + region.width() + reach);
      for (int y = Math.max(0, region.y() - reach); y < Math.min(raster.rows(), region.y() + region.height() + reach); y++) {
        java.util.Arrays.fill(mask, y * raster.columns() + left, y * raster.columns() + right, true);
      }
    }
    return mask;
  }
}
