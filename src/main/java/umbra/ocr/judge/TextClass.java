package umbra.ocr.judge;

/// What a text seems to be, the worst first.
public enum TextClass {
  SUBJECT(Suspicion.SUSPECT),
  NAME(Suspicion.SUSPECT),
  DATE(Suspicion.SUSPECT),
  IDENTIFIER(Suspicion.SUSPECT),
  PHONE(Suspicion.SUSPECT),
  ADDRESS(Suspicion.SUSPECT),
  INSTITUTION(Suspicion.SUSPECT),
  TIME(Suspicion.SUSPECT),
  AGE(Suspicion.SUSPECT),
  /// Words nobody called harmless.
  UNKNOWN(Suspicion.SUSPECT),
  UNREADABLE(Suspicion.SUSPECT),
  /// Short numbers and single letters that may be anything.
  UNCLEAR(Suspicion.UNCLEAR),
  TECHNICAL(Suspicion.HARMLESS),
  /// No text: a caliper, a tick of a ruler, an outline.
  MARK(Suspicion.HARMLESS);

  /// What to do with it unless a person says otherwise: the first two are redacted.
  public enum Suspicion { SUSPECT, UNCLEAR, HARMLESS }

  private final Suspicion suspicion;

  TextClass(Suspicion suspicion) {
    this.suspicion = suspicion;
  }

  public Suspicion suspicion() {
    return suspicion;
  }
}
