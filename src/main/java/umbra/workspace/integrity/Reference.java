package umbra.workspace.integrity;

/// One thing that an instance names.
///
/// @param uid SOP Instance UID, or Frame of Reference UID
/// @param number of the frame or segment, from 1; 0 for the other kinds
public record Reference(Kind kind, String uid, int number) {
  /// Stands where the profile took a reference away.
  static final Reference GONE = new Reference(Kind.INSTANCE, "", 0);

  /// What is named.
  public enum Kind {
    INSTANCE("instances"),
    FRAME("frames"),
    SEGMENT("segments"),
    FRAME_OF_REFERENCE("frames of reference");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// In the plural.
    public String words() {
      return words;
    }
  }

  boolean isGone() {
    return uid.isEmpty();
  }
}
