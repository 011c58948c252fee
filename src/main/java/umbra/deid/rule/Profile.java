package umbra.deid.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A de-identification profile, checked: what is here can be run.
///
/// @param name short, as the command line takes it
/// @param version of the file, counted up by who edits it
/// @param edition of the standard whose tables it stands on
/// @param options that are on; the basic profile always is
/// @param hash SHA-256 of the file it came from, in hexadecimal
public record Profile(String name, String title, int version, String edition, Set<ProfileOption> options, Unlisted unlisted, PrivatePolicy privates, AgePolicy ages,
    List<ProfileRule> rules, String hash) {

  /// @throws IllegalArgumentException if options are on that exclude each other
  public Profile {
    options = options.isEmpty() ? EnumSet.noneOf(ProfileOption.class) : EnumSet.copyOf(options);
    options.add(ProfileOption.BASIC);
    options = java.util.Collections.unmodifiableSet(options);
    rules = List.copyOf(rules);
    if (options.contains(ProfileOption.RETAIN_FULL_DATES) && options.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
      throw new IllegalArgumentException("retain-full-dates and retain-modified-dates exclude each other (PS3.15 E.3.6)");
    }
  }

  public boolean has(ProfileOption option) {
    return options.contains(option);
  }

  /// This profile with other options, which then are part of its name in every record.
  public Profile withOptions(Set<ProfileOption> others) {
    return new Profile(name, title, version, edition, others, unlisted, privates, ages, rules, hash);
  }

  /// One line that tells it from others: name, version, options, hash.
  public String label() {
    var words = new TreeSet<String>();
    for (var option : options) if (option != ProfileOption.BASIC) words.add(option.word());
    return name + " " + version + " " + words + " " + hash;
  }
}
