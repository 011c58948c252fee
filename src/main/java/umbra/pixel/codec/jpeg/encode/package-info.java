/// Writes JPEG (ISO/IEC 10918-1): the baseline and the lossless process.
package umbra.pixel.codec.jpeg.encode;
