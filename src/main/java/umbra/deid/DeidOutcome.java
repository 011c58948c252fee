package umbra.deid;

/// What became of one instance.
public sealed interface DeidOutcome {
  /// May be written.
  record Done(Plan plan) implements DeidOutcome {}

  /// May not leave.
  ///
  /// @param detail the place and what is wrong, without values
  record Withheld(Reason reason, String detail) implements DeidOutcome {}

  /// Why an instance stays here.
  enum Reason {
    UNREADABLE,
    NO_SOP_INSTANCE,
    DIRECTORY,
    PIXELS_UNSUPPORTED,
    LEAK,
    NOT_VERIFIED,
    /// Another file has the same SOP Instance UID and other bytes.
    SAME_UID,
    /// The same bytes as a file that leaves: nothing is lost.
    DUPLICATE
  }
}
