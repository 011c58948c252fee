package umbra.workspace.template;

import java.util.Locale;

/// Which headers a template fits.
///
/// @param isPart maker, model and software need only occur in what the header says
/// @param modality empty for any
/// @param imageType occurs in Image Type; empty for any
public record Fit(boolean isPart, String modality, String imageType) {
  /// Exactly the device, whatever the image is.
  public static final Fit EXACT = new Fit(false, "", "");

  /// Case and blanks at the ends do not count; nothing wanted fits all.
  boolean says(String wanted, String is) {
    var want = plain(wanted);
    return want.isEmpty() || (isPart ? plain(is).contains(want) : plain(is).equals(want));
  }

  static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
