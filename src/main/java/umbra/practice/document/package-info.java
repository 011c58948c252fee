/// Invented documents: a letter as PDF, a clinical document as XML.
package umbra.practice.document;
