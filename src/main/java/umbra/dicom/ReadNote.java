package umbra.dicom;

import java.util.Optional;

/// Something a reader tolerated: shown to the curator and kept with the instance.
///
/// @param offset in bytes from the start of the file, or of the inflated Data Set
/// @param path the element, if one was reached
public record ReadNote(Kind kind, long offset, Optional<TagPath> path) {

  /// What was tolerated.
  public enum Kind {
    NO_PREAMBLE("no preamble"),
    NO_FILE_META("no File Meta Information; Transfer Syntax guessed"),
    FILE_META_LENGTH("File Meta Information Group Length missing or wrong"),
    FILE_META_SYNTAX("File Meta Information not in Explicit VR Little Endian"),
    NO_TRANSFER_SYNTAX("Transfer Syntax UID missing; guessed"),
    WRONG_TRANSFER_SYNTAX("Data Set not in the stated Transfer Syntax"),
    SYNTAX_CHANGE("layout of elements changes inside the Data Set"),
    COMMAND_GROUP("command group elements in a file"),
    GROUP_LENGTH("group length outside File Meta Information"),
    ORDER("element out of order"),
    DUPLICATE("element stands twice"),
    ODD_LENGTH("odd value length"),
    UNKNOWN_VR("bytes at the place of the VR are none"),
    VR_MISMATCH("VR differs from the dictionary"),
    LENGTH_FORM("length form does not fit the VR"),
    SEQUENCE_IN_UN("Sequence stands as UN"),
    UNDEFINED_LENGTH("undefined length where none is allowed"),
    SEQUENCE_OVERRUN("Items reach beyond the stated length"),
    MISSING_DELIMITER("delimiter missing"),
    STRAY_DELIMITER("delimiter where none belongs"),
    DELIMITER_LENGTH("delimiter with a length other than zero"),
    VALUE_TRUNCATED("value cut short by the end of the data"),
    TRAILING_PADDING("Data Set Trailing Padding"),
    TRAILING_BYTES("bytes after the last element"),
    DEFLATE_DAMAGED("deflated stream damaged or cut short"),
    FRAGMENT_DAMAGED("fragments of Pixel Data damaged"),
    NOT_AN_ELEMENT("bytes that are no element");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /// The note in words, without the place.
    public String text() {
      return text;
    }
  }

  @Override
  public String toString() {
    return kind.text() + " at offset " + offset + path.map(p -> " in " + p).orElse("");
  }
}
