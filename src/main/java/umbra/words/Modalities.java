package umbra.words;

import java.util.Map;
import java.util.Optional;

/// Words for modalities (PS3.3 C.7.3.1.1.1) whose series seldom have a description.
public final class Modalities {
  private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("PR", "presentation state"), Map.entry("KO", "key objects"), Map.entry("SR", "report"), Map.entry("SEG", "segmentation"),
      Map.entry("REG", "registration"), Map.entry("FID", "fiducials"), Map.entry("RWV", "real-world values"), Map.entry("RTSTRUCT", "structure set"), Map.entry("RTDOSE", "dose"),
      Map.entry("RTPLAN", "plan"), Map.entry("RTIMAGE", "RT image"), Map.entry("DOC", "document"), Map.entry("ECG", "electrocardiogram"), Map.entry("HD", "haemodynamics"), Map.entry("AU", "audio"),
      Map.entry("SM", "slide"), Map.entry("ANN", "annotations"), Map.entry("M3D", "model"));

  private Modalities() {}

  /// What to call a series of a modality; empty where images speak for themselves.
  public static Optional<String> word(String modality) {
    return Optional.ofNullable(WORDS.get(modality));
  }
}
