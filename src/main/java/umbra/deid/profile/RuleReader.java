package umbra.deid.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import umbra.deid.rule.Code;
import umbra.deid.rule.ProfileRule;
import umbra.deid.rule.Selector;
import umbra.dicom.Tag;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.dict.UidNames;

/// Reads one rule: which elements, in which SOP Classes, and what becomes of them.
final class RuleReader {
  private static final Pattern STEP = Pattern.compile("(?:([0-9A-Fa-f]{4}),xx([0-9A-Fa-f]{2})\\[([^\\]]+)\\]|([^.\\[\\]]+))(?:\\.(?=.)|$)");

  private RuleReader() {}

  static ProfileRule rule(YamlMap map) throws ProfileException {
    map.only(Set.of("tag", "path", "vr", "private", "element", "sop-class", "action", "replace", "comment"));
    if (map.has("action") == map.has("replace")) throw map.fail(map.line(), "a rule has either an action or a replace");
    if (map.has("element") && !map.has("private")) throw map.fail(map.line(), "element goes with private");
    var code = map.has("replace") ? Code.D : ProfileReader.code(map, "action");
    return new ProfileRule(map.line(), selector(map), sopClasses(map), code, map.text("replace"), map.text("comment").orElse(""));
  }

  private static Selector selector(YamlMap map) throws ProfileException {
    long count = Set.of("tag", "path", "vr", "private").stream().filter(map::has).count();
    if (count != 1) throw map.fail(map.line(), "a rule names one of tag, path, vr, private");
    if (map.has("tag")) return new Selector.ByTag(tag(map, "tag", map.required("tag")));
    if (map.has("vr")) return new Selector.ByVr(ProfileReader.vr(map, "vr", map.required("vr")));
    if (map.has("private")) return creator(map);
    return path(map);
  }

  /// Keywords or tags with dots between them; a private step is written `GGGG,xxEE[Private Creator]`.
  private static Selector path(YamlMap map) throws ProfileException {
    var steps = new ArrayList<String>();
    var text = map.required("path");
    var part = STEP.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!part.find(at) || part.start() != at) throw map.fail(map.lineOf("path"), "a path has keywords or tags with dots between them, private ones as GGGG,xxEE[Private Creator]");
      boolean isPrivate = part.group(1) != null;
      var step = isPrivate ? Selector.step(Tag.of(Integer.parseInt(part.group(1), 16), 0x1000 | Integer.parseInt(part.group(2), 16)), part.group(3)) : Selector.step(tag(map, "path", part.group(4)), "");
      if (isPrivate && (Integer.parseInt(part.group(1), 16) & 1) == 0) throw map.fail(map.lineOf("path"), "private elements have odd groups");
      if (!steps.isEmpty() && steps.getLast().equals(step)) throw map.fail(map.lineOf("path"), "a Sequence that nests in itself is written once and meant at every depth");
      steps.add(step);
      at = part.end();
    }
    return new Selector.ByPath(steps);
  }

  /// An element of a block is written `GGGG,xxEE`.
  private static Selector creator(YamlMap map) throws ProfileException {
    if (!map.has("element")) return new Selector.ByCreator(map.required("private"), OptionalInt.empty(), OptionalInt.empty());
    var element = map.required("element");
    if (!element.matches("[0-9A-Fa-f]{4},xx[0-9A-Fa-f]{2}")) throw map.fail(map.lineOf("element"), "a private element is written GGGG,xxEE");
    return new Selector.ByCreator(map.required("private"), OptionalInt.of(Integer.parseInt(element, 0, 4, 16)), OptionalInt.of(Integer.parseInt(element, 7, 9, 16)));
  }

  private static Tag tag(YamlMap map, String key, String text) throws ProfileException {
    var byKeyword = Dictionary.standard().ofKeyword(text);
    if (byKeyword.isPresent()) return byKeyword.get();
    Optional<Tag> tag = text.matches("\\(?[0-9A-Fa-f]{4},[0-9A-Fa-f]{4}\\)?") ? Optional.of(Tag.parse(text)) : Optional.empty();
    if (tag.filter(t -> Dictionary.standard().find(t).isPresent()).isEmpty()) throw map.fail(map.lineOf(key), "unknown tag " + text);
    return tag.orElseThrow();
  }

  private static Set<String> sopClasses(YamlMap map) throws ProfileException {
    var classes = new HashSet<String>();
    if (!map.has("sop-class")) return classes;
    for (var word : map.required("sop-class").split("[ ,]+")) {
      if (UidNames.standard().find(word).filter(e -> e.type().equals("SOP Class")).isEmpty()) throw map.fail(map.lineOf("sop-class"), "unknown SOP Class UID " + word);
      classes.add(word);
    }
    return classes;
  }
}
