package umbra.pixel.stream.code;

import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.io.ByteSlice;
import umbra.pixel.ImagePixel;

/// How the code streams of a Transfer Syntax are cleaned.
public final class CodeStreams {
  private CodeStreams() {}

  /// @param dataSet says what the samples are, where the streams do not
  /// @throws DicomException if the streams cannot be followed
  public static StreamCleaner cleaner(TransferSyntax syntax, DataSet dataSet, Place place) throws DicomException {
    return switch (syntax) {
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_SPECTRAL_SELECTION, JPEG_FULL_PROGRESSION, JPEG_LOSSLESS, JPEG_LOSSLESS_SV1, JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> new JpegSegments(place);
      case JPEG_2000_LOSSLESS, JPEG_2000, JPEG_2000_MC_LOSSLESS, JPEG_2000_MC, HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL, HTJ2K -> new Jpeg2000Markers(place);
      case JPEG_XL_LOSSLESS, JPEG_XL_RECOMPRESSION, JPEG_XL -> stream -> Boxes.isJpegXl(new ByteWindow(stream)) ? new Boxes(place, s -> s).clean(stream) : bare(stream, place);
      case RLE_LOSSLESS -> rle(ImagePixel.of(dataSet, place.file()), place);
      case DEFLATED_IMAGE_FRAME -> new DeflatedFrames((ImagePixel.of(dataSet, place.file()).nativeFrameBits() + 7) / 8, place);
      default -> throw new UnsupportedDicomException("Pixel Data of a transfer syntax whose streams cannot be looked into", place);
    };
  }

  /// Frames of single bits are packed, by some encoders at least: a byte too many is not cut.
  private static StreamCleaner rle(ImagePixel image, Place place) {
    long pixels = (long) image.rows() * image.columns();
    if (image.bitsAllocated() % 8 == 0) return new RleSegments(pixels, place);
    var segments = new RleSegments((pixels + 7) / 8, place);
    return stream -> {
      var cleaned = segments.clean(stream);
      if (cleaned != stream) throw new UnsupportedDicomException("RLE of single bits with more than the picture in it", place);
      return stream;
    };
  }

  /// A JPEG XL code stream has no segments for text, nor a length: it has to be one.
  private static ByteSlice bare(ByteSlice stream, Place place) throws DicomException {
    if (stream.length() < 2 || stream.u8(0) != 0xFF || stream.u8(1) != 0x0A) throw new DicomFormatException("JPEG XL: neither a code stream nor a file of boxes", place);
    return stream;
  }

  /// All bytes from here on are alike: padding, which tells nothing.
  ///
  /// @param from relative to the start of the slice
  public static boolean isPadding(ByteSlice bytes, long from) {
    return new ByteWindow(bytes).isConstant(from, bytes.length());
  }
}
