package umbra.workspace.scan;

import java.io.IOException;
import umbra.look.ImageFile;
import umbra.object.ObjectText;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Opens what is scanned.
///
/// @param texts reads objects without pixels
public record ScanImages(SourceFiles files, Codecs codecs, FrameReader.Streams streams, ObjectText texts) {
  /// @return an open image, to be closed by the caller
  ImageFile open(SourcePlace place) throws IOException {
    var file = files.open(place);
    try {
      return new ImageFile(file, FrameReader.open(file, codecs, streams));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }
}
