package umbra.practice.answer;

import java.util.Arrays;
import java.util.List;

/// Kinds of instances in the collection.
///
/// @param form what an instance holds beside its header
record Kind(String name, String sopClass, String modality, Form form) {
  /// What an instance holds.
  enum Form { GREY, FRAMES, COLOUR, BURNED, JPEG, REPORT, PDF, CDA, OTHER }

  private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

  static final List<Kind> ALL = Arrays.stream("""
      ct 2 CT GREY
      mr 4 MR GREY
      cr 1 CR GREY
      dx 1.1 DX GREY
      mg 1.2 MG GREY
      us 6.1 US BURNED
      us-cine 3.1 US FRAMES
      sc 7 OT BURNED
      sc-frames 7.2 OT FRAMES
      enhanced-ct 2.1 CT FRAMES
      enhanced-mr 4.1 MR FRAMES
      xa 12.1 XA FRAMES
      rf 12.2 RF FRAMES
      nm 20 NM FRAMES
      pet 128 PT GREY
      photo 77.1.4 XC JPEG
      endoscopy 77.1.1 ES COLOUR
      slide 77.1.6 SM COLOUR
      fundus 77.1.5.1 OP COLOUR
      report 88.11 SR REPORT
      comprehensive 88.33 SR REPORT
      dose-report 88.67 SR REPORT
      key-object 88.59 KO REPORT
      presentation 11.1 PR OTHER
      segmentation 66.4 SEG FRAMES
      structures 481.3 RTSTRUCT OTHER
      plan 481.5 RTPLAN OTHER
      dose 481.2 RTDOSE FRAMES
      rt-image 481.1 RTIMAGE GREY
      pdf 104.1 DOC PDF
      cda 104.2 DOC CDA
      ecg 9.1.1 ECG OTHER
      registration 66.1 REG OTHER
      raw 66 OT OTHER
      """.lines().map(Kind::of).toArray(Kind[]::new)).toList();

  private static Kind of(String line) {
    var words = line.split(" ");
    return new Kind(words[0], STORAGE + words[1], words[2], Form.valueOf(words[3]));
  }

  boolean hasPixels() {
    return switch (form) {
      case GREY, FRAMES, COLOUR, BURNED, JPEG -> true;
      case REPORT, PDF, CDA, OTHER -> false;
    };
  }
}
