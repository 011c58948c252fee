package umbra.pixel.codec.jpeg;

import java.util.Set;
import umbra.dicom.DicomException;
import umbra.dicom.TransferSyntax;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.FrameDecoder;
import umbra.pixel.codec.StreamRaster;

/// Decodes JPEG (ISO/IEC 10918-1) of all processes that DICOM uses: the frame header in the stream decides which it is.
///
/// Colour of DCT frames comes out as RGB. Whether the stream holds RGB or YCbCr is told by its APP14 segment; a JFIF segment
/// means YCbCr, whatever Photometric Interpretation claims; component ids R, G, B mean RGB; without any of them Photometric
/// Interpretation is believed. Lossless frames are not transformed.
public final class JpegDecoder implements FrameDecoder {
  @Override
  public Set<TransferSyntax> transferSyntaxes() {
    return Set.of(TransferSyntax.JPEG_BASELINE, TransferSyntax.JPEG_EXTENDED, TransferSyntax.JPEG_SPECTRAL_SELECTION,
        TransferSyntax.JPEG_FULL_PROGRESSION, TransferSyntax.JPEG_LOSSLESS, TransferSyntax.JPEG_LOSSLESS_SV1);
  }

  @Override
  public Raster decode(EncodedFrame frame) throws DicomException {
    var stream = new JpegStream(frame);
    var progressive = new ProgressiveScan(stream, frame);
    var scans = new SequentialScan[1];
    stream.read(scan -> {
      switch (stream.process) {
        case LOSSLESS -> new LosslessScan(stream, frame).decode(scan);
        case PROGRESSIVE -> progressive.decode(scan);
        case SEQUENTIAL -> {
          if (scans[0] == null) scans[0] = new SequentialScan(stream, frame);
          scans[0].decode(scan);
        }
      }
    });
    if (stream.process == JpegStream.Process.PROGRESSIVE) progressive.finish();
    for (var c : stream.components) if (c.samples.length == 0) throw stream.malformed("component without a scan");
    return raster(stream, frame.image());
  }

  private static Raster raster(JpegStream stream, ImagePixel image) throws DicomException {
    boolean lossless = stream.process == JpegStream.Process.LOSSLESS;
    int samples = stream.components.length;
    var planes = new short[samples][];
    var strides = new int[samples];
    for (int i = 0; i < samples; i++) {
      var c = stream.components[i];
      boolean whole = samples == 1 || c.h == stream.maxH && c.v == stream.maxV;
      strides[i] = lossless || !whole ? stream.columns : c.stride();
      if (!whole && (stream.maxH % c.h != 0 || stream.maxV % c.v != 0)) throw stream.unsupported("uneven subsampling");
      planes[i] = lossless || whole ? c.samples : Upsampling.full(c, c.stride(), stream.maxH / c.h, stream.maxV / c.v, stream.columns, stream.rows);
    }
    boolean ybr = stream.isYbr(image.photometric());
    var photometric = samples == 3 && !lossless ? Photometric.RGB : image.photometric();
    if (image.bitsAllocated() <= 8) return StreamRaster.ofBytes(image, bytes(stream, planes, strides, ybr), stream.precision, photometric);
    return StreamRaster.ofShorts(image, shorts(stream, planes, strides, ybr), stream.precision, photometric);
  }

  private static byte[] bytes(JpegStream stream, short[][] planes, int[] strides, boolean ybr) {
    int samples = planes.length;
    var out = new byte[stream.rows * stream.columns * samples];
    var colour = ybr ? new YbrToRgb(stream.precision) : null;
    for (int y = 0, to = 0; y < stream.rows; y++) {
      if (samples == 1) {
        int from = y * strides[0];
        for (int x = 0; x < stream.columns; x++) out[to++] = (byte) planes[0][from + x];
      } else if (colour != null) {
        colour.row(planes, strides, y, stream.columns, out, to);
        to += 3 * stream.columns;
      } else {
        for (int s = 0; s < samples; s++) {
          var plane = planes[s];
          for (int from = y * strides[s], i = to + s, end = from + stream.columns; from < end; from++, i += samples) out[i] = (byte) plane[from];
        }
        to += samples * stream.columns;
      }
    }
    return out;
  }

  private static short[] shorts(JpegStream stream, short[][] planes, int[] strides, boolean ybr) {
    int samples = planes.length;
    var out = new short[stream.rows * stream.columns * samples];
    for (int y = 0, to = 0; y < stream.rows; y++) {
      if (samples == 1) {
        System.arraycopy(planes[0], y * strides[0], out, to, stream.columns);
        to += stream.columns;
      } else {
        for (int x = 0; x < stream.columns; x++) for (int s = 0; s < samples; s++) out[to++] = planes[s][y * strides[s] + x];
      }
    }
    if (ybr) new YbrToRgb(stream.precision).convert(out);
    return out;
  }
}
