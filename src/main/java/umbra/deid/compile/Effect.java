package umbra.deid.compile;

/// What is done with an element, after the Type has chosen and the options have spoken.
public enum Effect {
  KEEP("kept"),
  REMOVE("removed"),
  EMPTY("made empty"),
  DUMMY("replaced by a dummy"),
  /// All values become other UIDs.
  UID("UIDs swapped"),
  /// All values are moved by the offset of the subject.
  DATE("dates moved"),
  /// A decision about the text, else the fallback.
  TEXT("cleaned by decision"),
  AGE("age capped"),
  /// A Sequence whose Items are gone through.
  WITHIN("kept, with all rules inside"),
  /// Content items by their concept.
  CONTENT("content items cleaned"),
  PATIENT_ID("new Patient ID"),
  PATIENT_NAME("new Patient's Name"),
  /// A text the profile gives.
  GIVEN("replaced by the text of the profile"),
  /// Seconds since 1970 in a number, moved by the offset.
  EPOCH("time stamp moved");

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
