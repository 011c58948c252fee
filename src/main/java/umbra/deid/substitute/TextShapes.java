package umbra.deid.substitute;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// What gives an identifier away by its looks alone: names after a title, telephone numbers, e-mail and web addresses, numbers of
/// records, UIDs and dates. Remembers what it saw: the same few hundred texts stand in every instance of a series. For several threads.
public final class TextShapes {
  /// Six numbers and more; programs have versions of up to five.
  static final Pattern UID = Pattern.compile("(?<![\\d.])(?:[0-2](?:\\.\\d+){5,}|2\\.25\\.\\d{9,})(?!\\d)");
  private static final List<Pattern> SHAPES = List.of(
      Pattern.compile("(?<!\\p{L})(?:Dr|DR\\.|Prof|PROF|Mr|MR\\.|Mrs|MRS|Ms|Herr|Frau|Mme|Mlle|Se\u00F1ora?|Sig(?:nora?)?)\\b\\.?(?: ?med\\.?)?\\s+\\p{Lu}"),
      Pattern.compile("\\p{L}{2,}\\^\\p{L}"),
      Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+"),
      Pattern.compile("(?i)\\b(?:https?|ftp|file)://|\\\\\\\\\\w+\\\\"),
      Pattern.compile("(?i)\\b(?:mrn|ssn|pat(?:ient)?[ ._-]?(?:id|no|nr)|acc(?:ession)?[ ._]?(?:no|nr|#)|case[ ._]?(?:no|nr|#))\\b[ .:#=-]*\\w*\\d"),
      Pattern.compile("(?i)\\b(?:tel|phone|fax|mobile|pager)\\b[ .:]*[+(]?\\d"),
      Pattern.compile("(?<![\\d.])(?:\\+\\d{1,3}[ -])?\\(?\\d{2,5}\\)?[ -]\\d{3,4}[ -]\\d{3,5}(?![\\d.])"),
      Pattern.compile("\\+\\d{9,14}(?!\\d)"),
      Pattern.compile("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])"));

  private static final int MOST_KNOWN = 20_000;

  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  public boolean areIn(String text) {
    if (text.length() < 4) return false;
    var before = known.get(text);
    if (before != null) return before;
    boolean found = look(text);
    if (known.size() < MOST_KNOWN) known.put(text, found);
    return found;
  }

  private static boolean look(String text) {
    if (UID.matcher(text).find() || TextDates.areIn(text)) return true;
    for (var shape : SHAPES) if (shape.matcher(text).find()) return true;
    return false;
  }
}
