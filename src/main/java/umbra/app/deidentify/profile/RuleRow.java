package umbra.app.deidentify.profile;


/// The effective rule of one element.
///
/// @param rule which decides, and where it stands
/// @param type of the Attribute in the SOP Class asked about
/// @param line of the profile's file where a rule of its own stands, from 1; 0 if the rule comes from a table
public record RuleRow(String tag, String name, String code, String effect, String rule, String type, int line) {}
