package umbra.deid.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.deid.rule.Code;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.deid.rule.ProfileRule;
import umbra.deid.rule.Selector;
import umbra.deid.table.ConfidentialityTable;
import umbra.deid.table.IodTypes;
import umbra.deid.table.TypeNode;
import umbra.deid.table.UidRoles;
import umbra.deid.substitute.Dummies;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;

/// Finds the rule of an element in one SOP Class, and what it comes to there.
///
/// Order: rules of the profile (path, tag, VR), what never may stay, Table E.1-1 with the options that are on, then what the profile
/// says of unlisted elements. Of several options that speak about one Attribute Modified Dates comes first, so that the calibration,
/// manufacture and installation dates are moved although Retain Device Identity would keep them; then Clean Descriptors.
final class SopClassRules {
  private static final List<ProfileOption> PRECEDENCE = List.of(ProfileOption.RETAIN_MODIFIED_DATES, ProfileOption.CLEAN_DESCRIPTORS,
      ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.CLEAN_GRAPHICS, ProfileOption.RETAIN_FULL_DATES, ProfileOption.RETAIN_UIDS,
      ProfileOption.RETAIN_DEVICE_IDENTITY, ProfileOption.RETAIN_INSTITUTION_IDENTITY, ProfileOption.RETAIN_PATIENT_CHARACTERISTICS);
  /// Encrypted Attributes, MAC Parameters, Data Set Trailing Padding, Icon Image: never fit to leave, whatever the options.
  private static final Map<Integer, String> NEVER = Map.of(0x0400_0500, "encrypted attributes", 0x4FFE_0001, "MAC parameters", 0xFFFC_FFFC, "trailing padding",
      0x0088_0200, "icon image", 0xFFFA_FFFA, "digital signatures", 0x0400_0561, "original attributes", 0x0400_0550, "modified attributes",
      0x0008_0300, "a file's own word on private blocks, which is heard and not carried on");

  private static final String PRIVATE = "private";

  private final Profile profile;
  private final String sopClass;
  private final IodTypes iod;
  private final RuleNode root;
  private final RuleNode privateNode;

  SopClassRules(Profile profile, String sopClass, IodTypes iod) {
    this.profile = profile;
    this.sopClass = sopClass;
    this.iod = iod;
    this.root = new RuleNode(this, List.of(), iod.root());
    this.privateNode = new RuleNode(this, List.of(PRIVATE), TypeNode.NONE);
  }

  String sopClass() {
    return sopClass;
  }

  /// Whether places within private Sequences have to be told apart.
  boolean hasPaths() {
    return profile.rules().stream().anyMatch(r -> r.selector() instanceof Selector.ByPath);
  }

  RuleNode root() {
    return root;
  }

  /// One for the Items of all private Sequences.
  RuleNode privateNode() {
    return privateNode;
  }

  /// A rule's word before the Type is asked.
  private record Finding(Code code, Code basic, String rule, Optional<String> text, Optional<ProfileOption> option) {
    /// Goes whatever its Type: overlay planes and what never may stay are of modules that can be left out, so no dummy has to keep their place.
    boolean isWhole() {
      return rule.startsWith("never") || rule.endsWith("whole plane");
    }
  }

  Slot slot(RuleNode node, int tag, VR vr) {
    var choice = new TypeChoice(node.types().type(tag), iod.complete());
    var found = find(node, tag, vr);
    var fallback = found.isWhole() ? Effect.REMOVE : Values.plain(choice.of(found.basic(), vr), vr);
    var effect = found.text().isPresent() ? Effect.GIVEN : effect(node, tag, vr, found, choice, fallback);
    boolean within = effect == Effect.WITHIN || effect == Effect.CONTENT;
    return new Slot(tag, vr, effect, fallback, found.rule(), found.code(), choice.words(), choice.isConditional(), leastCount(tag), found.text(),
        vr == VR.SQ || within ? node.child(tag) : node);
  }

  private static int leastCount(int tag) {
    return Dictionary.standard().find(new Tag(tag)).map(e -> Dummies.leastCount(e.vm())).orElse(1);
  }

  private Finding find(RuleNode node, int tag, VR vr) {
    var own = ownRule(node, tag, vr);
    if (own.isPresent()) {
      var rule = own.get();
      return new Finding(rule.code(), rule.code() == Code.C || rule.code() == Code.K ? basic(tag, vr) : rule.code(), "line " + rule.line() + " of " + profile.name(), rule.replacement(),
          Optional.empty());
    }
    if (NEVER.containsKey(tag)) return simple(Code.X, "never: " + NEVER.get(tag));
    if ((tag & 0xFFFF) == 0) return simple(Code.X, "never: group length");
    int group = tag >>> 16;
    if (group < 8 || group == 0xFFFF || group == 0xFFFE) return simple(Code.X, "never: group that may not be in a Data Set");
    if (group >>> 8 == 0x60 || group >>> 8 == 0x50) return graphics();
    var row = ConfidentialityTable.standard().find(tag);
    if (row.isPresent()) return listed(row.get());
    if (Dictionary.standard().find(new Tag(tag)).isEmpty()) return simple(profile.unlisted().unknown(), "unknown");
    if (BeyondTheTable.identifies(tag, profile)) return simple(Code.X_Z_D, "unlisted, but identifies");
    var code = unlisted(tag, vr);
    return new Finding(code, code == Code.K && vr.isText() ? Code.X_Z_D : code, Slot.UNLISTED + vr, Optional.empty(), Optional.empty());
  }

