package umbra.dicom;

import java.util.regex.Pattern;

/// A UI value (PS3.5 9).
///
/// @param text without its padding, valid or not
public record Uid(String text) {
  private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+");
  private static final int LONGEST = 64;
  private static final String DICOM_ROOT = "1.2.840.10008.";

  /// Takes a value as it stands; NULs and blanks around it are padding.
  public static Uid of(String value) {
    int from = 0;
    int to = value.length();
    while (to > from && value.charAt(to - 1) <= ' ') to--;
    while (from < to && value.charAt(from) <= ' ') from++;
    return new Uid(value.substring(from, to));
  }

  /// Numbers without leading zeros between points, at most 64 characters (PS3.5 9.1).
  public boolean isValid() {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  /// Given out by the standard itself: classes, syntaxes, well-known instances.
  public boolean isOfTheStandard() {
    return text.startsWith(DICOM_ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
