package umbra.workspace.tally;

/// What a profile does at one place of the whole collection.
///
/// @param tagPath Tags without item numbers
/// @param action `remove`, `empty`, `replace`, `clean`, `look inside` or `add`
/// @param count how many elements
public record PlanLine(String tagPath, String name, String action, String rule, long count) {}
