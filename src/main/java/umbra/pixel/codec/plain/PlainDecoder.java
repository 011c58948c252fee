package umbra.pixel.codec.plain;

import java.nio.ByteOrder;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.NativeFrames;
import umbra.pixel.Raster;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameDecoder;

/// Decodes Encapsulated Uncompressed and Deflated Image Frame.
public final class PlainDecoder implements FrameDecoder {
  @Override
  public Set<TransferSyntax> transferSyntaxes() {
    return Set.of(TransferSyntax.ENCAPSULATED_UNCOMPRESSED, TransferSyntax.DEFLATED_IMAGE_FRAME);
  }

  @Override
  public Raster decode(EncodedFrame frame) throws DicomException {
    var bytes = frame.toArray();
    if (frame.transferSyntax() == TransferSyntax.DEFLATED_IMAGE_FRAME) bytes = inflate(bytes, frame);
    return new NativeFrames(frame.image(), new Value.Bytes(ByteSlice.of(bytes), ByteOrder.LITTLE_ENDIAN), VR.OB, frame.place()).frame(0);
  }

  /// Exactly as many bytes as the frame has: a stream that holds less is damaged, what it holds beyond is not looked at.
  private static byte[] inflate(byte[] deflated, EncodedFrame frame) throws DicomFormatException {
    var out = new byte[Math.toIntExact((frame.image().nativeFrameBits() + 7) / 8)];
    try (var inflater = new Inflater(true)) {
      inflater.setInput(deflated);
      int done = 0;
      while (done < out.length) {
        frame.checkpoint().check();
        int n = inflater.inflate(out, done, Math.min(1 << 20, out.length - done));
        if (n == 0) throw new DicomFormatException("deflated frame ends " + (out.length - done) + " bytes early", frame.place());
        done += n;
      }
      return out;
    } catch (DataFormatException _) {
      throw new DicomFormatException("deflated frame damaged", frame.place());
    }
  }
}
