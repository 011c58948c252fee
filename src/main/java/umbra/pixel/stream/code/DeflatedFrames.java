package umbra.pixel.stream.code;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.io.ByteSlice;

/// Frames of the Deflated Image Frame Compression (PS3.5 A.4.13): what stands behind the end of the deflated stream goes.
///
/// @param frameBytes what a frame holds when it is inflated, without padding
record DeflatedFrames(long frameBytes, Place place) implements StreamCleaner {
  private static final int PIECE = 1 << 16;

  @Override
  public ByteSlice clean(ByteSlice stream) throws DicomException {
    var bytes = new ByteWindow(stream);
    long end = end(bytes);
    var pieces = new Pieces(stream);
    pieces.keep(0, end);
    return pieces.end(bytes);
  }

  private long end(ByteWindow bytes) throws DicomException {
    var made = new byte[PIECE];
    try (var inflater = new Inflater(true)) {
      long read = 0;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          if (read == bytes.length() || inflater.needsDictionary()) throw broken("is cut short");
          var piece = bytes.bytes(read, Math.min(bytes.length(), read + PIECE));
          inflater.setInput(piece);
          read += piece.length;
        }
        inflater.inflate(made);
        if (inflater.getBytesWritten() > frameBytes + 1) throw broken("holds more than a frame");
      }
      return inflater.getBytesRead();
    } catch (DataFormatException _) {
      throw broken("cannot be inflated");
    }
  }

  private DicomFormatException broken(String what) {
    return new DicomFormatException("Deflated Image Frame: the stream " + what, place);
  }
}
