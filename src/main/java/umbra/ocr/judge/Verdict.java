package umbra.ocr.judge;

/// What a text was judged to be.
///
/// @param reason for people; names the attribute or rule, never a value of the header
public record Verdict(TextClass textClass, String reason) {}
