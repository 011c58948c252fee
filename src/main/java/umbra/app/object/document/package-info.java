/// Encapsulated documents: pages of a PDF with what it hides, the text of other documents.
package umbra.app.object.document;
