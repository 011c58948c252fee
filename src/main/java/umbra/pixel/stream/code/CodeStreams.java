package umbra.pixel.stream.code;

import java.util.Optional;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.io.ByteSlice;
import umbra.pixel.ImagePixel;

/// How the code streams of a Transfer Syntax are cleaned.
public final class CodeStreams {
  private CodeStreams() {}

  /// Empty where the syntax has no streams of frames.
  ///
  /// @param image what the header says about them, if it can be understood
  public static Optional<StreamCleaner> cleaner(TransferSyntax syntax, Optional<ImagePixel> image, Place place) {
    return switch (syntax) {
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_SPECTRAL_SELECTION, JPEG_FULL_PROGRESSION, JPEG_LOSSLESS, JPEG_LOSSLESS_SV1, JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS ->
          Optional.of(new JpegSegments(place));
      case JPEG_2000_LOSSLESS, JPEG_2000, JPEG_2000_MC_LOSSLESS, JPEG_2000_MC, HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL, HTJ2K -> Optional.of(new Jpeg2000Markers(place));
      case JPEG_XL_LOSSLESS, JPEG_XL_RECOMPRESSION, JPEG_XL -> Optional.of(stream -> Boxes.isJpegXl(new ByteWindow(stream)) ? new Boxes(place, s -> s).clean(stream) : stream);
      case RLE_LOSSLESS -> image.filter(i -> i.bitsAllocated() % 8 == 0).map(i -> new RleSegments((long) i.rows() * i.columns(), place));
      default -> Optional.empty();
    };
  }

  /// All bytes from here on are alike: padding, which tells nothing.
  ///
  /// @param from relative to the start of the slice
  public static boolean isPadding(ByteSlice bytes, long from) {
    return new ByteWindow(bytes).isConstant(from, bytes.length());
  }
}
