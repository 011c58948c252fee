package umbra.pixel.redact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DicomException;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.pixel.Checkpoint;
import umbra.pixel.FrameIndex;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.redact.frame.FrameRewriter;
import umbra.pixel.redact.frame.FrameStore;
import umbra.pixel.redact.frame.LosslessRewriter;
import umbra.pixel.stream.OffsetTables;
import umbra.pixel.redact.jpeg.DctRewriter;
import umbra.pixel.redact.region.Cell;
import umbra.pixel.redact.region.Region;

/// Redacts encapsulated frames one by one in their own syntax; frames that no region touches keep their fragments.
final class FrameRedaction {
  private final Codecs codecs;

  FrameRedaction(Codecs codecs) {
    this.codecs = codecs;
  }

  /// The frames can be written in the syntax they came in, without a second loss.
  boolean canDo(Subject subject) {
    return switch (subject.syntax()) {
      case JPEG_BASELINE, JPEG_EXTENDED -> true;
      case RLE_LOSSLESS, JPEG_LOSSLESS, JPEG_LOSSLESS_SV1, JPEG_LS_LOSSLESS, JPEG_2000_LOSSLESS -> codecs.encoder(subject.syntax()).isPresent();
      default -> false;
    };
  }

  private FrameRewriter rewriter(Subject subject) {
    if (way(subject.syntax()) == RedactionPlan.Way.IN_BLOCKS) return new DctRewriter(subject.dataSet(), subject.choice().fill());
    return new LosslessRewriter(subject.dataSet(), codecs, codecs.encoder(subject.syntax()).orElseThrow(), subject.choice().fill());
  }

  private static RedactionPlan.Way way(TransferSyntax syntax) {
    return switch (syntax) {
      case JPEG_BASELINE, JPEG_EXTENDED -> RedactionPlan.Way.IN_BLOCKS;
      default -> RedactionPlan.Way.LOSSLESS_AGAIN;
    };
  }

  RedactionPlan plan(Subject subject, Value.Fragments fragments) throws DicomException {
    var index = FrameIndex.of(subject.dataSet(), fragments, subject.image().frames(), subject.place());
    var rewriter = rewriter(subject);
    var grown = new ArrayList<Region>();
    for (var region : subject.regions()) grown.addAll(grown(subject, region, index, rewriter));
    var way = way(subject.syntax());
    var words = way == RedactionPlan.Way.IN_BLOCKS
        ? "blocks of the JPEG frames are replaced, all others keep their coefficients" : "frames that are touched are decoded and encoded again without loss";
    return new RedactionPlan.Possible(way, subject.syntax(), grown, subject.outside(), words);
  }

  /// Frames in a row with like cells make one region.
  private static List<Region> grown(Subject subject, Region region, FrameIndex index, FrameRewriter rewriter) throws DicomException {
    var grown = new ArrayList<Region>();
    var before = Cell.PIXEL;
    for (int number = region.frameFirst(); number <= region.frameLast(); number++) {
      var cell = rewriter.cell(frame(subject, index, number - 1, Checkpoint.NONE));
      var box = region.box().grown(cell, subject.image().columns(), subject.image().rows());
      if (!grown.isEmpty() && cell.equals(before)) {
        var last = grown.removeLast();
        grown.add(new Region(last.frameFirst(), number, box.x(), box.y(), box.width(), box.height()));
      } else {
        grown.add(new Region(number, number, box.x(), box.y(), box.width(), box.height()));
      }
      before = cell;
    }
    return grown;
  }

  private static EncodedFrame frame(Subject subject, FrameIndex index, int frame, Checkpoint checkpoint) throws DicomException {
    return new EncodedFrame(subject.image(), subject.syntax(), index.fragments(frame), subject.place(), checkpoint);
  }

  RedactionResult apply(Subject subject, Value.Fragments fragments, Path scratch, Checkpoint checkpoint) throws IOException {
    var plan = (RedactionPlan.Possible) plan(subject, fragments);
    var store = new FrameStore(scratch);
    try {
      var frames = frames(subject, fragments, store, checkpoint);
      var tables = OffsetTables.of(frames, subject.dataSet(), !fragments.basicOffsetTable().isEmpty());
      var set = new ArrayList<DataElement>(tables.set());
      set.add(subject.pixels().withValue(tables.value()));
      return HeaderChanges.of(subject, set, tables.removed()).redacted(subject.syntax(), plan.blackened(), plan.way(), store);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private List<OffsetTables.Frame> frames(Subject subject, Value.Fragments fragments, FrameStore store, Checkpoint checkpoint) throws IOException {
    var image = subject.image();
    var index = FrameIndex.of(subject.dataSet(), fragments, image.frames(), subject.place());
    var rewriter = rewriter(subject);
    var frames = new ArrayList<OffsetTables.Frame>();
    for (int i = 0; i < image.frames(); i++) {
      checkpoint.check();
      if (!subject.isTouched(i)) {
        var kept = index.fragments(i);
        frames.add(new OffsetTables.Frame(kept, OffsetTables.statedLength(subject.dataSet(), i, kept)));
        continue;
      }
      var frame = frame(subject, index, i, checkpoint);
      var rewritten = rewriter.rewrite(frame, subject.boxes(i, rewriter.cell(frame)));
      frames.add(new OffsetTables.Frame(List.of(store.put(rewritten)), rewritten.length));
    }
    return frames;
  }
}
