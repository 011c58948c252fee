package umbra.pixel.codec.ffmpeg;

import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.Value;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.codec.FrameReader;

/// Opens MPEG-2, H.264 and HEVC video (PS3.5 8.2.5 to 8.2.8). All fragments together are one stream, of which the worker reads
/// what it needs.
public final class VideoStreams implements FrameReader.Streams {
  private final NativeProcess.Start start;

  /// With the running Java as worker.
  public VideoStreams() {
    this(NativeProcess.Start.standard());
  }

  VideoStreams(NativeProcess.Start start) {
    this.start = start;
  }

  @Override
  public FrameReader.Stream open(ImagePixel image, Value.Fragments pixels, Place place) throws DicomException {
    var bytes = new FragmentBytes(pixels.rest());
    if (bytes.length() == 0) throw new DicomFormatException("video without bytes", place);
    var process = new NativeProcess(start, place);
    try {
      process.ask(out -> {
        out.writeByte(Wire.OPEN);
        out.writeLong(bytes.length());
        out.writeInt(image.columns());
        out.writeInt(image.rows());
      }, bytes::read, place);
      return new Video(image, bytes, process, place);
    } catch (DicomException | RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private record Video(ImagePixel image, FragmentBytes bytes, NativeProcess process, Place place) implements FrameReader.Stream {
    @Override
    public Raster frame(int frame, Checkpoint checkpoint) throws DicomException {
      checkpoint.check();
      NativeProcess.Pixels pixels;
      synchronized (process) { // one question at a time
        pixels = process.ask(out -> {
          out.writeByte(Wire.FRAME);
          out.writeInt(frame);
        }, bytes::read, place);
      }
      if (pixels.width() != image.columns() || pixels.height() != image.rows() || pixels.samples() != 3) {
        throw new DicomFormatException("video frames of another size than Rows and Columns", place);
      }
      return new Raster(image.rows(), image.columns(), 3, 8, false, Photometric.RGB, new Raster.Samples.Bytes(pixels.bytes(), false));
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
