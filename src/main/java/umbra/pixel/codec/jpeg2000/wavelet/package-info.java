/// The wavelet transforms of JPEG 2000 (ISO/IEC 15444-1 Annex F) on plain arrays. Knows nothing of the codestream.
package umbra.pixel.codec.jpeg2000.wavelet;
