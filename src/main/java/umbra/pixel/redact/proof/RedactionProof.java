package umbra.pixel.redact.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Numbers;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.FrameIndex;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.redact.RedactedPixels;
import umbra.pixel.redact.RedactionPlan;
import umbra.pixel.redact.jpeg.Coefficients;
import umbra.pixel.redact.region.Region;
import umbra.pixel.stream.HighBits;

/// Decodes every frame of the original and of the written file and compares them value by value.
///
/// Where colour of JPEG frames is smoothed out by decoders, the pixels on both sides of the edge of a blackened block belong to no
/// one: they are compared with neither.
public final class RedactionProof {
  /// What came of it.
  public sealed interface Verdict {
    /// @param frames all of the image
    /// @param blackened frames with at least one box
    /// @param words for the record
    record Proven(int frames, int blackened, String words) implements Verdict {}

    /// @param reason blocks release
    record Failed(String reason) implements Verdict {}
  }

  private final Codecs codecs;
  private final FrameReader.Streams streams;

  public RedactionProof(Codecs codecs, FrameReader.Streams streams) {
    this.codecs = codecs;
    this.streams = streams;
  }

  /// @param after the written file, opened again
  /// @param pixels what was written
  public Verdict check(DicomFile before, DicomFile after, RedactedPixels pixels, Checkpoint checkpoint) {
    boolean isColour = before.dataSet().find(Tags.SAMPLES_PER_PIXEL).map(e -> Numbers.binary(e, 0)).orElse(1L) > 1;
    boolean inBlocks = pixels.way() == RedactionPlan.Way.IN_BLOCKS;
    var verdict = check(before, after, pixels.blackened(), inBlocks && isColour, checkpoint);
    if (!inBlocks || !(verdict instanceof Verdict.Proven(int frames, int touched, String words))) return verdict;
    var fault = blocks(before, after, pixels.blackened(), checkpoint);
    return fault.isPresent() ? new Verdict.Failed(fault.get()) : new Verdict.Proven(frames, touched, words + ", all blocks outside keep their coefficients");
  }

  private static Optional<String> blocks(DicomFile before, DicomFile after, List<Region> blackened, Checkpoint checkpoint) {
    try {
      var old = frames(before);
      var now = frames(after);
      for (int f = 0; f < old.size(); f++) {
        int frame = f;
        var here = blackened.stream().filter(r -> r.isOn(frame)).map(Region::box).toList();
        if (here.isEmpty()) continue;
        var fault = BlockProof.fault(Coefficients.of(encoded(before, old.get(f), checkpoint)), Coefficients.of(encoded(after, now.get(f), checkpoint)), here);
        if (fault.isPresent()) return Optional.of("frame " + (f + 1) + " of the written file " + fault.get());
      }
      return Optional.empty();
    } catch (DicomException e) {
      return Optional.of(e.reason());
    }
  }

  /// The fragments of each frame.
  private static List<List<ByteSlice>> frames(DicomFile file) throws DicomException {
    var image = ImagePixel.of(file.dataSet(), file.source().name());
    var place = Place.of(file.source().name());
    var pixels = file.dataSet().find(Tags.PIXEL_DATA).orElseThrow(() -> new DicomFormatException("no Pixel Data", place));
    if (!(pixels.value() instanceof Value.Fragments fragments)) throw new DicomFormatException("Pixel Data is not encapsulated", place);
    var index = FrameIndex.of(file.dataSet(), fragments, image.frames(), place);
    var all = new ArrayList<List<ByteSlice>>();
    for (int f = 0; f < image.frames(); f++) all.add(index.fragments(f));
    return all;
  }

  private static EncodedFrame encoded(DicomFile file, List<ByteSlice> fragments, Checkpoint checkpoint) throws DicomException {
    return new EncodedFrame(ImagePixel.of(file.dataSet(), file.source().name()), file.transferSyntax(), fragments, Place.of(file.source().name()), checkpoint);
  }

  /// @param after the written file, opened again
  /// @param blackened as the plan and the redaction stated it
  /// @param smoothed the pixels are colour JPEG cut in its blocks
  public Verdict check(DicomFile before, DicomFile after, List<Region> blackened, boolean smoothed, Checkpoint checkpoint) {
    try (var old = FrameReader.open(before, codecs, streams); var now = FrameReader.open(after, codecs, streams)) {
      if (old.frames() != now.frames()) return new Verdict.Failed("the written file has another number of frames");
      long overlays = HighBits.overlays(before.dataSet(), old.image());
      int touched = 0;
      for (int f = 0; f < old.frames(); f++) {
        int frame = f;
        var here = blackened.stream().filter(r -> r.isOn(frame)).toList();
        if (!here.isEmpty()) touched++;
        var fault = compare(old.frame(f, checkpoint), now.frame(f, checkpoint), here, smoothed, overlays);
        if (fault.isPresent()) return new Verdict.Failed("frame " + (f + 1) + " of the written file " + fault.get());
      }
      return new Verdict.Proven(old.frames(), touched, touched + " of " + old.frames() + " frames blackened in " + blackened.size()
          + " regions: uniform inside, " + (smoothed ? "equal beyond the pixels next to their edges" : "equal outside"));
    } catch (DicomException e) {
      return new Verdict.Failed(e.reason());
    }
  }

  private static Optional<String> compare(Raster old, Raster now, List<Region> blackened, boolean smoothed, long overlays) {
    if (old.rows() != now.rows() || old.columns() != now.columns() || old.samples() != now.samples()) return Optional.of("has another size");
    var inside = mask(old, blackened, smoothed ? -1 : 0);
    var near = mask(old, blackened, smoothed ? 1 : 0);
    int first = -1;
    for (int p = 0; p < inside.length; p++) {
      if (near[p] && !inside[p]) continue;
      if (inside[p] && first < 0) first = p;
      for (int s = 0; s < old.samples(); s++) {
        double value = now.values().at(p * now.samples() + s);
        double right = inside[p] ? now.values().at(first * now.samples() + s) : old.values().at(p * old.samples() + s);
        boolean same = overlays == 0 || inside[p] ? Double.compare(value, right) == 0 : ((long) value & ~overlays) == ((long) right & ~overlays);
        if (!same) return Optional.of(inside[p] ? "is not uniform inside a box" : "differs from the original outside the boxes");
      }
    }
    return Optional.empty();
  }

  /// @param reach pixels by which regions are grown, or shrunk where their edge is not that of the image
  private static boolean[] mask(Raster raster, List<Region> regions, int reach) {
    var mask = new boolean[raster.rows() * raster.columns()];
    for (var region : regions) {
      var box = region.box();
      int left = box.x() == 0 ? 0 : Math.max(0, box.x() - reach);
      int top = box.y() == 0 ? 0 : Math.max(0, box.y() - reach);
      int right = box.right() >= raster.columns() ? raster.columns() : Math.min(raster.columns(), box.right() + reach);
      int bottom = box.bottom() >= raster.rows() ? raster.rows() : Math.min(raster.rows(), box.bottom() + reach);
      for (int y = top; y < bottom; y++) if (left < right) Arrays.fill(mask, y * raster.columns() + left, y * raster.columns() + right, true);
    }
    return mask;
  }
}
