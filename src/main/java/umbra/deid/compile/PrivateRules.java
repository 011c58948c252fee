package umbra.deid.compile;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.rule.Code;
import umbra.deid.rule.PrivatePolicy.Source;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.deid.rule.ProfileRule;
import umbra.deid.rule.Selector;
import umbra.deid.table.TciaNested;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.dict.PrivateDictionary;

/// What holds for private elements: by Private Creator, group and the last two digits, never by number alone.
public final class PrivateRules {

  /// @param rule printed, with the source of a "safe"
  /// @param disputed PS3.15 says safe, TCIA deletes
  /// @param text that the profile gives
  public record Verdict(Effect effect, Code code, String rule, boolean disputed, Optional<String> text) {
    Verdict(Effect effect, Code code, String rule, boolean disputed) {
      this(effect, code, rule, disputed, Optional.empty());
    }
  }

  /// A private element where it stands.
  ///
  /// @param creator in force in the same Item; empty if there is none
  /// @param place of the element inside Sequences, see [TciaNested#find]; empty at the top
  /// @param sopClass UID
  public record At(String creator, Tag tag, VR vr, String place, String sopClass) {}

  /// What an instance says of its own private elements (PS3.3 C.12.1.1.7).
  public enum OwnWord { NOTHING, SAFE, UNSAFE }

  private record Key(String creator, int element, VR vr, OwnWord word, String place, String sopClass) {}

  private final Profile profile;
  private final Map<Key, Verdict> known = new ConcurrentHashMap<>();

  PrivateRules(Profile profile) {
    this.profile = profile;
  }

  public Verdict verdict(At at, OwnWord word) {
    return known.computeIfAbsent(new Key(at.creator.strip().toLowerCase(Locale.ROOT), at.tag.packed() & 0xFFFF_00FF, at.vr, word, at.place, at.sopClass), k -> find(k, at.tag));
  }

  private Verdict find(Key key, Tag tag) {
    var own = ownRule(key, tag);
    if (own.isPresent()) {
      var effect = own.get().replacement().isPresent() ? Effect.GIVEN : byCode(own.get().code(), key.vr());
      return new Verdict(effect, own.get().code(), "line " + own.get().line() + " of " + profile.name(), false, own.get().replacement());
    }
    if (!profile.has(ProfileOption.RETAIN_SAFE_PRIVATE)) return removed("E.1-1 basic X, private");
    if (key.creator().isEmpty()) return removed("private without a creator");
    if (key.word() == OwnWord.UNSAFE) return removed("private, unsafe by its own file");
    var entry = PrivateDictionary.standard().find(key.creator(), tag);
    var tcia = key.place().isEmpty() ? entry.map(PrivateDictionary.Entry::disposition).orElse("") : TciaNested.standard().find(key.place()).orElse(entry.map(PrivateDictionary.Entry::disposition).orElse(""));
    boolean deletes = java.util.List.of(tcia.split("\\|")).contains("d");
    var trusted = profile.privates().trusted();
    if (trusted.contains(Source.TCIA) && !tcia.isEmpty()) return byTcia(tcia, deletes, key.vr());
    boolean safe = trusted.contains(Source.PS315) && entry.filter(PrivateDictionary.Entry::safe).isPresent();
    if (safe && deletes && !profile.privates().keepsDisputed()) return new Verdict(Effect.REMOVE, Code.X, "private, safe by ps3.15 but deleted by tcia", true);
    if (safe) return new Verdict(byCode(Code.C, key.vr()), Code.C, "private, safe by ps3.15" + (tcia.isEmpty() ? "" : ", tcia " + tcia), deletes);
    if (key.word() == OwnWord.SAFE && trusted.contains(Source.FILE)) return new Verdict(byCode(Code.C, key.vr()), Code.C, "private, safe by its own file", false);
    return removed("private, not known safe");
  }

  private static Verdict removed(String rule) {
    return new Verdict(Effect.REMOVE, Code.X, rule, false);
  }

  private Verdict byTcia(String disposition, boolean deletes, VR vr) {
    var rule = "private, tcia " + disposition;
    if (deletes) return removed(rule);
    if (disposition.startsWith("h")) return new Verdict(vr == VR.UI ? Effect.UID : Effect.REMOVE, Code.U, rule, false);
    if (disposition.equals("oi")) return new Verdict(profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? Effect.EPOCH : Effect.REMOVE, Code.C, rule, false);
    if (disposition.equals("o")) return new Verdict(vr == VR.DA || vr == VR.DT || vr == VR.TM ? byCode(Code.C, vr) : Effect.REMOVE, Code.C, rule, false);
    return disposition.startsWith("k") ? new Verdict(byCode(Code.C, vr), Code.C, rule, false) : removed(rule);
  }

  /// A safe element still follows the rules for UIDs, dates and names by its VR.
  private Effect byCode(Code code, VR vr) {
    if (code == Code.X || code == Code.X_Z || code == Code.X_D || code == Code.X_Z_D || code == Code.X_Z_U) return Effect.REMOVE;
    if (code == Code.Z || code == Code.Z_D) return Effect.EMPTY;
    if (code == Code.D) return Effect.DUMMY;
    if (vr == VR.SQ) return Effect.WITHIN;
    if (code == Code.K) return Effect.KEEP;
    return switch (vr) {
      case UI -> profile.has(ProfileOption.RETAIN_UIDS) ? Effect.KEEP : Effect.UID;
      case DA, DT -> profile.has(ProfileOption.RETAIN_FULL_DATES) ? Effect.KEEP : profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? Effect.DATE : Effect.REMOVE;
      case TM -> profile.has(ProfileOption.RETAIN_FULL_DATES) || profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? Effect.KEEP : Effect.REMOVE;
      case PN -> Effect.REMOVE;
      case AS -> Effect.AGE;
      default -> Effect.KEEP;
    };
  }

  /// The more exact rule wins: a path, then an element, then a creator; of two alike the one for this SOP Class.
  private Optional<ProfileRule> ownRule(Key key, Tag tag) {
    Optional<ProfileRule> best = Optional.empty();
    int bestRank = 0;
    for (var rule : profile.rules()) {
      if (!rule.sopClasses().isEmpty() && !rule.sopClasses().contains(key.sopClass())) continue;
      int rank = 2 * rank(rule.selector(), key, tag) + (rule.sopClasses().isEmpty() ? 0 : 1);
      if (rank > 1 && rank > bestRank) {
        best = Optional.of(rule);
        bestRank = rank;
      }
    }
    return best;
  }

  private static int rank(Selector selector, Key key, Tag tag) {
    return switch (selector) {
      case Selector.ByPath(var steps) -> String.join(">", steps).equals(key.place().isEmpty() ? Selector.step(tag, key.creator()) : key.place()) ? 5 : 0;
      case Selector.ByCreator(var wanted, var group, var element) -> {
        boolean isIt = wanted.strip().toLowerCase(Locale.ROOT).equals(key.creator()) && group.stream().allMatch(g -> g == tag.group()) && element.stream().allMatch(e -> e == (tag.element() & 0xFF));
        yield isIt ? 1 + (group.isPresent() ? 1 : 0) + (element.isPresent() ? 2 : 0) : 0;
      }
      case Selector.ByTag _, Selector.ByVr _ -> 0;
    };
  }
}
