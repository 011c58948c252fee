/// What to write over pixels, and writing it into native bytes and decoded frames.
package umbra.pixel.redact.fill;
