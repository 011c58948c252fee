package umbra.practice.answer;

/// One line of the answer key.
///
/// @param file below the folder of the collection
/// @param sopInstanceUid of the source
/// @param where a printed tag path, or [#PREAMBLE], [#TRAILING], [#FRAGMENTS]
/// @param expected the original value for texts, dates, UIDs and IDs; a hash for pixels kept; `x,y,width,height` for pixels hidden
public record Answer(String file, String sopInstanceUid, String where, AnswerAction action, String expected) {
  static final String PREAMBLE = "preamble";
  static final String TRAILING = "trailing";
  static final String FRAGMENTS = "fragments";
  public static final String HEADER = "file,sop_instance_uid,tag_path,action,expected";

  /// A row of CSV (RFC 4180), all cells quoted.
  String row() {
    return String.join(",", quoted(file), quoted(sopInstanceUid), quoted(where), quoted(action.word()), quoted(expected));
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
