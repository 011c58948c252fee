package umbra.pixel.stream.video;

import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.io.ByteSlice;
import umbra.pixel.stream.code.StreamCleaner;

/// Cleans a video stream, bare or in an MP4 file. The result is as long as the stream; pictures and sound are as they were.
public final class VideoCleaner implements StreamCleaner {
  private final Coding coding;
  private final Place place;

  /// @param syntax of a video
  public VideoCleaner(TransferSyntax syntax, Place place) {
    this.coding = Coding.of(syntax);
    this.place = place;
  }

  @Override
  public ByteSlice clean(ByteSlice stream) throws DicomException {
    var blanks = new Blanks(stream);
    var bytes = blanks.bytes();
    if (bytes.has(4, "ftyp")) new Mp4Boxes(coding, blanks, place).clean();
    else if (isBare(blanks)) new StartCodes(coding, blanks).clean(0, stream.length());
    else throw new UnsupportedDicomException("the video is in a container that cannot be looked into; bare streams and MP4 files can", place);
    return blanks.result();
  }

  /// A pack or a packet begins a program stream, whose headers stand within the units.
  private boolean isBare(Blanks blanks) {
    var bytes = blanks.bytes();
    int zeros = 0;
    while (zeros < bytes.length() && zeros < 8 && bytes.u8(zeros) == 0) zeros++;
    if (zeros < 2 || zeros + 1 >= bytes.length() || bytes.u8(zeros) != 1) return false;
    return coding != Coding.MPEG2 && bytes.u8(zeros + 1) < 0x80 || coding == Coding.MPEG2 && bytes.u8(zeros + 1) < 0xB9;
  }
}
