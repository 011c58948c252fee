package umbra.deid.compile;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.rule.Profile;
import umbra.deid.table.IodTypes;

/// A profile compiled, SOP Class by SOP Class as they come. Safe for use by several threads.
public final class RuleSet {
  private final Profile profile;
  private final PrivateRules privates;
  private final Map<String, SopClassRules> classes = new ConcurrentHashMap<>();

  public RuleSet(Profile profile) {
    this.profile = profile;
    this.privates = new PrivateRules(profile);
  }

  public Profile profile() {
    return profile;
  }

  /// The top of a Data Set of a SOP Class; nobody needs to know the UID.
  public RuleNode root(Optional<String> sopClassUid) {
    return classes.computeIfAbsent(sopClassUid.orElse(""), uid -> new SopClassRules(profile, uid, IodTypes.ofSopClass(uid))).root();
  }

  public PrivateRules privates() {
    return privates;
  }
}
