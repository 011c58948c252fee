package umbra.pixel.codec;

import java.util.List;
import umbra.dicom.LimitException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;

/// One frame as it stands in encapsulated Pixel Data, with what the header claims about it.
///
/// @param fragments in order; a frame may be spread over several
/// @param place for the messages
/// @param checkpoint asked at least once every few rows or blocks
public record EncodedFrame(
    ImagePixel image, TransferSyntax transferSyntax, List<ByteSlice> fragments, Place place, Checkpoint checkpoint) {

  private static final long LONGEST = Integer.MAX_VALUE - 8;

  public EncodedFrame {
    fragments = List.copyOf(fragments);
  }

  /// Length of the code stream in bytes, pad byte included.
  public long length() {
    return fragments.stream().mapToLong(ByteSlice::length).sum();
  }

  /// The code stream in one array.
  ///
  /// @throws LimitException if it is longer than an array can be
  public byte[] toArray() throws LimitException {
    if (length() > LONGEST) throw new LimitException("code stream of a frame longer than 2 GiB", place);
    if (fragments.size() == 1) return fragments.getFirst().toArray();
    var bytes = new byte[(int) length()];
    int at = 0;
    for (var fragment : fragments) {
      var part = fragment.toArray();
      System.arraycopy(part, 0, bytes, at, part.length);
      at += part.length;
    }
    return bytes;
  }
}
