package umbra.deid;

import umbra.dicom.TagPath;

/// Something in one instance that a curator should know. Holds no values.
public record Remark(TagPath where, Kind kind) {

  /// What there is to know.
  public enum Kind {
    UNDECIDED_TEXT("text to be cleaned that nobody has decided about; the basic profile was used"),
    IDENTIFIER_IN_TEXT("text that would be kept but holds an identifier of its subject; the basic profile was used"),
    SHAPE_IN_TEXT("text that would be kept but looks like a name, a number of a person, an address, a date or a UID; the basic profile was used"),
    BAD_VALUE("value that its VR does not allow; not kept"),
    BAD_DATE("date or time that is none, or leaves the years 0001 to 9999; not kept"),
    UNRECOGNISED("element that no dictionary knows; not kept"),
    CONDITIONAL_REMOVED("element of Type 1C or 2C removed, as the profile says"),
    SOURCES_DISAGREE("private element that PS3.15 calls safe and TCIA deletes"),
    ODD_CODE("code whose meaning or scheme is local; not kept"),
    MARKED_BEFORE("already marked as de-identified; the earlier marks are kept as earlier");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
