package umbra.look;

import java.io.IOException;
import java.nio.file.Path;
import umbra.dicom.DicomFile;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;

/// An open file and the frames of its image.
public record ImageFile(DicomFile file, FrameReader frames) implements AutoCloseable {

  /// Opens a file; the caller closes it.
  ///
  /// @throws umbra.dicom.DicomException if it holds no image that can be decoded
  public static ImageFile open(Path path, Codecs codecs, FrameReader.Streams streams) throws IOException {
    var file = new DicomReader(ReadOptions.LENIENT).read(path);
    try {
      return new ImageFile(file, FrameReader.open(file, codecs, streams));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      frames.close();
    }
  }
}
