package umbra.deid.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import umbra.deid.rule.AgePolicy;
import umbra.deid.rule.Code;
import umbra.deid.rule.PrivatePolicy;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.deid.rule.ProfileRule;
import umbra.deid.rule.Unlisted;
import umbra.deid.table.ConfidentialityTable;
import umbra.dicom.VR;

/// Reads a profile file (YAML) strictly: whatever it does not understand is refused with its line, as a mistyped word would protect
/// less.
public final class ProfileReader {
  private static final Set<String> KEYS = Set.of("profile", "title", "version", "edition", "options", "unlisted", "private", "ages", "rules");

  private ProfileReader() {}

  /// @param file for messages
  /// @throws ProfileException if the profile cannot be run
  public static Profile read(String file, byte[] content) throws ProfileException {
    var text = new String(content, StandardCharsets.UTF_8);
    try {
      var node = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
      if (node == null) throw new ProfileException(file, 1, "the file is empty");
      return profile(new YamlMap(file, node).only(KEYS), sha256(content));
    } catch (MarkedYAMLException e) {
      throw new ProfileException(file, e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "no YAML: " + e.getProblem());
    }
  }

  private static Profile profile(YamlMap map, String hash) throws ProfileException {
    var name = map.required("profile");
    if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) throw map.fail(map.lineOf("profile"), "a name has up to 32 lower-case letters, digits and hyphens");
    if (!map.required("edition").equals(ConfidentialityTable.EDITION)) throw map.fail(map.lineOf("edition"), "the tables here are those of " + ConfidentialityTable.EDITION);
    var options = options(map.map("options"));
    if (options.contains(ProfileOption.RETAIN_FULL_DATES) && options.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
      throw map.fail(map.lineOf("options"), "retain-full-dates and retain-modified-dates exclude each other (PS3.15 E.3.6)");
    }
    return new Profile(name, map.required("title"), map.number("version", 1), map.required("edition"), options, unlisted(map.map("unlisted")), privates(map), ages(map), rules(map), hash);
  }

  private static Set<ProfileOption> options(YamlMap map) throws ProfileException {
    var options = EnumSet.noneOf(ProfileOption.class);
    for (var word : map.keys()) {
      var option = ProfileOption.ofWord(word).filter(o -> o != ProfileOption.BASIC);
      if (option.isEmpty()) throw map.fail(map.lineOf(word), "unknown option " + word);
      switch (map.required(word)) {
        case "on" -> options.add(option.get());
        case "off" -> {}
        default -> throw map.fail(map.lineOf(word), "an option is on or off");
      }
    }
    return options;
  }

  private static Unlisted unlisted(YamlMap map) throws ProfileException {
    map.only(Set.of("standard", "vr", "unknown"));
    Map<VR, Code> byVr = new EnumMap<>(VR.class);
    if (map.has("vr")) {
      var vrs = map.map("vr");
      for (var word : vrs.keys()) byVr.put(vr(vrs, word, word), code(vrs, word));
    }
    var unknown = code(map, "unknown");
    if (unknown == Code.K) throw map.fail(map.lineOf("unknown"), "what nobody knows cannot be kept by default");
    return new Unlisted(code(map, "standard"), byVr, unknown);
  }

  static VR vr(YamlMap map, String key, String word) throws ProfileException {
    for (var vr : VR.values()) if (vr.name().equals(word)) return vr;
    throw map.fail(map.lineOf(key), "unknown VR " + word);
  }

  static Code code(YamlMap map, String key) throws ProfileException {
    var printed = map.required(key);
    return Code.of(printed).orElseThrow(() -> map.fail(map.lineOf(key), "unknown action " + printed + "; known are the codes of PS3.15 Table E.1-1a"));
  }

  private static PrivatePolicy privates(YamlMap map) throws ProfileException {
    if (!map.has("private")) return PrivatePolicy.STANDARD;
    var policy = map.map("private").only(Set.of("trust", "disputed"));
    var trusted = EnumSet.noneOf(PrivatePolicy.Source.class);
    for (var word : policy.texts("trust")) trusted.add(source(policy, word));
    return new PrivatePolicy(trusted, switch (policy.required("disputed")) {
      case "keep" -> true;
      case "remove" -> false;
      default -> throw policy.fail(policy.lineOf("disputed"), "disputed is keep or remove");
    });
  }

  private static PrivatePolicy.Source source(YamlMap map, String word) throws ProfileException {
    for (var source : PrivatePolicy.Source.values()) if (source.word().equals(word)) return source;
    throw map.fail(map.lineOf("trust"), "unknown source " + word);
  }

  private static AgePolicy ages(YamlMap map) throws ProfileException {
    if (!map.has("ages")) return AgePolicy.CAP_AT_90;
    var ages = map.map("ages").only(Set.of("cap", "step"));
    return new AgePolicy(ages.number("cap", 0), ages.number("step", 1));
  }

  private static java.util.List<ProfileRule> rules(YamlMap map) throws ProfileException {
    var rules = new ArrayList<ProfileRule>();
    for (var one : map.maps("rules")) {
      var rule = RuleReader.rule(one);
      Optional<ProfileRule> same = rules.stream().filter(r -> r.selector().equals(rule.selector()) && r.sopClasses().equals(rule.sopClasses())).findFirst();
      if (same.isPresent()) throw one.fail(one.line(), "line " + same.get().line() + " already speaks about this");
      rules.add(rule);
    }
    return rules;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
