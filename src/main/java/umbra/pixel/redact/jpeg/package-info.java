/// Blackening blocks of DCT coefficients in JPEG streams (ISO/IEC 10918-1) without compressing anything again.
package umbra.pixel.redact.jpeg;
