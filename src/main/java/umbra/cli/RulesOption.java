package umbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umbra.deid.profile.ProfileStore;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;

/// By which profile something is de-identified, and how new Patient IDs and dates are made.
public final class RulesOption {
  @Option(names = "--profile", paramLabel = "NAME", description = "A profile by name, or a profile file; where there is a workspace, default: the one chosen in it.")
  private String profile;

  @Option(names = "--option", paramLabel = "NAME", description = "Switch an option on beside those of the profile.")
  private List<String> options = List.of();

  @Option(names = "--prefix", paramLabel = "P", description = "New Patient IDs begin so; default: SUBJ-.")
  private String prefix;

  @Option(names = "--whole-weeks", description = "Dates are moved by whole weeks.")
  private boolean wholeWeeks;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// The profile with the options switched on.
  ///
  /// @throws ParameterException where an option is unknown, or goes against one of the profile
  public Profile chosen(ProfileStore store) throws IOException {
    if (profile == null) throw new ParameterException(spec.commandLine(), "Missing required option: '--profile=NAME'");
    return switched(profile.endsWith(".yaml") ? ProfileStore.read(Path.of(profile)) : store.profile(profile));
  }

  /// A profile that was chosen elsewhere with the options switched on.
  public Profile switched(Profile base) {
    var all = EnumSet.noneOf(ProfileOption.class);
    all.addAll(base.options());
    for (var word : options) all.add(ProfileOption.ofWord(word).orElseThrow(() -> new ParameterException(spec.commandLine(), "Unknown option " + word)));
    try {
      return base.withOptions(all);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  public boolean isProfileNamed() {
    return profile != null;
  }

  public Optional<String> prefix() {
    return Optional.ofNullable(prefix);
  }

  public boolean wholeWeeks() {
    return wholeWeeks;
  }
}
