package umbra.pixel.stream.video;

import umbra.dicom.TransferSyntax;

/// How the pictures of a video are coded (PS3.5 8.2.5 to 8.2.8).
enum Coding {
  MPEG2, AVC, HEVC;

  static Coding of(TransferSyntax syntax) {
    return syntax.name().startsWith("MPEG2") ? MPEG2 : syntax.name().startsWith("HEVC") ? HEVC : AVC;
  }
}
