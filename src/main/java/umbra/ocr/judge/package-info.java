/// What a found text may tell: a class and the reason for it. Suspect is the default; harmless needs every word to be known.
package umbra.ocr.judge;
