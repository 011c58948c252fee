package umbra.pixel.redact.frame;

import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.TransferSyntax;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameEncoder;
import umbra.pixel.redact.fill.Fill;
import umbra.pixel.redact.fill.FillColour;
import umbra.pixel.stream.HighBits;
import umbra.pixel.redact.fill.RasterPaint;
import umbra.pixel.redact.region.Box;
import umbra.pixel.redact.region.Cell;

/// Decodes a frame, paints the boxes, and encodes it without loss: values outside stay what the decoder makes of them.
public final class LosslessRewriter implements FrameRewriter {
  private final DataSet dataSet;
  private final Codecs codecs;
  private final FrameEncoder encoder;
  private final Fill fill;

  public LosslessRewriter(DataSet dataSet, Codecs codecs, FrameEncoder encoder, Fill fill) {
    this.dataSet = dataSet;
    this.codecs = codecs;
    this.encoder = encoder;
    this.fill = fill;
  }

  @Override
  public Cell cell(EncodedFrame frame) {
    return Cell.PIXEL;
  }

  @Override
  public byte[] rewrite(EncodedFrame frame, List<Box> boxes) throws DicomException {
    return encode(codecs.decoder(frame.transferSyntax(), frame.place()).decode(frame), frame.image(), boxes, frame.checkpoint());
  }

  /// As [#rewrite], for a frame that was decoded elsewhere.
  ///
  /// @param raster the caller's own: it is painted over
  public byte[] encode(Raster raster, ImagePixel image, List<Box> boxes, Checkpoint checkpoint) throws DicomException {
    long overlays = HighBits.overlays(dataSet, image);
    RasterPaint.paint(raster, boxes, words(raster, image, overlays));
    RasterPaint.clear(raster, overlays);
    return encoder.encode(forEncoder(raster, image), checkpoint);
  }

  private long[] words(Raster raster, ImagePixel image, long overlays) {
    var words = FillColour.of(dataSet, image, raster.photometric(), Math.min(image.bitsStored(), raster.bits()), fill);
    for (int i = 0; i < words.length; i++) {
      long word = HighBits.word(words[i], image, overlays);
      words[i] = isValue(encoder.transferSyntax()) ? word : word & mask(raster);
    }
    return words;
  }

  /// JPEG 2000 and RLE hold a negative value as such or as the whole word, JPEG and JPEG-LS only the bits of their precision.
  private static boolean isValue(TransferSyntax syntax) {
    return syntax == TransferSyntax.RLE_LOSSLESS || syntax == TransferSyntax.JPEG_2000_LOSSLESS;
  }

  /// The bits in use, so that a negative fill does not make an encoder state more of them.
  private static long mask(Raster raster) {
    int used = 0;
    switch (raster.values()) {
      case Samples.Bytes(var array, _) -> {
        for (byte b : array) used |= b & 0xFF;
      }
      case Samples.Shorts(var array, _) -> {
        for (short s : array) used |= s & 0xFFFF;
      }
      case Samples.Ints _, Samples.Floats _, Samples.Doubles _ -> used = -1;
    }
    int bits = Math.max(raster.bits(), 32 - Integer.numberOfLeadingZeros(used));
    return (1L << bits) - 1;
  }

  /// The encoder of JPEG 2000 turns RGB into YBR_RCT; where the header says RGB that would make it wrong.
  private Raster forEncoder(Raster raster, ImagePixel image) {
    if (image.bitsAllocated() == 1 && encoder.transferSyntax() == TransferSyntax.RLE_LOSSLESS) return packed(raster);
    if (raster.photometric() != Photometric.RGB || image.photometric() != Photometric.RGB) return raster;
    return new Raster(raster.rows(), raster.columns(), raster.samples(), raster.bits(), raster.signed(), Photometric.YBR_FULL, raster.values());
  }

  /// RLE holds single bits packed, as native frames do.
  private static Raster packed(Raster raster) {
    var bits = ((Samples.Bytes) raster.values()).array();
    var bytes = new byte[(bits.length + 7) / 8];
    for (int i = 0; i < bits.length; i++) bytes[i >> 3] |= (byte) ((bits[i] & 1) << (i & 7));
    return new Raster(1, bytes.length, 1, 8, false, raster.photometric(), new Samples.Bytes(bytes, false));
  }
}
