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
import umbra.dicom.TransferSyntax;
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

/// Random boxes on every image of the corpus: uniform inside in every frame, equal outside, by our own decoders and by those of DCMTK and
/// GDCM: what they made of the original they have to make of the result, but for the boxes. `-Dumbra.redact=N` takes every Nth image only, the default keeps a test run short; `-Dumbra.redact.only=TEXT` those
/// with a text in their path.
@Tag("referee")
class CorpusRedactionTest {
  private static final int EVERY = Integer.getInteger("umbra.redact", 12);

  private static final int MOST_FRAMES = 30;
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
          compare(file, pixels, image, possible, regions, name);
        }
        referees(Path.of(name), file, image, possible, regions);
        counts.merge(pixels.way() + " " + pixels.transferSyntax().title(), 1, Integer::sum);
      }
    }
  }

  /// Each program that reads the original has to read the result, and to see the same beside the boxes.
  private void referees(Path path, DicomFile original, ImagePixel image, RedactionPlan.Possible plan, List<Region> wanted) throws Exception {
    var decoders = new RefereeDecoders(folder);
    var redacted = folder.resolve("redacted.dcm");
    boolean canRender = plan.result() != TransferSyntax.JPEG_2000_LOSSLESS; // DCMTK has no JPEG 2000
    if (canRender && Referee.isInstalled("dcmj2pnm") && decoders.renders(path, image.frames())) {
      if (decoders.renders(redacted, image.frames())) counts.merge("~ dcmj2pnm renders", 1, Integer::sum);
      else faults.add(path + ": dcmj2pnm rendered the original, not the result");
    }
    if (plan.result() != original.transferSyntax() || image.frames() > MOST_FRAMES) return;
    for (var tool : RefereeDecoders.of(original.transferSyntax())) {
      var old = decoders.decode(tool, path, "old.dcm");
      if (old.isEmpty()) continue;
      var now = decoders.decode(tool, redacted, "now.dcm");
      if (now.isEmpty()) {
        faults.add(path + ": " + tool + " decoded the original, not the result");
        continue;
      }
      if (same(old.get(), now.get(), plan, wanted, path + " by " + tool)) counts.merge("~ " + tool + " agrees, " + plan.way(), 1, Integer::sum);
    }
  }

  /// @return false if the program's own output cannot be read
  private boolean same(Path before, Path after, RedactionPlan.Possible plan, List<Region> wanted, String name) throws Exception {
    try (var oldFile = new DicomReader(ReadOptions.LENIENT).read(before);
        var nowFile = new DicomReader(ReadOptions.LENIENT).read(after);
        var old = FrameReader.open(oldFile, TestCodecs.all(), TestCodecs.noVideo());
        var now = FrameReader.open(nowFile, TestCodecs.all(), TestCodecs.noVideo())) {
      if (oldFile.transferSyntax().isEncapsulated()) return false;
      for (int f = 0; f < old.frames(); f++) compare(old.frame(f, Checkpoint.NONE), now.frame(f, Checkpoint.NONE), f, plan, wanted, name);
      return true;
    } catch (DicomException _) {
      return false;
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

  private void compare(DicomFile before, RedactedPixels pixels, ImagePixel image, RedactionPlan.Possible plan, List<Region> wanted, String name) throws Exception {
    try (var after = new DicomReader(ReadOptions.LENIENT).read(folder.resolve("redacted.dcm"))) {
      var verdict = new RedactionProof(TestCodecs.all(), TestCodecs.noVideo()).check(before, after, pixels, Checkpoint.NONE);
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
