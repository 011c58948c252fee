/// Where to redact: rectangles over ranges of frames, and how codecs make them larger.
package umbra.pixel.redact.region;
