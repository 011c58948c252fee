package umbra.workspace.release;

import java.io.IOException;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.workspace.export.Terms;

/// How a collection is to be released, as a person chose it.
///
/// @param profile its name; empty if none is chosen
/// @param options those that are on; empty if they are those of the profile
/// @param prefix new Patient IDs begin so
/// @param table a CSV file of new names
/// @param wholeWeeks dates keep their day of the week
public record ReleaseChoice(String profile, Optional<Set<ProfileOption>> options, Naming naming, String prefix, Optional<Path> table, boolean wholeWeeks) {
  private static final int SEQUENCE_DIGITS = 4;
  private static final int LONGEST_PREFIX = 32;
  public static final ReleaseChoice NONE = new ReleaseChoice("", Optional.empty(), Naming.KEYED, "SUBJ-", Optional.empty(), false);

  /// How new Patient IDs are made.
  public enum Naming { KEYED, SEQUENCE, TABLE }

  public ReleaseChoice {
    options = options.map(Set::copyOf);
  }

  public ReleaseChoice withProfile(String name) {
    return new ReleaseChoice(name, Optional.empty(), naming, prefix, table, wholeWeeks);
  }

  public ReleaseChoice withOptions(Set<ProfileOption> on) {
    return new ReleaseChoice(profile, Optional.of(on), naming, prefix, table, wholeWeeks);
  }

  public ReleaseChoice withNaming(Naming other) {
    return new ReleaseChoice(profile, options, other, prefix, table, wholeWeeks);
  }

  public ReleaseChoice withPrefix(String other) {
    return new ReleaseChoice(profile, options, naming, other, table, wholeWeeks);
  }

  public ReleaseChoice withTable(Path file) {
    return new ReleaseChoice(profile, options, Naming.TABLE, prefix, Optional.of(file), wholeWeeks);
  }

  public ReleaseChoice withWholeWeeks(boolean weeks) {
    return new ReleaseChoice(profile, options, naming, prefix, table, weeks);
  }

  /// The profile with the options that were chosen.
  ///
  /// @throws IllegalArgumentException if options exclude each other
  public Profile applied(Profile base) {
    return options.map(base::withOptions).orElse(base);
  }

  /// @throws IllegalArgumentException saying what is wrong with the prefix or the table
  public PatientNaming patientNaming() throws IOException {
    if (naming != Naming.TABLE && !isPrefix(prefix)) throw new IllegalArgumentException("a prefix has up to " + LONGEST_PREFIX + " ASCII letters, digits, hyphens, dots and underscores");
    return switch (naming) {
      case KEYED -> new PatientNaming.Keyed(prefix);
      case SEQUENCE -> new PatientNaming.Sequence(prefix, SEQUENCE_DIGITS, Map.of());
      case TABLE -> SubjectNames.read(table.orElseThrow(() -> new IllegalArgumentException("no table of names is chosen")));
    };
  }

  public static boolean isPrefix(String text) {
    return text.matches("[A-Za-z0-9._-]{0," + LONGEST_PREFIX + "}");
  }

  /// @param base the profile of this name
  /// @throws IllegalArgumentException saying what cannot be used
  public Terms terms(Profile base, byte[] key, String collection, String version) throws IOException {
    try {
      return new Terms(collection, version, applied(base), ProjectKey.of(key), wholeWeeks, patientNaming());
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// In a line: profile, options, names, dates.
  public String words() {
    return "profile " + profile + options.map(o -> " with " + (o.isEmpty() ? "no option" : o.stream().sorted().map(ProfileOption::word).collect(Collectors.joining(" ")))).orElse("") + "; names "
        + switch (naming) {
          case KEYED -> "by key, prefix " + prefix;
          case SEQUENCE -> "in sequence, prefix " + prefix;
          case TABLE -> "from " + table.map(Path::toString).orElse("no table");
        } + (wholeWeeks ? "; dates by whole weeks" : "");
  }

  /// A line for each part.
  String stored() {
    return "profile=" + profile + "\n" + options.map(o -> "options=" + o.stream().sorted().map(ProfileOption::word).collect(Collectors.joining(" ")) + "\n").orElse("")
        + "naming=" + naming.name() + "\nprefix=" + prefix + "\n" + table.map(t -> "table=" + t + "\n").orElse("") + "weeks=" + wholeWeeks + "\n";
  }

  static ReleaseChoice ofStored(String text) {
    var parts = new LinkedHashMap<String, String>();
    for (var line : text.split("\n")) if (line.contains("=")) parts.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    var options = Optional.ofNullable(parts.get("options")).map(words -> {
      var on = EnumSet.noneOf(ProfileOption.class);
      for (var word : words.split(" ")) ProfileOption.ofWord(word).ifPresent(on::add);
      return (Set<ProfileOption>) on;
    });
    var naming = Arrays.stream(Naming.values()).filter(n -> n.name().equals(parts.get("naming"))).findFirst().orElse(Naming.KEYED);
    return new ReleaseChoice(parts.getOrDefault("profile", ""), options, naming, parts.getOrDefault("prefix", NONE.prefix()), Optional.ofNullable(parts.get("table")).map(Path::of),
        Boolean.parseBoolean(parts.get("weeks")));
  }
}
