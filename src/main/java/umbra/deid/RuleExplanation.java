package umbra.deid;

import umbra.deid.rule.Code;

/// Why an element at a place is treated as it is.
///
/// @param rule that decides
/// @param code what the rule says
/// @param type of the Attribute at that place in that SOP Class, such as `1C`; `not in the IOD`, or `not known`
/// @param effect what comes of it, in words
public record RuleExplanation(RuleId rule, Code code, String type, String effect) {}
