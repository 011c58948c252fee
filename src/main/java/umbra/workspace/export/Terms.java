package umbra.workspace.export;

import umbra.deid.rule.Profile;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;

/// By what a version is made: the collection's name, the version's, the profile with its options, and the key.
///
/// @param wholeWeeks dates keep their day of the week
/// @param naming how subjects are called; a sequence takes its numbers from the workspace
public record Terms(String collection, String version, Profile profile, ProjectKey key, boolean wholeWeeks, PatientNaming naming) {
  /// @param prefix new Patient IDs begin so
  public Terms(String collection, String version, Profile profile, ProjectKey key, boolean wholeWeeks, String prefix) {
    this(collection, version, profile, key, wholeWeeks, new PatientNaming.Keyed(prefix));
  }

  /// Tells apart what would give other pseudonyms, without giving the key away.
  String keyMark() {
    return java.util.HexFormat.of().formatHex(key.derive("mark", collection + "\n" + wholeWeeks + "\n" + words(naming)), 0, 8);
  }

  /// A table may grow from version to version.
  private static String words(PatientNaming naming) {
    return switch (naming) {
      case PatientNaming.Keyed(var prefix) -> "keyed " + prefix;
      case PatientNaming.Sequence(var prefix, int digits, _) -> "sequence " + digits + " " + prefix;
      case PatientNaming.Table(_, var others) -> "table, " + others.map(Terms::words).orElse("no others");
    };
  }
}
