/// JPEG (ISO/IEC 10918-1): sequential and progressive DCT of 8 and 12 bits, and the lossless process of 2 to 16 bits.
package umbra.pixel.codec.jpeg;
