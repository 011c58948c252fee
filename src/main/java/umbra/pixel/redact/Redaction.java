package umbra.pixel.redact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.Value;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.redact.region.Region;

/// Blackens regions of an image and leaves everything else as it was.
///
/// Native frames are overwritten in place, JPEG in its DCT blocks, lossless syntaxes are decoded and encoded again; where none of
/// this can be done without a second loss, the curator's choice decides. Frames that no region touches are not looked at. For
/// several threads.
public final class Redaction {
  private final NativeRedaction inPlace = new NativeRedaction();
  private final FrameRedaction byFrame;
  private final WholeRedaction whole;

  public Redaction(Codecs codecs, FrameReader.Streams streams) {
    byFrame = new FrameRedaction(codecs);
    whole = new WholeRedaction(codecs, streams);
  }

  /// What would be blackened and how, without decoding a frame.
  ///
  /// @param regions of which those outside the image are reported, not refused
  public RedactionPlan plan(DicomFile file, List<Region> regions, RedactionChoice choice) {
    try {
      var subject = Subject.of(file, regions, choice);
      return switch (subject.pixels().value()) {
        case Value.Bytes bytes -> inPlace.plan(subject, bytes);
        case Value.Fragments fragments -> plan(subject, fragments);
        case Value.Items _ -> new RedactionPlan.Impossible("Pixel Data holds Items");
      };
    } catch (DicomException e) {
      return new RedactionPlan.Impossible(e.reason());
    }
  }

  /// Redacts. The file has to stay open until the result is written, and the result has to be closed after that.
  ///
  /// @param scratch a folder for a temporary file, made only if more than 64 MB of frames are written anew; best the one that
  ///     is written to
  /// @throws IOException if the temporary file cannot be written; whatever is wrong with the image is a refusal
  /// @throws java.util.concurrent.CancellationException from the checkpoint
  public RedactionResult apply(DicomFile file, List<Region> regions, RedactionChoice choice, Path scratch, Checkpoint checkpoint) throws IOException {
    if (plan(file, regions, choice) instanceof RedactionPlan.Impossible(var reason)) return new RedactionResult.Refused(reason);
    try {
      var subject = Subject.of(file, regions, choice);
      return switch (subject.pixels().value()) {
        case Value.Bytes bytes -> inPlace.apply(subject, bytes);
        case Value.Fragments fragments -> apply(subject, fragments, scratch, checkpoint);
        case Value.Items _ -> new RedactionResult.Refused("Pixel Data holds Items");
      };
    } catch (DicomException e) {
      return new RedactionResult.Refused(e.reason());
    }
  }

  /// What cannot be cut frame by frame in its syntax may still be stored in another one, if that was chosen.
  private RedactionPlan plan(Subject subject, Value.Fragments fragments) throws DicomException {
    if (!byFrame.canDo(subject)) return whole.plan(subject);
    try {
      return byFrame.plan(subject, fragments);
    } catch (UnsupportedDicomException _) {
      return whole.plan(subject);
    }
  }

  private RedactionResult apply(Subject subject, Value.Fragments fragments, Path scratch, Checkpoint checkpoint) throws IOException {
    if (!byFrame.canDo(subject)) return whole.apply(subject, scratch, checkpoint);
    try {
      return byFrame.apply(subject, fragments, scratch, checkpoint);
    } catch (UnsupportedDicomException _) {
      if (whole.plan(subject) instanceof RedactionPlan.Impossible(var reason)) return new RedactionResult.Refused(reason);
      return whole.apply(subject, scratch, checkpoint);
    }
  }
}
