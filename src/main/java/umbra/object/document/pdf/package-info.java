/// PDF documents: what is in them, how their pages look, and cutting what lies under boxes out of them for good. Knows no DICOM.
package umbra.object.document.pdf;
