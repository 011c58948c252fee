package umbra.ocr.judge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Texts that give themselves away by how they are written.
final class TextShapes {
  private static final String MONTH = "(jan|feb|mar|m[äa]r|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*";
  private static final int I = Pattern.CASE_INSENSITIVE;

  private record Shape(Pattern pattern, TextClass textClass, String reason) {}

  private static final List<Shape> SHAPES = List.of(
      new Shape(Pattern.compile("(?<!\\d)(19|20)\\d\\d[-./ ]?[01]\\d[-./ ]?[0-3]\\d(?!\\d)"), TextClass.DATE, "a date"),
      new Shape(Pattern.compile("(?<![\\d.])\\d{1,2}[-./]\\d{1,2}[-./](\\d{4}|\\d{2})(?!\\d|[.]\\d)"), TextClass.DATE, "a date"),
      new Shape(Pattern.compile("(?<!\\d)\\d{1,2}[. -]*" + MONTH + "\\.?[,. -]*\\d{2,4}", I), TextClass.DATE, "a date"),
      new Shape(Pattern.compile("\\b" + MONTH + "\\.?[ -]*\\d{1,2}[,. -]+(\\d{4}|\\d{2})", I), TextClass.DATE, "a date"),
      new Shape(Pattern.compile("\\b" + MONTH + "[ -]+\\d{1,4}\\b|\\b\\d{1,2}[ -]" + MONTH + "\\b", I), TextClass.DATE, "part of a date"),
      new Shape(Pattern.compile("(?<!\\d)(19[0-9]{2}|20[0-4][0-9])(?!\\d|[.]\\d)"), TextClass.DATE, "a year"),
      new Shape(Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}(:\\d{2})?(?!\\d)|(?<!\\d)\\d{1,2} ?: ?\\d{2} ?: ?\\d{2}(?!\\d)"), TextClass.TIME, "a time of day"),
      new Shape(Pattern.compile("(?<![\\d.])\\d{1,2}[.]\\d{2}[.]\\d{2}(?!\\d|[.]\\d)"), TextClass.TIME, "a time of day"),
      new Shape(Pattern.compile("\\+\\d{1,3}[ \\d()/-]{7,}|\\(\\d{3}\\) ?\\d{3}[- ]\\d{4}|\\b\\d{3}[- ]\\d{3}[- ]\\d{4}\\b"), TextClass.PHONE, "a telephone number"),
      new Shape(Pattern.compile("\\S+@\\S+\\.\\S+"), TextClass.ADDRESS, "an e-mail address"),
      new Shape(Pattern.compile("\\p{L}{2,}\\^+\\p{L}|\\p{L}{2,}[*]{1,2}\\p{Lu}"), TextClass.NAME, "written as DICOM writes names"),
      new Shape(Pattern.compile("(?<![\\d.,])\\d{5,}(?![.,]\\d)"), TextClass.IDENTIFIER, "a long number"),
      new Shape(Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{1,4}[-_#]?\\d{4,}"), TextClass.IDENTIFIER, "letters with a long number"),
      new Shape(Pattern.compile("(?<!\\d)\\d{3,}-\\d{2,}"), TextClass.IDENTIFIER, "numbers joined by a hyphen"),
      new Shape(Pattern.compile("(?<![\\d.])0?\\d{1,3} ?(y|yr|yrs|yo|y/o|years?|jahre|ans)\\b", I), TextClass.AGE, "an age"),
      // X and V: how a reader takes the Y
      new Shape(Pattern.compile("(?<![\\dA-Za-z.])0\\d{2}[YMWDXV]\\b"), TextClass.AGE, "an age"));

  private TextShapes() {}

  static Optional<Verdict> of(String text) {
    var digits = new StringBuilder();
    for (var word : text.split("(?<=\\s)|(?=\\s)")) digits.append(Folding.digits(word));
    for (var shape : SHAPES) {
      if (shape.pattern().matcher(text).find() || shape.pattern().matcher(digits).find()) return Optional.of(new Verdict(shape.textClass(), shape.reason()));
    }
    return Optional.empty();
  }
}
