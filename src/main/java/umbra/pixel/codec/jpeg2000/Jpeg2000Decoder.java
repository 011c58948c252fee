package umbra.pixel.codec.jpeg2000;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameDecoder;
import umbra.pixel.codec.jpeg2000.block.BlockDecoder;

/// Decodes JPEG 2000 frames (PS3.5 8.2.4, ISO/IEC 15444-1).
///
/// Precision is that of the codestream. Sign is that of both; where SIZ and Pixel Representation disagree see [SampleWriter#raster].
public final class Jpeg2000Decoder implements FrameDecoder {
  private static final Set<TransferSyntax> PART_1 = Set.of(TransferSyntax.JPEG_2000_LOSSLESS, TransferSyntax.JPEG_2000);
  private static final Set<TransferSyntax> PART_15 =
      Set.of(TransferSyntax.HTJ2K_LOSSLESS, TransferSyntax.HTJ2K_LOSSLESS_RPCL, TransferSyntax.HTJ2K);

  private final ParallelFor parallel;
  private final Optional<Supplier<BlockDecoder>> highThroughput;

  /// Part 1 only, in the calling thread.
  public Jpeg2000Decoder() {
    this(ParallelFor.SEQUENTIAL, Optional.empty());
  }

  /// @param parallel runs the code-blocks of a frame
  /// @param highThroughput makes decoders for HT code-blocks; empty if HTJ2K is not to be decoded
  public Jpeg2000Decoder(ParallelFor parallel, Optional<Supplier<BlockDecoder>> highThroughput) {
    this.parallel = parallel;
    this.highThroughput = highThroughput;
  }

  @Override
  public Set<TransferSyntax> transferSyntaxes() {
    var all = new HashSet<>(PART_1);
    if (highThroughput.isPresent()) all.addAll(PART_15);
    return all;
  }

  @Override
  public Raster decode(EncodedFrame frame) throws DicomException {
    var image = frame.image();
    var stream = CodestreamReader.read(frame.toArray(), frame.place());
    check(stream, frame);
    var samples = new SampleWriter(stream, image.rows(), image.columns());
    boolean whole = switch (frame.transferSyntax()) {
      case JPEG_2000_LOSSLESS, HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL -> true;
      default -> false;
    };
    var pool = new BlockPool(highThroughput);
    for (var tileData : stream.tiles.values()) {
      frame.checkpoint().check();
      var tile = new TileDecoder(stream, tileData, frame.place());
      tile.readPackets(whole);
      tile.decodeBlocks(pool, parallel, frame.checkpoint());
      samples.write(tile, tileData.style.shared.colourTransform(), frame.place());
    }
    boolean transformed = stream.tiles.firstEntry().getValue().style.shared.colourTransform() && stream.components >= 3;
    var photometric = transformed || image.photometric() == Photometric.YBR_RCT || image.photometric() == Photometric.YBR_ICT
        ? Photometric.RGB : image.photometric();
    return samples.raster(photometric, image.signed());
  }

  private static void check(Codestream stream, EncodedFrame frame) throws DicomException {
    var image = frame.image();
    if (stream.components != image.samples()) throw malformed("components do not match Samples per Pixel", frame);
    for (int c = 0; c < stream.components; c++) {
      if (stream.dx[c] != stream.dx[0] || stream.dy[c] != stream.dy[0]) throw unsupported("subsampled components", frame);
      if (stream.precision[c] > 28) throw unsupported("more than 28 bits", frame);
      if (stream.signed[c] != stream.signed[0]) throw unsupported("signed and unsigned components mixed", frame);
    }
    if (stream.width(0) != image.columns() || stream.height(0) != image.rows()) {
      throw malformed("image size does not match Rows and Columns", frame);
    }
  }

  private static DicomFormatException malformed(String reason, EncodedFrame frame) {
    return new DicomFormatException("JPEG 2000: " + reason, frame.place());
  }

  private static UnsupportedDicomException unsupported(String reason, EncodedFrame frame) {
    return new UnsupportedDicomException("JPEG 2000: " + reason, frame.place());
  }
}
