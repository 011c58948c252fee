package umbra.deid.rule;

import java.util.Set;

/// Whose word counts on private elements, once Retain Safe Private is on.
///
/// @param trusted sources whose "safe" keeps an element
/// @param keepsDisputed an element that PS3.15 calls safe and TCIA deletes stays
public record PrivatePolicy(Set<Source> trusted, boolean keepsDisputed) {
  public static final PrivatePolicy STANDARD = new PrivatePolicy(Set.of(Source.PS315, Source.FILE), false);

  /// Who says that a private element is safe.
  public enum Source {
    /// Table E.3.10-1.
    PS315("ps3.15"),
    /// The dispositions of The Cancer Imaging Archive.
    TCIA("tcia"),
    /// Private Data Element Characteristics (0008,0300) in the instance itself: its maker's word.
    FILE("file");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public PrivatePolicy {
    trusted = Set.copyOf(trusted);
  }
}
