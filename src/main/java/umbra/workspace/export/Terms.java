package umbra.workspace.export;

import umbra.deid.rule.Profile;
import umbra.deid.value.ProjectKey;

/// By what a version is made: the collection's name, the version's, the profile with its options, and the key.
///
/// @param wholeWeeks dates keep their day of the week
/// @param prefix new Patient IDs begin so
public record Terms(String collection, String version, Profile profile, ProjectKey key, boolean wholeWeeks, String prefix) {
  /// Tells keys apart without giving them away.
  String keyMark() {
    return java.util.HexFormat.of().formatHex(key.derive("mark", collection), 0, 8);
  }
}
