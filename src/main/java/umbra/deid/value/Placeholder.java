package umbra.deid.value;

import java.util.regex.Pattern;

/// What earlier de-identification wrote where a name had stood: it names a program and nobody, so that it is no identifier to be
/// searched for. `CTP`, of `Removed by CTP`, also names a block of private elements.
public final class Placeholder {
  private static final Pattern WORDS = Pattern.compile("(?i)\\W*(?:removed|replaced|cleared|anon(?:ymous)?|anonymi[sz]ed|de-?identified)(?: by (?:the )?(?:RSNA )?(?:CTP|TCIA|GDCM|PixelMed|DicomCleaner|DICOM Anonymizer))?\\W*");

  private Placeholder() {}

  public static boolean isOne(String value) {
    return WORDS.matcher(value).matches();
  }
}
