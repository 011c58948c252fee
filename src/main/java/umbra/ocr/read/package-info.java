/// What a found line says: crops, turns and reads it.
package umbra.ocr.read;
