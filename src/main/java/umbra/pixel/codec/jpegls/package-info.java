/// JPEG-LS, lossless and near-lossless (ISO/IEC 14495-1).
package umbra.pixel.codec.jpegls;
