/// Writes the description of a page anew without what lies under boxes. Knows nothing of files.
package umbra.object.document.pdf.cut;
