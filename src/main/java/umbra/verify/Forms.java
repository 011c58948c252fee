package umbra.verify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The ways in which people and machines write an identifier.
final class Forms {
  private static final int SHORTEST_EPOCH = 8;

  private static final List<DateTimeFormatter> DATES = List.of("yyyyMMdd", "yyyy-MM-dd", "yyyy.MM.dd", "yyyy/MM/dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "M/d/yyyy",
      "MM-dd-yyyy", "dd-MM-yyyy", "dd MMM yyyy", "d MMM yyyy", "MMM d, yyyy", "MMM dd yyyy", "MMMM d, yyyy", "d MMMM yyyy", "dd-MMM-yyyy", "ddMMMyyyy", "dd/MM/yy", "MM/dd/yy", "dd.MM.yy")
      .stream().map(p -> DateTimeFormatter.ofPattern(p, Locale.ENGLISH)).toList();
  /// Name parts that are ordinary words: alone they say nothing, whole names with them are searched all the same.
  private static final Set<String> COMMON = Set.of("the", "and", "test", "chest", "head", "hand", "male", "man", "white", "black", "brown", "green", "gray", "grey", "young", "long", "short",
      "may", "april", "june", "august", "phantom", "anonymous", "anonymized", "patient", "unknown", "none", "brain", "neck", "abdomen", "original", "primary", "secondary", "derived", "axial",
      "other", "left", "right", "image", "study", "series", "scan", "small", "case", "day", "rice", "stone", "wood", "field", "major", "page", "dose", "doctor", "hospital", "clinic",
      "department", "practice", "radiology", "center", "centre", "university", "medical", "institute", "street", "road", "umbra", "removed", "default", "standard", "contrast", "body", "protocol");
  private static final int SHORTEST_PART = 3;
  private static final int SHORTEST_ID = 4;

  private Forms() {}

  /// @return nothing for values that are too short or too common to mean anything
  static Set<String> of(Identifier identifier) {
    var forms = new LinkedHashSet<String>();
    switch (identifier.kind()) {
      case NAME, PERSON -> name(identifier.value(), forms);
      case DATE -> date(identifier.value(), forms);
      case ID, PHONE -> id(identifier.value(), forms);
      case UID -> {
        if (identifier.value().length() >= 10) forms.add(identifier.value());
      }
      case ADDRESS, INSTITUTION -> {
        var value = identifier.value();
        if (value.length() >= 5 && !COMMON.contains(value.toLowerCase(Locale.ROOT))) forms.add(value);
      }
    }
    return forms;
  }

  private static void id(String value, Set<String> forms) {
    if (value.length() < SHORTEST_ID || COMMON.contains(value.toLowerCase(Locale.ROOT))) return;
    if (value.chars().allMatch(c -> c == '0')) return;
    forms.add(value);
    var bare = value.replaceAll("[^\\p{L}\\p{N}]", "");
    if (bare.length() >= 6) forms.add(bare);
  }

  /// Each component group (PS3.5 6.2.1.2): parts alone, and family and given name in all orders.
  private static void name(String value, Set<String> forms) {
    for (var group : value.split("=")) {
      var components = group.split("\\^");
      var parts = new LinkedHashSet<String>();
      for (int i = 0; i < Math.min(3, components.length); i++) for (var part : components[i].split("[\\s,.]+")) if (!part.isBlank()) parts.add(part);
      for (var part : parts) if (isTelling(part)) forms.add(part);
      if (parts.size() < 2) continue;
      forms.add(group.strip());
      for (var a : parts) {
        for (var b : parts) {
          if (!a.equals(b) && a.length() + b.length() >= 4) for (var between : List.of(" ", "^", ", ", ",", "_", "-", ".", "")) if (!between.isEmpty() || a.length() + b.length() >= 6) forms.add(a + between + b);
        }
      }
    }
  }

  /// Letters of other scripts say more each.
  static boolean isTelling(String part) {
    boolean latin = part.chars().allMatch(c -> c < 0x250);
    return latin ? part.length() >= SHORTEST_PART && !COMMON.contains(part.toLowerCase(Locale.ROOT)) : part.length() >= 2;
  }

  private static void date(String value, Set<String> forms) {
    var digits = value.replace(".", "").replace("-", "");
    if (digits.length() < 8) return;
    try {
      var date = LocalDate.parse(digits.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
      if (date.getYear() < 1800 || date.getYear() > 2200) return;
      for (var format : DATES) forms.add(date.format(format));
      var seconds = Long.toString(date.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
      if (seconds.length() >= SHORTEST_EPOCH) forms.add(seconds); // days around 1970 have numbers that stand anywhere
    } catch (DateTimeException _) {
      // no date, so nobody can write it in another way
    }
  }
}
