/// Structured Reports (PS3.3 C.17): the tree of content items, and what it says.
package umbra.object.report;
