/// Blackening parts of images: what will be black is known before, everything else stays as it was, and the written file proves it.
package umbra.pixel.redact;
