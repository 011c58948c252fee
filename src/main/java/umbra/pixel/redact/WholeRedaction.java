package umbra.pixel.redact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DicomException;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.VR;
import umbra.pixel.Checkpoint;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameEncoder;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.redact.frame.FrameStore;
import umbra.pixel.redact.frame.LosslessRewriter;
import umbra.pixel.stream.OffsetTables;
import umbra.pixel.redact.region.Cell;

/// Redacts what cannot stay in its syntax: all frames are decoded and stored in one that loses nothing.
final class WholeRedaction {
  private final Codecs codecs;
  private final FrameReader.Streams streams;

  WholeRedaction(Codecs codecs, FrameReader.Streams streams) {
    this.codecs = codecs;
    this.streams = streams;
  }

  RedactionPlan plan(Subject subject) throws DicomException {
    if (!subject.syntax().isVideo()) codecs.decoder(subject.syntax(), subject.place());
    if (isLossy(subject.syntax()) && subject.choice().lossy() == RedactionChoice.Lossy.WITHHOLD) {
      return new RedactionPlan.Impossible(subject.syntax().title() + " cannot be redacted without storing it losslessly, which was not chosen");
    }
    var target = targets(subject.syntax()).getFirst();
    return new RedactionPlan.Possible(RedactionPlan.Way.OTHER_SYNTAX, target, subject.grown(Cell.PIXEL), subject.outside(),
        "all frames are decoded and stored without loss as " + target.title());
  }

  static boolean isLossy(TransferSyntax syntax) {
    return switch (syntax) {
      case ENCAPSULATED_UNCOMPRESSED, DEFLATED_IMAGE_FRAME, HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL, JPEG_2000_MC_LOSSLESS, JPEG_XL_LOSSLESS -> false;
      default -> true;
    };
  }

  /// What to try, in this order: an encoder refuses samples that its syntax cannot hold.
  private List<TransferSyntax> targets(TransferSyntax syntax) {
    var likeIt = syntax == TransferSyntax.JPEG_LS_NEAR_LOSSLESS || syntax.isVideo();
    return likeIt ? List.of(TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.JPEG_2000_LOSSLESS) : List.of(TransferSyntax.JPEG_2000_LOSSLESS, TransferSyntax.JPEG_LS_LOSSLESS);
  }

  RedactionResult apply(Subject subject, Path scratch, Checkpoint checkpoint) throws IOException {
    UnsupportedDicomException refusal = null;
    for (var target : targets(subject.syntax())) {
      var encoder = codecs.encoder(target);
      if (encoder.isEmpty()) continue;
      var store = new FrameStore(scratch);
      try {
        return apply(subject, encoder.get(), store, checkpoint);
      } catch (UnsupportedDicomException e) {
        store.close();
        refusal = e;
      } catch (IOException | RuntimeException e) {
        store.close();
        throw e;
      }
    }
    return new RedactionResult.Refused(refusal == null ? "no encoder for a lossless syntax" : refusal.reason());
  }

  private RedactionResult apply(Subject subject, FrameEncoder encoder, FrameStore store, Checkpoint checkpoint) throws IOException {
    var frames = new ArrayList<OffsetTables.Frame>();
    var rewriter = new LosslessRewriter(subject.dataSet(), codecs, encoder, subject.choice().fill());
    Raster last = null;
    try (var reader = FrameReader.open(subject.file(), codecs, streams)) {
      for (int i = 0; i < reader.frames(); i++) {
        last = reader.frame(i, checkpoint);
        var bytes = rewriter.encode(last, subject.image(), subject.boxes(i, Cell.PIXEL), checkpoint);
        frames.add(new OffsetTables.Frame(List.of(store.put(bytes)), bytes.length));
      }
    }
    var tables = OffsetTables.of(frames, subject.dataSet(), frames.size() > 1);
    var set = new ArrayList<DataElement>(tables.set());
    set.add(new DataElement(Tags.PIXEL_DATA, VR.OB, tables.value()));
    set.addAll(layout(subject, last, encoder.transferSyntax()));
    return HeaderChanges.of(subject, set, tables.removed())
        .redacted(encoder.transferSyntax(), subject.grown(Cell.PIXEL), RedactionPlan.Way.OTHER_SYNTAX, store);
  }

  /// What the decoded samples are (PS3.5 8.2).
  private static List<DataElement> layout(Subject subject, Raster raster, TransferSyntax syntax) {
    var set = new ArrayList<DataElement>();
    if (raster.samples() < 2) return set;
    boolean transformed = syntax == TransferSyntax.JPEG_2000_LOSSLESS && raster.samples() == 3 && raster.photometric() == Photometric.RGB
        && subject.image().photometric() != Photometric.RGB;
    var photometric = transformed ? Photometric.YBR_RCT : raster.photometric();
    set.add(DataElement.ofAscii(Tags.PHOTOMETRIC_INTERPRETATION, VR.CS, photometric.term()));
    set.add(us(Tags.PLANAR_CONFIGURATION, 0));
    return set;
  }

  private static DataElement us(Tag tag, int value) {
    return DataElement.ofBytes(tag, VR.US, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array());
  }
}
