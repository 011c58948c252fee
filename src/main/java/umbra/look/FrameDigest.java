package umbra.look;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.RasterBytes;

/// What one decoded frame is and the hash of its stored values, laid out as [RasterBytes] says.
///
/// @param frame number from 1
/// @param sha256 lower-case hexadecimal
public record FrameDigest(int frame, int rows, int columns, int samples, int bitsAllocated, int bitsStored, boolean signed,
    String photometric, String sha256) {

  /// @param frame number from 1
  public static FrameDigest of(int frame, ImagePixel image, Raster raster) {
    int bytesEach = RasterBytes.bytesEach(raster, image.bitsAllocated());
    var digest = newDigest();
    RasterBytes.write(raster, bytesEach, digest::update);
    int allocated = image.bitsAllocated() == 1 ? 1 : 8 * bytesEach;
    return new FrameDigest(frame, raster.rows(), raster.columns(), raster.samples(), allocated, image.bitsStored(), raster.signed(),
        raster.photometric().term(), HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
