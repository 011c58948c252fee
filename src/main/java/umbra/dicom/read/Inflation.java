package umbra.dicom.read;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import umbra.dicom.LimitException;
import umbra.dicom.Place;
import umbra.io.ByteSlice;

/// The inflated form of a deflated Data Set (PS3.5 A.5, RFC 1951).
///
/// @param bytes as far as the stream could be inflated
/// @param consumed bytes of the stream
/// @param complete the end of the stream was met and nothing in it was damaged
record Inflation(byte[] bytes, long consumed, boolean complete) {
  private static final int CHUNK = 1 << 16;

  /// @throws LimitException if the result would be longer than the limit
  static Inflation of(ByteSlice deflated, long mostBytes) throws LimitException {
    var out = new ByteArrayOutputStream(CHUNK);
    var buffer = new byte[CHUNK];
    boolean complete = true;
    try (var inflater = new Inflater(true)) {
      long fed = 0;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          if (fed == deflated.length()) {
            complete = false;
            break;
          }
          var part = deflated.slice(fed, Math.min(CHUNK, deflated.length() - fed));
          inflater.setInput(part.toArray());
          fed += part.length();
        }
        int n = inflater.inflate(buffer);
        if (out.size() + (long) n > mostBytes) {
          throw new LimitException("inflated Data Set longer than the limit of " + mostBytes + " bytes",
              Place.of(deflated.source().name(), deflated.offset()));
        }
        out.write(buffer, 0, n);
        if (n == 0 && inflater.needsDictionary()) complete = false;
        if (!complete) break;
      }
      return new Inflation(out.toByteArray(), inflater.getBytesRead(), complete);
    } catch (DataFormatException _) {
      return new Inflation(out.toByteArray(), deflated.length(), false);
    }
  }
}