  private static Finding simple(Code code, String rule) {
    return new Finding(code, code, rule, Optional.empty(), Optional.empty());
  }

  private Code basic(int tag, VR vr) {
    return ConfidentialityTable.standard().find(tag).map(ConfidentialityTable.Row::basic).orElse(vr == VR.SQ ? Code.X_Z : Code.X_Z_D);
  }

  /// Dates nobody listed follow the option for dates; UIDs their role.
  private Code unlisted(int tag, VR vr) {
    return switch (vr) {
      case DA, DT, TM -> profile.has(ProfileOption.RETAIN_FULL_DATES) ? Code.K : profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? Code.C : profile.unlisted().of(vr);
      case UI -> switch (UidRoles.standard().of(tag)) {
        case CLASS -> Code.K;
        case IMPLEMENTATION -> Code.X_Z_D;
        case INSTANCE -> profile.has(ProfileOption.RETAIN_UIDS) ? Code.K : profile.unlisted().of(vr);
      };
      default -> profile.unlisted().of(vr);
    };
  }

  /// Overlay planes and curves stay whole or go whole (PS3.15 E.3.3): one without its data means nothing.
  private Finding graphics() {
    boolean clean = profile.has(ProfileOption.CLEAN_GRAPHICS);
    return new Finding(clean ? Code.C : Code.X, Code.X, clean ? "E.1-1 clean-graphics C, whole plane" : "E.1-1 basic X, whole plane", Optional.empty(),
        clean ? Optional.of(ProfileOption.CLEAN_GRAPHICS) : Optional.empty());
  }

  private Finding listed(ConfidentialityTable.Row row) {
    for (var option : PRECEDENCE) {
      var code = row.options().get(option);
      if (code != null && profile.has(option)) return new Finding(code, row.basic(), "E.1-1 " + option.word() + " " + code, Optional.empty(), Optional.of(option));
    }
    return simple(row.basic(), "E.1-1 basic " + row.basic());
  }

  private Optional<ProfileRule> ownRule(RuleNode node, int tag, VR vr) {
    Optional<ProfileRule> best = Optional.empty();
    int bestRank = 0;
    for (var rule : profile.rules()) {
      if (!rule.sopClasses().isEmpty() && !rule.sopClasses().contains(sopClass)) continue;
      int rank = 2 * rank(rule.selector(), node, tag, vr) + (rule.sopClasses().isEmpty() ? 0 : 1);
      if (rank > 1 && rank > bestRank) {
        best = Optional.of(rule);
        bestRank = rank;
      }
    }
    return best;
  }

  private static int rank(Selector selector, RuleNode node, int tag, VR vr) {
    return switch (selector) {
      case Selector.ByPath(var steps) -> matches(steps, node.path(), tag) ? 3 : 0;
      case Selector.ByTag(var wanted) -> wanted.packed() == tag ? 2 : 0;
      case Selector.ByVr(var wanted) -> wanted == vr ? 1 : 0;
      case Selector.ByCreator _ -> 0;
    };
  }

  private static boolean matches(List<String> steps, List<String> path, int tag) {
    return steps.size() == path.size() + 1 && steps.subList(0, path.size()).equals(path) && steps.getLast().equals(Selector.step(new Tag(tag), ""));
  }

  private Effect effect(RuleNode node, int tag, VR vr, Finding found, TypeChoice choice, Effect fallback) {
    if (node.path().isEmpty() && tag == 0x0010_0010 && found.code() != Code.K) return Effect.PATIENT_NAME;
    if (node.path().isEmpty() && tag == 0x0010_0020 && found.code() != Code.K) return Effect.PATIENT_ID;
    if (found.isWhole() && found.code() == Code.X) return Effect.REMOVE;
    if (found.code() == Code.C) return Values.cleaned(vr, found.option(), tag, fallback);
    if (found.code() == Code.K && vr == VR.AS) return Effect.AGE;
    if (found.code() == Code.K && vr == VR.UI && UidRoles.standard().of(tag) == UidRoles.Role.INSTANCE && found.option().isEmpty() && !found.rule().startsWith("line")) return Effect.UID;
    return Values.plain(choice.of(found.code(), vr), vr);
  }
}
