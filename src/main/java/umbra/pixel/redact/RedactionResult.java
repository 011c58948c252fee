package umbra.pixel.redact;

/// What came of a redaction.
public sealed interface RedactionResult permits RedactedPixels, RedactionResult.Refused {
  /// @param reason for people, without values of the patient; what cannot be redacted blocks release
  record Refused(String reason) implements RedactionResult {}
}
