/// The engine: unpacks, loads and joins detector and readers, and says when it cannot.
package umbra.ocr.engine;
