package umbra.verify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import umbra.deid.identifier.Identifier;
import umbra.deid.identifier.Spellings;

/// The ways in which people and machines write an identifier.
final class Forms {
  private static final int SHORTEST_EPOCH = 8;

  private static final Map<Long, String> SHORT_MONTHS = months(3);
  private static final Map<Long, String> MONTHS = months(Integer.MAX_VALUE);
  private static final List<DateTimeFormatter> DATES = List.of("yyyyMMdd", "yyyy-MM-dd", "yyyy.MM.dd", "yyyy/MM/dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "M/d/yyyy",
      "MM-dd-yyyy", "dd-MM-yyyy", "dd MMM yyyy", "d MMM yyyy", "MMM d, yyyy", "MMM dd yyyy", "MMMM d, yyyy", "d MMMM yyyy", "dd-MMM-yyyy", "ddMMMyyyy", "dd/MM/yy", "MM/dd/yy", "dd.MM.yy")
      .stream().map(Forms::format).toList();
  /// Name parts that are ordinary words: alone they say nothing, but with another name or its initial beside them they do.
  private static final Set<String> COMMON = Set.of("the", "and", "test", "chest", "head", "hand", "male", "man", "white", "black", "brown", "green", "gray", "grey", "young", "long", "short",
      "may", "april", "june", "august", "phantom", "anonymous", "anonymized", "patient", "unknown", "none", "brain", "neck", "abdomen", "original", "primary", "secondary", "derived", "axial",
      "other", "left", "right", "image", "study", "series", "scan", "small", "case", "day", "rice", "stone", "wood", "field", "major", "page", "dose", "doctor", "hospital", "clinic",
      "department", "practice", "radiology", "center", "centre", "university", "medical", "institute", "street", "road", "umbra", "removed", "default", "standard", "contrast", "body", "protocol");
  private static final List<String> BETWEEN = List.of(" ", "^", ", ", ",", "_", "-", ".");
  /// By weight, see [Spellings#weight].
  private static final int SHORTEST_PART = 3;
  private static final int SHORTEST_PAIR = 4;
  private static final int SHORTEST_JOINED = 6;
  private static final int SHORTEST_ID = 4;

  private Forms() {}

  /// As `DateTimeFormatter.ofPattern` in English, whose month names need no locale data: loading that takes longer than a file.
  private static DateTimeFormatter format(String pattern) {
    var format = new DateTimeFormatterBuilder();
    for (var part : pattern.split("(?<!M)(?=MMM)|(?<=MMM)(?!M)")) {
      if (part.startsWith("MMM")) format.appendText(ChronoField.MONTH_OF_YEAR, part.length() == 3 ? SHORT_MONTHS : MONTHS);
      else format.appendPattern(part);
    }
    return format.toFormatter(Locale.ROOT);
  }

  private static Map<Long, String> months(int mostLetters) {
    return Stream.of(Month.values()).collect(Collectors.toMap(m -> (long) m.getValue(), m -> m.name().charAt(0) + m.name().substring(1, Math.min(mostLetters, m.name().length())).toLowerCase(Locale.ROOT)));
  }

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
      for (var part : parts) {
        alone(part, forms);
        for (var piece : Spellings.ofDouble(part)) alone(piece, forms);
      }
      if (parts.size() < 2) continue;
      forms.add(group.strip());
      for (var a : parts) {
        for (var b : parts) {
          if (!a.equals(b)) for (var one : Spellings.of(a)) for (var other : Spellings.of(b)) together(one, other, forms);
        }
      }
    }
  }

  private static void alone(String part, Set<String> forms) {
    for (var spelling : Spellings.of(part)) if (isTelling(spelling)) forms.add(spelling);
  }

  private static void together(String a, String b, Set<String> forms) {
    int weight = Spellings.weight(a) + Spellings.weight(b);
    if (weight >= SHORTEST_PAIR) for (var between : BETWEEN) forms.add(a + between + b);
    if (weight >= SHORTEST_JOINED) forms.add(a + b);
    if (isTelling(a) || !isTelling(b) || a.length() < 2) return;
    var initial = b.substring(0, 1);
    for (var form : List.of(a + " " + initial, a + ", " + initial, a + "^" + initial, initial + " " + a, initial + ". " + a)) forms.add(form);
  }

  private static boolean isTelling(String part) {
    return part.length() > 1 && Spellings.weight(part) >= SHORTEST_PART && !COMMON.contains(part.toLowerCase(Locale.ROOT));
  }

  private static void date(String value, Set<String> forms) {
    if (value.length() != 8) return;
    try {
      var date = LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
      if (date.getYear() < 1800 || date.getYear() > 2200) return;
      for (var format : DATES) forms.add(date.format(format));
      var seconds = Long.toString(date.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
      if (seconds.length() >= SHORTEST_EPOCH) forms.add(seconds); // days around 1970 have numbers that stand anywhere
    } catch (DateTimeException _) {
      // no date, so nobody can write it in another way
    }
  }
}
