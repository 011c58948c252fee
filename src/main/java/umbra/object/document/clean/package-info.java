/// Cleaned copies of documents that are text: CDA by element, models line by line.
package umbra.object.document.clean;
