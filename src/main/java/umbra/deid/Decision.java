package umbra.deid;

import umbra.dicom.TagPath;

/// What happens to one element, and why.
public record Decision(TagPath where, Action action, RuleId rule) {}
