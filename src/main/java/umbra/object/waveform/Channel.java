package umbra.object.waveform;

/// A channel of a multiplex group (PS3.3 C.10.9.1.4).
///
/// @param label free text, may be empty; `source` the meaning of the code of what was measured
/// @param units such as `uV`; empty if samples have none
/// @param factor of a stored sample to the unit: sensitivity times its correction
/// @param baseline in units, added after the factor
/// @param skewSeconds time of the first sample after the start of the group
public record Channel(String label, String source, String units, double factor, double baseline, double skewSeconds) {

  /// What to call it.
  public String title() {
    return label.isEmpty() ? source : label;
  }
}
