package umbra.object;

import umbra.dicom.TagPath;

/// One piece of text that a person can read in an object.
///
/// @param where the element that holds it, with the Items passed on the way; all pages of a document have the same
/// @param kind what it is, in a few words, such as the concept name of a content item, `ROI Name` or `page 3`
/// @param text never empty; line breaks are kept
public record TextItem(TagPath where, String kind, String text) {}
