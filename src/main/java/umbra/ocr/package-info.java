/// Finds text in pictures: what was found, how hard to look, and the engine that joins detector and readers. Knows no files.
package umbra.ocr;
