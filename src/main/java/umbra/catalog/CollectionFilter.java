package umbra.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a person typed to find series: words that must all occur in a header, each anywhere or in one attribute.
///
/// `ct station:"room 2"` means: *ct* somewhere, and *room 2* in an attribute whose keyword begins with *station*.
public record CollectionFilter(List<Term> terms) {
  public static final CollectionFilter ALL = new CollectionFilter(List.of());

  private static final Pattern TERM = Pattern.compile("(?:([\\w(),]+)[:=])?(?:\"([^\"]*)\"?|(\\S+))");

  /// @param keyword in lower case, or eight hexadecimal digits of a tag; empty for any attribute
  /// @param text in lower case
  public record Term(Optional<String> keyword, String text) {}

  public CollectionFilter {
    terms = List.copyOf(terms);
  }

  public static CollectionFilter of(String query) {
    var terms = new ArrayList<Term>();
    var words = TERM.matcher(query.toLowerCase(Locale.ROOT));
    while (words.find()) {
      var text = words.group(2) != null ? words.group(2) : words.group(3);
      var keyword = Optional.ofNullable(words.group(1)).map(k -> k.replaceAll("[(),]", ""));
      if (!text.isEmpty() || keyword.isPresent()) terms.add(new Term(keyword.filter(k -> !k.isEmpty()), text));
    }
    return new CollectionFilter(terms);
  }

  public boolean isAll() {
    return terms.isEmpty();
  }

  public CollectionFilter and(CollectionFilter other) {
    var both = new ArrayList<>(terms);
    both.addAll(other.terms);
    return new CollectionFilter(both);
  }

  /// The condition on `h.attributes`, for the parameters below. Searching for the plain text first spares most rows the
  /// regular expression, which begins with a literal so that it fails fast on the rest.
  String condition() {
    return String.join(" AND ", terms.stream().map(t -> t.keyword().isPresent() ? "LOCATE(?, h.attributes) > 0 AND REGEXP_LIKE(CHAR(10) || h.attributes, ?)" : "LOCATE(?, h.attributes) > 0").toList());
  }

  List<String> parameters() {
    return terms.stream().flatMap(t -> t.keyword().map(k -> Stream.of(t.text(), "\n" + Pattern.quote(k) + "[a-z0-9]*=[^\n]*" + Pattern.quote(t.text())))
        .orElseGet(() -> Stream.of(t.text()))).toList();
  }
}
