package umbra.pixel.codec;

import java.util.List;
import java.util.Optional;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.codec.jpeg.JpegDecoder;
import umbra.pixel.codec.jpeg.encode.JpegBaselineEncoder;
import umbra.pixel.codec.jpeg.encode.JpegLosslessEncoder;
import umbra.pixel.codec.jpeg2000.Jpeg2000Decoder;
import umbra.pixel.codec.jpeg2000.Jpeg2000Encoder;
import umbra.pixel.codec.jpeg2000.ParallelFor;
import umbra.pixel.codec.jpegls.JpegLsDecoder;
import umbra.pixel.codec.jpegls.JpegLsEncoder;
import umbra.pixel.codec.plain.PlainDecoder;
import umbra.pixel.codec.rle.RleDecoder;
import umbra.pixel.codec.rle.RleEncoder;

/// The codecs that are ours, for tests.
public final class TestCodecs {
  private TestCodecs() {}

  public static Codecs all() {
    return parallel(ParallelFor.SEQUENTIAL);
  }

  /// @param parallel runs the code-blocks of JPEG 2000
  public static Codecs parallel(ParallelFor parallel) {
    return new Codecs(List.of(new RleDecoder(), new PlainDecoder(), new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder(parallel, Optional.empty())),
        List.of(new RleEncoder(), new JpegBaselineEncoder(90), new JpegLosslessEncoder(TransferSyntax.JPEG_LOSSLESS),
            new JpegLosslessEncoder(TransferSyntax.JPEG_LOSSLESS_SV1), new JpegLsEncoder(), new Jpeg2000Encoder()));
  }

  /// Video is tested on its own.
  public static FrameReader.Streams noVideo() {
    return (_, _, place) -> {
      throw new UnsupportedDicomException("no video here", place);
    };
  }
}
