/// Tesseract as a second reader of lines that were found already: never as a detector, at which it is bad.
package umbra.ocr.tesseract;
